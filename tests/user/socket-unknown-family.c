/* SPDX-License-Identifier: MIT */
/*
 * socket() of an address family that the kernel does not know is EAFNOSUPPORT, by
 * which a program tells "no such network" from "no such call" (socket(2)).
 */
#include "tap.h"

#include <sys/syscall.h>

enum { NO_FAMILY = 9999, SOCK_STREAM_TYPE = 1 };

int main(void)
{
    plan(1);
    fails(syscall(SYS_socket, NO_FAMILY, SOCK_STREAM_TYPE, 0), EAFNOSUPPORT,
          "no such family");
    return done();
}
