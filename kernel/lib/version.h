/* SPDX-License-Identifier: MIT */
/* What the system calls itself: uname(2), /proc/version. */
#pragma once

#define VERSION_SYSTEM "Tine"
/* That of the Linux interface followed: programs look at it to learn which calls
 * they may use. */
#define VERSION_RELEASE "6.1.0-tine"
#define VERSION_RELEASE_26 "2.6.61-tine" /* for who asked for UNAME26 */
#define VERSION_BUILD "#1"
#define VERSION_MACHINE "i686"
