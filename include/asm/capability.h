/* SPDX-License-Identifier: MIT */
/* capget(2), capset(2). */
#pragma once

#define CAP_VERSION_1 0x19980330 /* one struct cap_data */
#define CAP_VERSION_2 0x20071026 /* two */
#define CAP_VERSION_3 0x20080522

/* Those that something asks for; there are more. */
#define CAP_CHOWN 0
#define CAP_DAC_OVERRIDE 1
#define CAP_DAC_READ_SEARCH 2
#define CAP_FOWNER 3
#define CAP_FSETID 4
#define CAP_KILL 5
#define CAP_SETGID 6
#define CAP_SETUID 7
#define CAP_SETPCAP 8
#define CAP_LINUX_IMMUTABLE 9
#define CAP_IPC_LOCK 14
#define CAP_SYS_CHROOT 18
#define CAP_SYS_PTRACE 19
#define CAP_SYS_ADMIN 21
#define CAP_SYS_BOOT 22
#define CAP_SYS_NICE 23
#define CAP_SYS_RESOURCE 24
#define CAP_SYS_TIME 25
#define CAP_SYS_TTY_CONFIG 26
#define CAP_MKNOD 27
#define CAP_MAC_OVERRIDE 32
#define CAP_LAST 40
#define CAP_SETS 3 /* as in struct cap_data */

#define CAP_BIT(cap) (1ULL << (cap))
#define CAP_ALL (CAP_BIT(CAP_LAST + 1) - 1)
/* Those that go and come with the user id for files. */
#define CAP_OF_FILES                                                           \
    (CAP_BIT(CAP_CHOWN) | CAP_BIT(CAP_DAC_OVERRIDE) |                          \
     CAP_BIT(CAP_DAC_READ_SEARCH) | CAP_BIT(CAP_FOWNER) |                      \
     CAP_BIT(CAP_FSETID) | CAP_BIT(CAP_LINUX_IMMUTABLE) |                      \
     CAP_BIT(CAP_MKNOD) | CAP_BIT(CAP_MAC_OVERRIDE))

/* The securebits of prctl(2); the next higher bit of each locks it. */
#define SECBIT_NOROOT 0x1              /* exec gives root nothing */
#define SECBIT_NO_SETUID_FIXUP 0x4     /* the sets do not follow the user ids */
#define SECBIT_KEEP_CAPS 0x10          /* nor does the permitted one, until exec */
#define SECBIT_NO_CAP_AMBIENT_RAISE 0x40
#define SECBITS 0x555
#define SECBITS_LOCKS (SECBITS << 1)
#define SECBITS_OF_ANYBODY 0xf00 /* advice to interpreters, for whoever wants it */

struct cap_header {
    unsigned int version;
    int pid;
};

struct cap_data {
    unsigned int effective;
    unsigned int permitted;
    unsigned int inheritable;
};
