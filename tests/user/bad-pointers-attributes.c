/* SPDX-License-Identifier: MIT */
/*
 * Every pointer argument of the calls on attributes and file systems is EFAULT when it is bad
 * (errno(3), the calls' manual pages).
 */
#include "bad-pointers.h"

static const struct row table[] = {
    {"stat64 path", SYS_stat64, TEXT, 1, false, {BAD, GOOD}},
    {"stat64 buffer", SYS_stat64, OUT, 96, false, {NAME, BAD}},
    {"lstat64 path", SYS_lstat64, TEXT, 1, false, {BAD, GOOD}},
    {"lstat64 buffer", SYS_lstat64, OUT, 96, false, {LINK, BAD}},
    {"fstat64 buffer", SYS_fstat64, OUT, 96, false, {FILE_FD, BAD}},
    {"fstatat64 path", SYS_fstatat64, TEXT, 1, false, {-100, BAD, GOOD, 0}},
    {"fstatat64 buffer", SYS_fstatat64, OUT, 96, false, {-100, NAME, BAD, 0}},
    {"stat path", SYS_stat, TEXT, 1, false, {BAD, GOOD}},
    {"stat buffer", SYS_stat, OUT, 64, false, {NAME, BAD}},
    {"lstat buffer", SYS_lstat, OUT, 64, false, {LINK, BAD}},
    {"fstat buffer", SYS_fstat, OUT, 64, false, {FILE_FD, BAD}},
    {"statx path", SYS_statx, TEXT, 1, false, {-100, BAD, 0, 0, GOOD}},
    {"statx buffer", SYS_statx, OUT, 256, false, {-100, NAME, 0, 0, BAD}},
    {"statfs64 path", SYS_statfs64, TEXT, 1, false, {BAD, 84, GOOD}},
    {"statfs64 buffer", SYS_statfs64, OUT, 84, false, {NAME, 84, BAD}},
    {"fstatfs64 buffer", SYS_fstatfs64, OUT, 84, false, {FILE_FD, 84, BAD}},
};

int main(int argc, char **argv)
{
    return try_bad_pointers(argc, argv, table, sizeof table / sizeof *table);
}
