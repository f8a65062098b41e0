/* SPDX-License-Identifier: MIT */
/* capget(2), capset(2). */
#pragma once

#define CAP_VERSION_1 0x19980330 /* one struct cap_data */
#define CAP_VERSION_2 0x20071026 /* two */
#define CAP_VERSION_3 0x20080522

#define CAP_LAST 40
#define CAP_ALL_LOW 0xffffffffu
#define CAP_ALL_HIGH 0x000001ffu /* up to CAP_LAST */

struct cap_header {
    unsigned int version;
    int pid;
};

struct cap_data {
    unsigned int effective;
    unsigned int permitted;
    unsigned int inheritable;
};
