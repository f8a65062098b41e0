/* SPDX-License-Identifier: MIT */
/* Random numbers: getrandom(2). */
#pragma once

#define GRND_NONBLOCK 0x1u
#define GRND_RANDOM 0x2u
#define GRND_INSECURE 0x4u
