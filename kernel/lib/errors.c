/* SPDX-License-Identifier: MIT */
/*
 * Error numbers in words, from the table that programs' strerror uses too.
 *
 * Only for the few sentences in which the kernel speaks to a person: a program
 * gets the number.  Called from any context.
 */
#include "lib/errors.h"

#include <tine/errno.h>

const char *error_text(int error)
{
    switch (error) {
#define ERRNO(number, name, text) case name: return text;
#include <tine/errnos.def>
#undef ERRNO
    default: return "unknown error";
    }
}
