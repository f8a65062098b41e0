/* SPDX-License-Identifier: MIT */
/*
 * Writes of up to PIPE_BUF bytes of several processes do not mix in a pipe
 * (pipe(7)).
 */
#include "tap.h"

enum { WRITERS = 4, MESSAGES = 60, LENGTH = 1000 };

struct writer {
    int fd;
    char letter;
};

static int child_writes(void *arg)
{
    struct writer *me = arg;
    char message[LENGTH];

    memset(message, me->letter, LENGTH);
    for (int i = 0; i < MESSAGES; i++)
        expect(write(me->fd, message, LENGTH) == LENGTH);
    return 0;
}

int main(void)
{
    static char got[LENGTH];
    int count[WRITERS] = {0}, fds[2], have, n, mixed = 0;
    struct writer me;

    plan(5);
    must(pipe(fds));
    me.fd = fds[1];
    for (int i = 0; i < WRITERS; i++) {
        me.letter = (char)('a' + i);
        child_start(child_writes, &me);
    }
    must(close(fds[1]));
    do {
        for (have = 0; have < LENGTH; have += n) {
            n = (int)read(fds[0], got + have, (size_t)(LENGTH - have));
            if (n <= 0)
                break;
        }
        for (int i = 1; i < have; i++)
            mixed += got[i] != got[0];
        if (have == LENGTH && got[0] >= 'a' && got[0] < 'a' + WRITERS)
            count[got[0] - 'a']++;
    } while (have == LENGTH);
    is(mixed, 0, "no message is mixed with another");
    for (int i = 0; i < WRITERS; i++) {
        is(count[i], MESSAGES, "each of a writer's messages came");
        wait(NULL);
    }
    return done();
}
