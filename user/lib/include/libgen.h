/* SPDX-License-Identifier: MIT */
/* Parts of a path: basename(3). */
#pragma once

char *basename(char *path);
char *dirname(char *path);
