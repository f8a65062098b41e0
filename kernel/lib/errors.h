/* SPDX-License-Identifier: MIT */
/* Error numbers in words, for what the kernel says to a person. */
#pragma once

/* What the error number ERROR (positive) means, as strerror(3) has it. */
const char *error_text(int error);
