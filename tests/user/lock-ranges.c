/* SPDX-License-Identifier: MIT */
/*
 * A process's record locks on a file: the last one asked for counts, byte by byte;
 * neighbours of one type are one lock (fcntl(2), "Advisory record locking").
 */
#include "lock.h"

static const struct step {
    short type;
    off_t start, len;
    struct {
        off_t at;
        short type;
        off_t start, len;
    } seen[3];
    const char *what;
} steps[] = {
    {F_WRLCK, 10, 10, {{10, F_WRLCK, 10, 10}, {9, F_UNLCK, 0, 0},
                       {20, F_UNLCK, 0, 0}}, "ten bytes"},
    {F_WRLCK, 20, 5, {{24, F_WRLCK, 10, 15}, {10, F_WRLCK, 10, 15},
                      {25, F_UNLCK, 0, 0}}, "a neighbour joins"},
    {F_RDLCK, 14, 2, {{14, F_RDLCK, 14, 2}, {13, F_WRLCK, 10, 4},
                      {16, F_WRLCK, 16, 9}}, "another type splits"},
    {F_UNLCK, 12, 6, {{11, F_WRLCK, 10, 2}, {14, F_UNLCK, 0, 0},
                      {18, F_WRLCK, 18, 7}}, "a hole in it"},
    {F_WRLCK, 0, 0, {{0, F_WRLCK, 0, 0}, {14, F_WRLCK, 0, 0},
                     {1000000, F_WRLCK, 0, 0}}, "to the end swallows all"},
    {F_UNLCK, 5, 0, {{4, F_WRLCK, 0, 5}, {5, F_UNLCK, 0, 0},
                     {1000000, F_UNLCK, 0, 0}}, "up to a byte stays"},
    {F_WRLCK, 9, -2, {{7, F_WRLCK, 7, 2}, {6, F_UNLCK, 0, 0},
                      {9, F_UNLCK, 0, 0}}, "a negative length goes back"},
    {F_UNLCK, 0, 0, {{0, F_UNLCK, 0, 0}, {7, F_UNLCK, 0, 0},
                     {9, F_UNLCK, 0, 0}}, "nothing is left"},
};
enum { STEPS = sizeof steps / sizeof steps[0] };

int main(void)
{
    int fd = (int)must(open("file", O_RDWR | O_CREAT, 0600));
    struct flock lock = {F_WRLCK, SEEK_CUR, 4, 2, 0};

    plan(STEPS * 2 + 2);
    for (int i = 0; i < STEPS; i++) {
        const struct step *step = &steps[i];
        bool good = true;

        is(lock_ask(fd, F_SETLK, step->type, step->start, step->len), 0,
           step->what);
        for (int k = 0; k < 3; k++)
            good &= lock_is_seen(fd, step->seen[k].at, step->seen[k].type,
                                 step->seen[k].start, step->seen[k].len);
        ok(good, "another process sees just that");
    }
    must(lseek(fd, 100, SEEK_SET));
    must(fcntl(fd, F_SETLK, &lock));
    ok(lock_is_seen(fd, 105, F_WRLCK, 104, 2), "from the position on");
    is(lock_seen(fd, 104, 1).l_pid, getpid(), "and whose it is");
    return done();
}
