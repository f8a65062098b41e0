/* SPDX-License-Identifier: MIT */
/*
 * The environment: a vector of NAME=value strings that exec hands on.
 *
 * At start environ points into the start-up stack.  The first change copies
 * the vector to the heap, where it can grow; strings that setenv makes are
 * never freed, for a caller may still hold what getenv gave (environ(7)).
 * Read next: exec.c.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char **own_vector; /* the last one allocated here */

/* The place of the entry for the LEN bytes at NAME, or NULL. */
static char **entry_find(const char *name, size_t len)
{
    if (!environ)
        return NULL;
    for (char **entry = environ; *entry; entry++)
        if (strncmp(*entry, name, len) == 0 && (*entry)[len] == '=')
            return entry;
    return NULL;
}

static int is_valid_name(const char *name)
{
    if (name && *name && !strchr(name, '='))
        return 1;
    errno = EINVAL;
    return 0;
}

/* Puts ASSIGNMENT in place of the entry for its name, or at the end. */
static int entry_put(char *assignment, size_t name_len)
{
    char **entry = entry_find(assignment, name_len);
    size_t count = 0;
    char **vector;

    if (entry) {
        *entry = assignment;
        return 0;
    }
    while (environ && environ[count])
        count++;
    vector = realloc(environ == own_vector ? own_vector : NULL,
                     (count + 2) * sizeof(*vector));
    if (!vector)
        return -1;
    if (environ != own_vector && count > 0)
        memcpy(vector, environ, count * sizeof(*vector));
    vector[count] = assignment;
    vector[count + 1] = NULL;
    own_vector = vector;
    environ = vector;
    return 0;
}

char *getenv(const char *name)
{
    size_t len = strlen(name);
    char **entry = entry_find(name, len);

    return entry ? *entry + len + 1 : NULL;
}

int setenv(const char *name, const char *value, int overwrite)
{
    size_t len;
    char *assignment;

    if (!is_valid_name(name))
        return -1;
    len = strlen(name);
    if (!overwrite && entry_find(name, len))
        return 0;
    assignment = malloc(len + strlen(value) + 2);
    if (!assignment)
        return -1;
    memcpy(assignment, name, len);
    assignment[len] = '=';
    strcpy(assignment + len + 1, value);
    if (entry_put(assignment, len) == 0)
        return 0;
    free(assignment);
    return -1;
}

int putenv(char *assignment)
{
    char *equals = strchr(assignment, '=');

    if (!equals)
        return unsetenv(assignment);
    return entry_put(assignment, (size_t)(equals - assignment));
}

int unsetenv(const char *name)
{
    char **entry;

    if (!is_valid_name(name))
        return -1;
    while ((entry = entry_find(name, strlen(name))) != NULL)
        for (; *entry; entry++)
            entry[0] = entry[1];
    return 0;
}

int clearenv(void)
{
    if (environ)
        *environ = NULL;
    return 0;
}
