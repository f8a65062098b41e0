/* SPDX-License-Identifier: MIT */
/*
 * What every file of handlers includes: their prototypes, what they share among
 * each other, the error numbers, the calling process and its memory.
 * Inside sys/ only.
 */
#pragma once

#include "sys/sys.h"
#include "sys/variants.h"
