/* SPDX-License-Identifier: MIT */
/*
 * Who is in which state: a token for each process, moved by what the trace tells.
 *
 * The snapshot with which a trace begins says who is there; so does each fork. Process
 * 0, who has the CPU when nobody wants it, has no token.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "states.h"

static struct token *tokens; /* in the order of their pids */
static int token_count;
static long lost;

static const char *const names[STATES] = { "NEW",     "READY",  "RUNNING", "BLOCKED",
                                           "STOPPED", "ZOMBIE", "gone" };

const char *state_name(enum state state)
{
    return names[state];
}

/* GONE if NAME is none. */
static enum state state_find(const char *name)
{
    enum state state = NEW;

    while (state < GONE && strcmp(names[state], name) != 0)
        state++;
    return state;
}

/* Where the token of PID is, or would be. */
static int token_place(int pid)
{
    int place = 0;

    while (place < token_count && tokens[place].pid < pid)
        place++;
    return place;
}

/* The token of PID, made if there was none. */
static struct token *token_get(int pid)
{
    int place = token_place(pid);

    if (place < token_count && tokens[place].pid == pid)
        return &tokens[place];
    tokens = realloc(tokens, (size_t)(token_count + 1) * sizeof(*tokens));
    if (tokens == NULL)
        err(1, NULL);
    memmove(&tokens[place + 1], &tokens[place],
            (size_t)(token_count++ - place) * sizeof(*tokens));
    tokens[place] = (struct token){ .pid = pid, .state = NEW };
    return &tokens[place];
}

static void token_drop(int pid)
{
    int place = token_place(pid);

    if (place < token_count && tokens[place].pid == pid)
        memmove(&tokens[place], &tokens[place + 1],
                (size_t)(--token_count - place) * sizeof(*tokens));
}

static void token_name(struct token *token, const char *name)
{
    snprintf(token->name, sizeof(token->name), "%s", name);
}

static bool token_move(int pid, enum state from, enum state to, const char *cause,
                       struct step *step)
{
    struct token *token = token_get(pid);

    step->from = from;
    token->state = to;
    step->who = *token;
    snprintf(step->cause, sizeof(step->cause), "%s", cause);
    if (to == GONE)
        token_drop(pid);
    return true;
}

bool model_take(const struct event *event, struct step *step)
{
    const char *what = event->fields[EVENT], *from = event->fields[FROM];
    const char *to = event->fields[TO], *cause = event->fields[CAUSE];
    int pid = atoi(event->fields[PID]);

    if (strcmp(what, "lost") == 0)
        lost += atol(to);
    if (pid <= 0)
        return false;
    if (strcmp(what, "state") == 0)
        return token_move(pid, state_find(from), state_find(to), cause, step);
    if (strcmp(what, "wait") == 0)
        return token_move(atoi(from), ZOMBIE, GONE, "waited for", step);
    if (strcmp(what, "process") == 0) {
        token_get(pid)->state = state_find(to);
        token_name(token_get(pid), cause);
    } else if (strcmp(what, "fork") == 0) {
        token_name(token_get(atoi(to)), cause);
    } else if (strcmp(what, "exec") == 0 && *to) {
        token_name(token_get(pid), to);
    }
    return false;
}

const struct token *model_next(enum state state, const struct token *after)
{
    const struct token *token = after ? after + 1 : tokens;

    while (token < tokens + token_count && token->state != state)
        token++;
    return token < tokens + token_count ? token : NULL;
}

long model_lost(void)
{
    return lost;
}
