/* SPDX-License-Identifier: MIT */
/*
 * /proc/self/exe, cwd, root and fd/N name what they lead to, and lead there also
 * when it has no name: opening, executing, changing directory (proc(5)).
 */
#include "tap.h"

static const char *link_text(const char *path)
{
    static char text[512];
    ssize_t len = readlink(path, text, sizeof text - 1);

    text[len < 0 ? 0 : len] = '\0';
    return text;
}

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;

    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_ino == y.st_ino &&
           x.st_dev == y.st_dev;
}

static int child_executes_itself(void *unused)
{
    (void)unused;
    execl("/proc/self/exe", "itself", "argument", (char *)NULL);
    return 1;
}

int main(int argc, char **argv)
{
    char here[256], name[300], text[16] = "", path[64];
    struct stat st;
    int fd, old;

    if (argc == 2)
        return strcmp(argv[0], "itself") == 0 ? 42 : 1;
    plan(21);
    must(getcwd(here, sizeof here) ? 0 : -1);
    ok(same_file("/proc/self/exe", argv[0]), "exe is this program");
    ok(link_text("/proc/self/exe")[0] == '/', "named by its path");
    ok(exited_with(child_run(child_executes_itself, NULL), 42),
       "and can be executed");
    is_str(link_text("/proc/self/cwd"), here, "cwd");
    is_str(link_text("/proc/self/root"), "/", "root");
    file_write("file", "hello");
    ok(same_file("/proc/self/cwd/file", "file"), "a path through cwd");
    ok(lstat("/proc/self/cwd", &st) == 0 && S_ISLNK(st.st_mode), "a link");
    must(mkdir("dir", 0755));
    must(chdir("dir"));
    snprintf(name, sizeof name, "%s/dir", here);
    is_str(link_text("/proc/self/cwd"), name, "cwd follows chdir()");
    must(chdir(".."));

    fd = (int)must(open("file", O_RDWR));
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    snprintf(name, sizeof name, "%s/file", here);
    is_str(link_text(path), name, "a descriptor's path");
    must(read(fd, text, 3));
    must(unlink("file"));
    old = fd;
    ok(strstr(link_text(path), "(deleted)") != NULL, "says when it is gone");
    fd = open(path, O_RDONLY);
    ok(fd >= 0, "it can be opened still");
    is(read(fd, text, 5), 5, "from its beginning");
    is_str(text, "hello", "with what is in it");
    ok(stat(path, &st) == 0 && S_ISREG(st.st_mode), "stat() follows");
    must(close(fd));
    must(close(old));
    fails(open(path, O_RDONLY), ENOENT, "closed: ENOENT");
    fails(readlink("/proc/self/fd/77", text, 5), ENOENT, "never open: ENOENT");
    fails(open("/proc/self/fd/x", O_RDONLY), ENOENT, "no number: ENOENT");
    fails(open("/proc/self/fd/01", O_RDONLY), ENOENT, "leading zero: ENOENT");
    snprintf(path, sizeof path, "/proc/%d/fd", (int)getpid());
    ok(same_file(path, "/proc/self/fd"), "the same by number");
    fails(open("/proc/self/exe", O_RDONLY | O_NOFOLLOW), ELOOP,
          "O_NOFOLLOW: ELOOP");
    fails(readlink("/proc/1000000/exe", text, 5), ENOENT, "no such process");
    return done();
}
