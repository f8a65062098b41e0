/* SPDX-License-Identifier: MIT */
/*
 * popen() reads what a command writes, or writes what it reads; pclose() tells
 * its wait status (popen(3)).
 */
#include "tap.h"

int main(void)
{
    char line[64] = "";
    FILE *stream, *other;

    plan(9);
    stream = popen("echo hello; exit 3", "r");
    ok(stream != NULL && fgets(line, sizeof line, stream) != NULL, "it is read");
    is_str(line, "hello\n", "what the command wrote");
    ok(exited_with(pclose(stream), 3), "its exit status");
    stream = popen("read word; test \"$word\" = there", "w");
    ok(stream != NULL && fputs("there\n", stream) >= 0, "it is written");
    ok(exited_with(pclose(stream), 0), "what the command reads");
    /* The second command must not hold the first one's pipe open. */
    stream = popen("cat >/dev/null", "w");
    other = popen("read word", "w");
    ok(stream != NULL && other != NULL, "two at a time");
    ok(exited_with(pclose(stream), 0), "the first ends at the end of its pipe");
    pclose(other);
    errno = 0;
    ok(popen("true", "x") == NULL && errno == EINVAL, "a bad mode: EINVAL");
    stream = popen("kill -KILL $$", "r");
    ok(killed_by(pclose(stream), SIGKILL), "a command that was killed");
    return done();
}
