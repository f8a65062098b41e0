/* SPDX-License-Identifier: MIT */
/*
 * execve(2) and execveat(2): the file is found here, and how the program will see
 * its name.
 *
 * Called by sys/dispatch.c in process context.
 * Read next: proc/exec.c.
 */
#include "lib/printf.h"
#include "lib/string.h"
#include "proc/exec.h"
#include "sys/handler.h"

/* An argument list that is empty or absent becomes one empty string: a program
 * always finds an argv[0]. */
static long exec_get_argv(struct exec_strings *argv, uaddr_t user)
{
    static const char *const no_name[] = { "" };
    uaddr_t first = 0;

    if (user != 0 && user_get(first, user) < 0)
        return -EFAULT;
    if (first != 0)
        argv->user = user;
    else
        *argv = (struct exec_strings){ .kernel = no_name, .kernel_count = 1 };
    return 0;
}

/* The name of a file that was found from the descriptor FD: /dev/fd/FD/TEXT, made
 * in place of TEXT, which has a frame. */
static int exec_name_from_fd(char *text, int fd)
{
    char prefix[32];
    int len = snprintf(prefix, sizeof(prefix), *text ? "/dev/fd/%d/" : "/dev/fd/%d",
                       fd);
    size_t text_bytes = strlen(text) + 1;
    if ((size_t)len + text_bytes > PAGE_SIZE)
        return -ENAMETOOLONG;
    memmove(text + len, text, text_bytes);
    memcpy(text, prefix, (size_t)len);
    return 0;
}

static long exec_found(struct sys_path *at, struct inode *inode, int dirfd,
                       uaddr_t argv, uaddr_t envp)
{
    struct exec_request request = { .inode = inode, .name = at->text,
                                    .envp.user = envp };
    long error = 0;

    if (S_ISLNK(inode->mode))
        return -ELOOP;
    if (dirfd != AT_FDCWD && *at->text != '/') {
        request.is_name_lost = fd_is_close_on_exec(this_proc()->files, dirfd);
        error = exec_name_from_fd(at->text, dirfd);
    }
    if (error == 0)
        error = exec_get_argv(&request.argv, argv);
    return error < 0 ? error : exec_program(this_proc(), &request);
}

long sys_execveat(int dirfd, uaddr_t path, uaddr_t argv, uaddr_t envp, int flags)
{
    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH))
        return -EINVAL;
    return ON_PATH_AT(at, dirfd, path, flags,
                      exec_found(&at, inode, dirfd, argv, envp));
}
