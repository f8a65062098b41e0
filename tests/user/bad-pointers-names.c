/* SPDX-License-Identifier: MIT */
/*
 * Every pointer argument of the calls on names is EFAULT when it is bad
 * (errno(3), the calls' manual pages).
 */
#include "bad-pointers.h"

static const struct row table[] = {
    {"open path", SYS_open, TEXT, 1, false, {BAD, O_RDONLY}},
    {"openat path", SYS_openat, TEXT, 1, false, {-100, BAD, O_RDONLY}},
    {"creat path", SYS_creat, TEXT, 1, false, {BAD, 0644}},
    {"access path", SYS_access, TEXT, 1, false, {BAD, 0}},
    {"chdir path", SYS_chdir, TEXT, 1, false, {BAD}},
    {"getcwd buffer", SYS_getcwd, OUT, 8, false, {BAD, SOME_LENGTH}},
    {"mkdir path", SYS_mkdir, TEXT, 1, false, {BAD, 0755}},
    {"rmdir path", SYS_rmdir, TEXT, 1, false, {BAD}},
    {"unlink path", SYS_unlink, TEXT, 1, false, {BAD}},
    {"rename from", SYS_rename, TEXT, 1, false, {BAD, NAME}},
    {"rename to", SYS_rename, TEXT, 1, false, {NAME, BAD}},
    {"link from", SYS_link, TEXT, 1, false, {BAD, NAME}},
    {"link to", SYS_link, TEXT, 1, false, {NAME, BAD}},
    {"symlink target", SYS_symlink, TEXT, 1, false, {BAD, NAME}},
    {"symlink path", SYS_symlink, TEXT, 1, false, {NAME, BAD}},
    {"readlink path", SYS_readlink, TEXT, 1, false, {BAD, GOOD, 8}},
    {"readlink buffer", SYS_readlink, OUT, 4, false, {LINK, BAD, 8}},
    {"chmod path", SYS_chmod, TEXT, 1, false, {BAD, 0644}},
    {"chown32 path", SYS_chown32, TEXT, 1, false, {BAD, -1, -1}},
    {"truncate64 path", SYS_truncate64, TEXT, 1, false, {BAD, 0, 0}},
    {"utimensat path", SYS_utimensat, TEXT, 1, true, {-100, BAD, 0, 0}},
    {"utimensat times", SYS_utimensat, IN, 16, true, {-100, NAME, BAD, 0}},
    {"mkdirat path", SYS_mkdirat, TEXT, 1, false, {-100, BAD, 0755}},
    {"mknod path", SYS_mknod, TEXT, 1, false, {BAD, 0100644, 0}},
    {"mknodat path", SYS_mknodat, TEXT, 1, false, {-100, BAD, 0100644, 0}},
    {"unlinkat path", SYS_unlinkat, TEXT, 1, false, {-100, BAD, 0}},
    {"renameat from", SYS_renameat, TEXT, 1, false, {-100, BAD, -100, NAME}},
    {"renameat to", SYS_renameat, TEXT, 1, false, {-100, NAME, -100, BAD}},
    {"renameat2 to", SYS_renameat2, TEXT, 1, false, {-100, NAME, -100, BAD, 0}},
    {"linkat from", SYS_linkat, TEXT, 1, false, {-100, BAD, -100, NAME, 0}},
    {"linkat to", SYS_linkat, TEXT, 1, false, {-100, NAME, -100, BAD, 0}},
    {"symlinkat target", SYS_symlinkat, TEXT, 1, false, {BAD, -100, NAME}},
    {"symlinkat path", SYS_symlinkat, TEXT, 1, false, {NAME, -100, BAD}},
    {"readlinkat path", SYS_readlinkat, TEXT, 1, false, {-100, BAD, GOOD, 8}},
    {"readlinkat buffer", SYS_readlinkat, OUT, 4, false, {-100, LINK, BAD, 8}},
    {"fchmodat path", SYS_fchmodat, TEXT, 1, false, {-100, BAD, 0644}},
    {"fchownat path", SYS_fchownat, TEXT, 1, false, {-100, BAD, -1, -1, 0}},
    {"lchown32 path", SYS_lchown32, TEXT, 1, false, {BAD, -1, -1}},
    {"faccessat path", SYS_faccessat, TEXT, 1, false, {-100, BAD, 0}},
    {"faccessat2 path", SYS_faccessat2, TEXT, 1, false, {-100, BAD, 0, 0}},
    {"chroot path", SYS_chroot, TEXT, 1, false, {BAD}},
    {"utimensat_time64 times", SYS_utimensat_time64, IN, 32, true,
     {-100, NAME, BAD, 0}},
};

int main(int argc, char **argv)
{
    return try_bad_pointers(argc, argv, table, sizeof table / sizeof *table);
}
