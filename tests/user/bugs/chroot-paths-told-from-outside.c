/* SPDX-License-Identifier: MIT */
/*
 * In a root of its own a process was told names from the very root: the links in
 * /proc/self did not count from its "/", and getcwd() of a directory outside was an
 * ordinary path instead of "(unreachable)" (getcwd(2)), ENOENT in the library.
 *
 * Needs: root
 */
#include "../tap.h"

#include <sys/syscall.h>

static char outside[256];

static void link_read(int proc, const char *name, char *text, size_t size)
{
    memset(text, 0, size);
    expect(readlinkat(proc, name, text, size - 1) > 0);
}

static void link_is(int proc, const char *name, const char *expected)
{
    char text[256];

    link_read(proc, name, text, sizeof text);
    if (strcmp(text, expected) != 0)
        diag("%s: %s instead of %s", name, text, expected);
    expect(strcmp(text, expected) == 0);
}

/* The very root is not ours where the test itself runs in a root of its own. */
static bool ends_with(const char *text, const char *end)
{
    size_t len = strlen(text), end_len = strlen(end);

    return len >= end_len && strcmp(text + len - end_len, end) == 0;
}

static int child_in_jail(void *unused)
{
    char text[300], expected[300], name[256], link[32];
    int proc = open("/proc/self", O_RDONLY);
    int fd = open("jail/sub/file", O_RDONLY);

    (void)unused;
    expect(proc >= 0 && fd >= 0);
    expect(chroot("jail") == 0 && chdir("/sub") == 0);
    snprintf(link, sizeof link, "fd/%d", fd);
    link_is(proc, "cwd", "/sub");
    link_is(proc, "root", "/");
    link_is(proc, link, "/sub/file");
    expect(chroot("/sub/deep") == 0);
    snprintf(expected, sizeof expected, "%s/jail/sub", outside);
    link_read(proc, "cwd", name, sizeof name);
    expect(ends_with(name, expected));
    snprintf(expected, sizeof expected, "(unreachable)%s", name);
    expect(syscall(SYS_getcwd, text, sizeof text) ==
           (long)strlen(expected) + 1);
    expect(strcmp(text, expected) == 0);
    expect(syscall(SYS_getcwd, text, strlen(expected)) == -1 &&
           errno == ERANGE);
    expect(syscall(SYS_getcwd, text, 5) == -1 && errno == ERANGE);
    return 0;
}

int main(void)
{
    need_root();
    plan(1);
    must(getcwd(outside, sizeof outside) == NULL ? -1 : 0);
    must(mkdir("jail", 0755));
    must(mkdir("jail/sub", 0755));
    must(mkdir("jail/sub/deep", 0755));
    file_write("jail/sub/file", "");
    ok(exited_with(child_run(child_in_jail, NULL), 0), "names from inside");
    return done();
}
