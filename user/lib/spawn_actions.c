/* SPDX-License-Identifier: MIT */
/*
 * The file actions of posix_spawn, as a list that grows by one.
 *
 * Read next: spawn.c, which carries them out in the child.
 */
#include <errno.h>
#include <limits.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "spawn_action.h"

int posix_spawn_file_actions_init(posix_spawn_file_actions_t *actions)
{
    *actions = (posix_spawn_file_actions_t){0};
    return 0;
}

int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *actions)
{
    for (int i = 0; i < actions->count; i++)
        free(actions->actions[i].path);
    free(actions->actions);
    return posix_spawn_file_actions_init(actions);
}

/* Adds ACTION with a copy of PATH, unless that is NULL. */
static int actions_add(posix_spawn_file_actions_t *list,
                       const struct spawn_action *action, const char *path)
{
    size_t count = (size_t)list->count;
    struct spawn_action *grown;
    char *copy = NULL;

    if (action->fd < 0 || action->fd >= sysconf(_SC_OPEN_MAX) ||
        action->newfd < 0 || action->newfd >= sysconf(_SC_OPEN_MAX))
        return EBADF;
    if (path && !(copy = strdup(path)))
        return ENOMEM;
    grown = realloc(list->actions, (count + 1) * sizeof(*grown));
    if (!grown) {
        free(copy);
        return ENOMEM;
    }
    grown[count] = *action;
    grown[count].path = copy;
    list->actions = grown;
    list->count++;
    return 0;
}

int posix_spawn_file_actions_addopen(
    posix_spawn_file_actions_t *restrict actions, int fd,
    const char *restrict path, int flags, mode_t mode)
{
    const struct spawn_action action = {
        .kind = SPAWN_OPEN, .fd = fd, .flags = flags, .mode = mode};

    return actions_add(actions, &action, path);
}

int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *actions,
                                      int fd)
{
    const struct spawn_action action = {.kind = SPAWN_CLOSE, .fd = fd};

    return actions_add(actions, &action, NULL);
}

int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *actions,
                                     int fd, int newfd)
{
    const struct spawn_action action = {
        .kind = SPAWN_DUP2, .fd = fd, .newfd = newfd};

    return actions_add(actions, &action, NULL);
}

int posix_spawn_file_actions_addchdir_np(
    posix_spawn_file_actions_t *restrict actions, const char *restrict path)
{
    const struct spawn_action action = {.kind = SPAWN_CHDIR};

    return actions_add(actions, &action, path);
}

int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *actions,
                                          int fd)
{
    const struct spawn_action action = {.kind = SPAWN_FCHDIR, .fd = fd};

    return actions_add(actions, &action, NULL);
}
