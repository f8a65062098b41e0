/* SPDX-License-Identifier: MIT */
/*
 * Variables and functions: two lists with a linear search.
 *
 * A shell has a few dozen of either, so a list is fast enough and is all
 * there is to understand.  var_environment() makes the environment of a new
 * program out of the variables that are exported.  A list of struct saved_var
 * remembers values that a function's `local`, or the NAME=VALUE before a
 * command, hides for a while.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sh.h"

static struct var *vars;
static struct function *functions;
struct saved_var **var_locals;

static struct var *var_find(const char *name)
{
    struct var *v;

    for (v = vars; v && strcmp(v->name, name) != 0; v = v->next)
        ;
    return v;
}

struct var *var_first(void)
{
    return vars;
}

/* The variable NAME, made without a value if there is none. */
struct var *var_declare(const char *name)
{
    struct var *v = var_find(name);

    if (v)
        return v;
    v = mem_alloc(sizeof(*v));
    v->name = mem_copy(name);
    v->next = vars;
    vars = v;
    return v;
}

const char *var_get(const char *name)
{
    struct var *v = var_find(name);

    return v ? v->value : NULL;
}

bool var_set(const char *name, const char *value)
{
    struct var *v = var_declare(name);
    char *copy;

    if (v->readonly) {
        sh_error(STATUS_ERROR, "%s: is read only", name);
        return false;
    }
    copy = mem_copy(value); /* VALUE may be the old one */
    free(v->value);
    v->value = copy;
    if (sh.opt_allexport)
        v->exported = true;
    return true;
}

bool var_unset(const char *name)
{
    struct var **link, *v;

    for (link = &vars; (v = *link) != NULL; link = &v->next) {
        if (strcmp(v->name, name) != 0)
            continue;
        if (v->readonly) {
            sh_error(STATUS_ERROR, "%s: is read only", name);
            return false;
        }
        *link = v->next;
        free(v->name);
        free(v->value);
        free(v);
        break;
    }
    return true;
}

/* Does what the written NAME=VALUE says, with its expansions. */
bool var_assign(const char *text, bool exported)
{
    const char *equals = strchr(text, '=');
    size_t len = equals - text;
    char *name = mem_alloc(len + 1);
    char *value = expand_assignment(equals + 1);
    bool ok;

    memcpy(name, text, len);
    ok = value && var_set(name, value);
    if (ok && exported)
        var_declare(name)->exported = true;
    if (ok && sh.opt_xtrace)
        fprintf(stderr, "+ %s=%s\n", name, value);
    free(name);
    free(value);
    return ok;
}

/* The environment of a program to be started, in memory never freed. */
char **var_environment(void)
{
    struct fields env = { 0 };
    struct var *v;

    for (v = vars; v; v = v->next) {
        struct buffer text = { 0 };

        if (!v->exported || !v->value)
            continue;
        buffer_append(&text, v->name, strlen(v->name));
        buffer_add(&text, '=');
        buffer_append(&text, v->value, strlen(v->value));
        fields_add(&env, text.text);
    }
    if (env.list == NULL)
        env.list = mem_alloc(sizeof(*env.list));
    return env.list;
}

void vars_import(char **env)
{
    for (; *env; env++) {
        const char *equals = strchr(*env, '=');
        char *name;

        if (equals == NULL || !name_is_valid(*env, equals - *env))
            continue;
        name = mem_alloc(equals - *env + 1);
        memcpy(name, *env, equals - *env);
        var_set(name, equals + 1);
        var_declare(name)->exported = true;
        free(name);
    }
}

/* Remembers what NAME is now at the front of LIST. */
void var_save(struct saved_var **list, const char *name)
{
    struct saved_var *saved = mem_alloc(sizeof(*saved));
    struct var *v = var_find(name);

    saved->name = mem_copy(name);
    saved->was_there = v != NULL;
    if (v) {
        saved->value = v->value ? mem_copy(v->value) : NULL;
        saved->exported = v->exported;
    }
    saved->next = *list;
    *list = saved;
}

void vars_restore(struct saved_var **list)
{
    struct saved_var *saved;
    struct var *v;

    while ((saved = *list) != NULL) {
        *list = saved->next;
        v = var_declare(saved->name);
        if (!v->readonly) {
            free(v->value);
            v->value = saved->value;
            v->exported = saved->exported;
            if (!saved->was_there)
                var_unset(saved->name);
        } else {
            free(saved->value);
        }
        free(saved->name);
        free(saved);
    }
}

struct function *function_find(const char *name)
{
    struct function *f;

    for (f = functions; f && strcmp(f->name, name) != 0; f = f->next)
        ;
    return f;
}

/* ARENA holds BODY; it stays as long as the function does. */
void function_define(const char *name, struct node *body, struct arena *arena)
{
    struct function *f;

    function_unset(name);
    f = mem_alloc(sizeof(*f));
    f->name = mem_copy(name);
    f->body = body;
    f->arena = arena;
    arena->references++;
    f->next = functions;
    functions = f;
}

bool function_unset(const char *name)
{
    struct function **link, *f;

    for (link = &functions; (f = *link) != NULL; link = &f->next) {
        if (strcmp(f->name, name) == 0) {
            *link = f->next;
            arena_put(f->arena);
            free(f->name);
            free(f);
            return true;
        }
    }
    return false;
}
