/* SPDX-License-Identifier: MIT */
/*
 * Every pointer argument of the calls on descriptors is EFAULT when it is bad
 * (errno(3), the calls' manual pages).
 */
#include "bad-pointers.h"

static const struct row table[] = {
    {"read buffer", SYS_read, OUT, 0, false, {FILE_FD, BAD, 8}},
    {"write buffer", SYS_write, IN, 0, false, {FILE_FD, BAD, 8}},
    {"readv array", SYS_readv, IN, 8, false, {FILE_FD, BAD, 1}},
    {"writev array", SYS_writev, IN, 8, false, {FILE_FD, BAD, 1}},
    {"getdents64 buffer", SYS_getdents64, OUT, 8, false,
     {DIR_FD, BAD, SOME_LENGTH}},
    {"getdents buffer", SYS_getdents, OUT, 8, false,
     {DIR_FD, BAD, SOME_LENGTH}},
    {"_llseek result", SYS__llseek, OUT, 8, false, {FILE_FD, 0, 0, BAD, 0}},
    {"pipe result", SYS_pipe, OUT, 8, false, {BAD}},
    {"pipe2 result", SYS_pipe2, OUT, 8, false, {BAD, O_CLOEXEC}},
    {"pread64 buffer", SYS_pread64, OUT, 0, false, {FILE_FD, BAD, 8, 0, 0}},
    {"pwrite64 buffer", SYS_pwrite64, IN, 0, false, {FILE_FD, BAD, 8, 0, 0}},
    {"sendfile offset", SYS_sendfile, IN, 4, true, {FILE_FD, FILE_FD, BAD, 1}},
    {"sendfile64 offset", SYS_sendfile64, IN, 8, true,
     {FILE_FD, FILE_FD, BAD, 1}},
    {"getrandom buffer", SYS_getrandom, OUT, 0, false, {BAD, 8, 0}},
    {"memfd_create name", SYS_memfd_create, TEXT, 1, false, {BAD, 0}},
};

int main(int argc, char **argv)
{
    return try_bad_pointers(argc, argv, table, sizeof table / sizeof *table);
}
