/* SPDX-License-Identifier: MIT */
/* Opening and controlling files: open(2), fcntl(2), access(2). */
#pragma once

#include <asm/types.h>

#define O_ACCMODE 00000003
#define O_RDONLY 00000000
#define O_WRONLY 00000001
#define O_RDWR 00000002
#define O_CREAT 00000100
#define O_EXCL 00000200
#define O_NOCTTY 00000400
#define O_TRUNC 00001000
#define O_APPEND 00002000
#define O_NONBLOCK 00004000
#define O_DSYNC 00010000
#define O_ASYNC 00020000
#define O_DIRECT 00040000
#define O_LARGEFILE 00100000
#define O_DIRECTORY 00200000
#define O_NOFOLLOW 00400000
#define O_NOATIME 01000000
#define O_CLOEXEC 02000000
#define O_SYNC 04010000
#define O_PATH 010000000
#define O_TMPFILE (020000000 | O_DIRECTORY)

#define F_DUPFD 0
#define F_GETFD 1
#define F_SETFD 2
#define F_GETFL 3
#define F_SETFL 4
/* Locks; the OLD ones take a struct old_flock. */
#define F_OLD_GETLK 5
#define F_OLD_SETLK 6
#define F_OLD_SETLKW 7
#define F_GETLK 12
#define F_SETLK 13
#define F_SETLKW 14
#define F_OFD_GETLK 36
#define F_OFD_SETLK 37
#define F_OFD_SETLKW 38
/* Who gets the signals of O_ASYNC, and which. */
#define F_SETOWN 8
#define F_GETOWN 9
#define F_SETSIG 10
#define F_GETSIG 11
#define F_SETOWN_EX 15
#define F_GETOWN_EX 16
#define F_DUPFD_CLOEXEC 1030
#define F_SETPIPE_SZ 1031
#define F_GETPIPE_SZ 1032
#define FD_CLOEXEC 1

#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2

struct flock {
    short l_type;   /* F_RDLCK... */
    short l_whence; /* SEEK_SET... */
    loff_t l_start;
    loff_t l_len; /* 0: to the end */
    pid_t l_pid;
};

/* Of splice(2): only NONBLOCK changes what it does. */
#define SPLICE_F_NONBLOCK 2
#define SPLICE_F_ALL 15

#define F_OWNER_TID 0
#define F_OWNER_PID 1
#define F_OWNER_PGRP 2

struct f_owner_ex {
    int type; /* F_OWNER_* */
    pid_t pid;
};

struct old_flock {
    short l_type;
    short l_whence;
    long l_start;
    long l_len;
    pid_t l_pid;
};

/* flock(2). */
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4
#define LOCK_UN 8
#define LOCK_MAND 32 /* of old, a mandatory lock */

#define AT_FDCWD (-100)
#define AT_SYMLINK_NOFOLLOW 0x100
#define AT_REMOVEDIR 0x200
#define AT_SYMLINK_FOLLOW 0x400
#define AT_EACCESS 0x200 /* faccessat2's */
#define AT_NO_AUTOMOUNT 0x800
#define AT_EMPTY_PATH 0x1000

/* renameat2(2). */
#define RENAME_NOREPLACE 1u

#define R_OK 4
#define W_OK 2
#define X_OK 1
#define F_OK 0

#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define SEEK_DATA 3
#define SEEK_HOLE 4
