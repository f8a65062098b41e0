/* SPDX-License-Identifier: MIT */
/*
 * utime(), utimes() and futimesat() as system calls of their own: seconds, and
 * microseconds (utime(2), futimesat(2)).
 */
#include "raw.h"
#include "tap.h"

enum { UTIME = 30, UTIMES = 271, FUTIMESAT = 299 };

static bool times_are(long atime, long atime_ns, long mtime, long mtime_ns)
{
    struct stat st;

    must(stat("file", &st));
    return st.st_atim.tv_sec == atime && st.st_atim.tv_nsec == atime_ns &&
           st.st_mtim.tv_sec == mtime && st.st_mtim.tv_nsec == mtime_ns;
}

/* What is no number of microseconds; two are one modulo 2 to the 32. */
static const long bad[] = {-1, 1000000, 4294968, -4294967, 0x3fffffff};

int main(void)
{
    enum { BAD = sizeof bad / sizeof *bad };
    const long seconds[] = {1000, 2000}, both[] = {3000, 4, 5000, 999999};
    long path = (long)"file", none = (long)"none";
    int fd;

    plan(BAD + 12);
    file_write("file", "x");
    fd = (int)must(open("file", O_RDONLY));
    ok(raw_call(UTIME, path, (long)seconds, 0) == 0 && times_are(1000, 0, 2000, 0),
       "utime");
    ok(raw_call(UTIMES, path, (long)both, 0) == 0 &&
           times_are(3000, 4000, 5000, 999999000),
       "utimes");
    must(raw_call(UTIME, path, (long)seconds, 0));
    ok(raw_call(FUTIMESAT, AT_FDCWD, path, (long)both) == 0 &&
           times_are(3000, 4000, 5000, 999999000),
       "futimesat");
    must(raw_call(UTIME, path, (long)seconds, 0));
    ok(raw_call(FUTIMESAT, fd, 0, (long)both) == 0 &&
           times_are(3000, 4000, 5000, 999999000),
       "of a descriptor");
    for (int i = 0; i < BAD; i++) {
        const long times[] = {1, 2, 3, bad[i]};

        is(raw_call(UTIMES, none, (long)times, 0), -EINVAL, "bad microseconds");
    }
    ok(raw_call(UTIME, path, 0, 0) == 0 && !times_are(3000, 4000, 5000, 999999000),
       "now");
    is(raw_call(UTIMES, path, 0, 0), 0, "utimes: now");
    is(raw_call(UTIME, none, 0, 0), -ENOENT, "ENOENT");
    is(raw_call(UTIMES, none, (long)both, 0), -ENOENT, "ENOENT, too");
    is(raw_call(UTIME, path, 16, 0), -EFAULT, "EFAULT");
    is(raw_call(UTIMES, path, 16, 0), -EFAULT, "EFAULT, too");
    is(raw_call(UTIME, 0, 0, 0), -EFAULT, "no path");
    is(raw_call(FUTIMESAT, 99, 0, 0), -EBADF, "EBADF");
    return done();
}
