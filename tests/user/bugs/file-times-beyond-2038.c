/* SPDX-License-Identifier: MIT */
/*
 * utimensat() with 64-bit times, and statx(), clamped seconds to 32 bits; the old
 * forms of stat lose what is above them, as on Linux.
 */
#include "tap.h"

#include <sys/stat.h>
#include <sys/syscall.h>

enum { UTIMENSAT_TIME64 = 412 };

static const long long seconds[] = {
    0x7fffffff, 0x80000000, 0xffffffff, 0x100000000, 0x37fffffff, -1, -0x80000000LL,
};

int main(void)
{
    size_t count = sizeof seconds / sizeof seconds[0];
    struct stat st;
    struct statx stx;

    plan(3 * (int)count);
    file_write("file", "");
    for (size_t i = 0; i < count; i++) {
        const long long times[4] = {seconds[i], 0, 0, 0};

        is(syscall(UTIMENSAT_TIME64, AT_FDCWD, "file", times, 0), 0, "set");
        must(statx(AT_FDCWD, "file", 0, STATX_ATIME, &stx));
        is((long long)stx.stx_atime.tv_sec, seconds[i], "statx");
        must(stat("file", &st));
        is((int32_t)st.st_atime, (int32_t)seconds[i], "stat");
    }
    return done();
}
