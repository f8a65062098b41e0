/* SPDX-License-Identifier: MIT */
/*
 * The exec family: several ways to say the arguments of execve(2).
 *
 * "l" takes them as a list, "v" as a vector, "p" looks for the program in
 * PATH, "e" sets the environment.  All end in execve, which returns only to
 * report an error.  A file that is found but is neither ELF nor begins with
 * #! is given to /bin/sh (exec(3), POSIX.1-2017).
 * Read next: kernel/proc/exec.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "spawn_action.h"
#include "sys.h"

#define DEFAULT_PATH "/bin:/usr/bin"
#define SHELL        "/bin/sh"

int execve(const char *path, char *const argv[], char *const envp[])
{
    return (int)syscall_result(sys_execve(path, argv, envp));
}

int execveat(int fd, const char *path, char *const argv[], char *const envp[],
             int flags)
{
    return (int)syscall_result(sys_execveat(fd, path, argv, envp, flags));
}

int fexecve(int fd, char *const argv[], char *const envp[])
{
    return execveat(fd, "", argv, envp, AT_EMPTY_PATH);
}

int execv(const char *path, char *const argv[])
{
    return execve(path, argv, environ);
}

/* A script without #!: runs "sh PATH arguments". */
static int exec_script(const char *path, char *const argv[], char *const envp[])
{
    size_t count = 0;

    while (argv[count])
        count++;

    char **args = malloc((count + 3) * sizeof(*args));

    if (!args)
        return -1;
    args[0] = (char *)"sh";
    args[1] = (char *)path;
    if (count > 0)
        memcpy(args + 2, argv + 1, count * sizeof(*args));
    else
        args[2] = NULL;
    execve(SHELL, args, envp);
    free(args);
    return -1;
}

static int exec_found(const char *path, char *const argv[], char *const envp[])
{
    execve(path, argv, envp);
    if (errno == ENOEXEC)
        exec_script(path, argv, envp);
    return -1;
}

int exec_search(const char *file, char *const argv[], char *const envp[],
                int (*run)(const char *path, char *const argv[],
                           char *const envp[]))
{
    const char *dir = getenv("PATH");
    int was_denied = 0;
    char path[PATH_MAX];

    if (!*file) {
        errno = ENOENT;
        return -1;
    }
    if (strchr(file, '/'))
        return run(file, argv, envp);
    if (!dir)
        dir = DEFAULT_PATH;
    for (;;) {
        size_t len = strcspn(dir, ":");

        if (len + strlen(file) + 2 <= sizeof(path)) {
            memcpy(path, dir, len);
            if (len > 0)
                path[len++] = '/';
            strcpy(path + len, file);
            run(path, argv, envp);
            if (errno == EACCES)
                was_denied = 1;
            else if (errno != ENOENT && errno != ENOTDIR)
                return -1;
        }
        dir += strcspn(dir, ":");
        if (!*dir)
            break;
        dir++;
    }
    errno = was_denied ? EACCES : ENOENT;
    return -1;
}

int execvpe(const char *file, char *const argv[], char *const envp[])
{
    return exec_search(file, argv, envp, exec_found);
}

int execvp(const char *file, char *const argv[])
{
    return execvpe(file, argv, environ);
}

/* The "l" forms: the list becomes a vector of the right size first. */
static size_t list_length(va_list args)
{
    size_t count = 1; /* arg0 */

    while (va_arg(args, char *))
        count++;
    return count;
}

static char **list_to_vector(size_t count, const char *arg0, va_list args)
{
    char **argv = malloc((count + 1) * sizeof(*argv));

    if (!argv)
        return NULL;
    argv[0] = (char *)arg0; /* with no arguments at all, the NULL */
    for (size_t i = 1; i <= count; i++)
        argv[i] = va_arg(args, char *);
    return argv;
}

/* Declares args, count and argv, the vector of all arguments up to the NULL.
 * A macro, since only the function itself has the "...". */
#define LIST_TO_VECTOR(arg0)                     \
    va_list args;                                \
    va_start(args, arg0);                        \
    size_t count = arg0 ? list_length(args) : 0; \
    va_end(args);                                \
    va_start(args, arg0);                        \
    char **argv = list_to_vector(count, arg0, args)

int execl(const char *path, const char *arg0, ...)
{
    LIST_TO_VECTOR(arg0);

    if (!argv)
        return -1;
    execv(path, argv);
    free(argv);
    va_end(args);
    return -1;
}

int execlp(const char *file, const char *arg0, ...)
{
    LIST_TO_VECTOR(arg0);

    if (!argv)
        return -1;
    execvp(file, argv);
    free(argv);
    va_end(args);
    return -1;
}

int execle(const char *path, const char *arg0, ...)
{
    LIST_TO_VECTOR(arg0);

    if (!argv)
        return -1;
    for (size_t i = 1; i <= count; i++) /* to behind the NULL */
        va_arg(args, char *);
    execve(path, argv, va_arg(args, char **));
    free(argv);
    va_end(args);
    return -1;
}
