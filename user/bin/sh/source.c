/* SPDX-License-Identifier: MIT */
/*
 * Where the text of commands comes from: a string, a script, standard input.
 *
 * The lexer asks for one more line whenever it has read all there is, so a
 * command that goes on over several lines simply asks again; after the first
 * line a terminal shows PS2.  Standard input is read a byte at a time, since
 * what follows the line belongs to the commands on it ("read x" in a script
 * that is piped into the shell); a script has a descriptor of its own and
 * comes in blocks.
 *
 * Read next: lex.c.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sh.h"

#define BLOCK_BYTES 4096

void source_from_text(struct source *src, const char *text, size_t len)
{
    memset(src, 0, sizeof(*src));
    src->fd = -1;
    src->ended = true;
    buffer_append(&src->buf, text, len);
}

int source_from_file(struct source *src, const char *path)
{
    int fd = open(path, O_RDONLY);

    if (fd < 0)
        return -1;
    memset(src, 0, sizeof(*src));
    src->fd = fcntl(fd, F_DUPFD_CLOEXEC, SHELL_FIRST_FD);
    close(fd);
    if (src->fd < 0)
        return -1;
    src->block = mem_alloc(BLOCK_BYTES);
    return 0;
}

void source_from_stdin(struct source *src)
{
    memset(src, 0, sizeof(*src));
    src->fd = STDIN_FILENO;
    src->edited = sh.interactive && isatty(STDIN_FILENO);
}

/* Forgets what has been read but not run, after an error or ctrl-C. */
void source_drop(struct source *src)
{
    buffer_free(&src->buf);
    src->interrupted = false;
}

void source_close(struct source *src)
{
    if (src->block)
        close(src->fd);
    free(src->block);
    buffer_free(&src->buf);
}

/* One byte of the input, or -1 at its end. */
static int source_byte(struct source *src)
{
    unsigned char c;
    ssize_t n;

    if (src->block && src->block_pos < src->block_len)
        return (unsigned char)src->block[src->block_pos++];
    do {
        n = src->block ? read(src->fd, src->block, BLOCK_BYTES)
                       : read(src->fd, &c, 1);
    } while (n < 0 && errno == EINTR && !sh.interrupted);
    if (n <= 0)
        return -1;
    if (!src->block)
        return c;
    src->block_len = n;
    src->block_pos = 1;
    return (unsigned char)src->block[0];
}

static void source_read_line(struct source *src)
{
    int c;

    while ((c = source_byte(src)) >= 0) {
        if (c == '\0')
            continue; /* no text has these */
        buffer_add(&src->buf, c);
        if (c == '\n')
            return;
    }
    src->ended = true;
}

/* PS1 or PS2 with its parameters expanded, malloc'd. */
static char *prompt_text(const struct source *src)
{
    const char *value = var_get(src->more ? "PS2" : "PS1");
    int status = sh.status;
    char *text = expand_heredoc(value ? value : "");

    sh.status = status;
    sh.unwind = UNWIND_NONE; /* a bad prompt must not end the shell */
    return text ? text : mem_copy(value);
}

/* Shows the prompt and lets the user edit a line. */
static void source_edit_line(struct source *src)
{
    struct buffer line = { 0 };
    char *prompt = prompt_text(src);
    int result = edit_line(prompt, &line);

    if (result > 0) {
        if (line.len)
            history_add(line.text);
        buffer_append(&src->buf, line.text ? line.text : "", line.len);
        buffer_add(&src->buf, '\n');
    } else if (result == 0) {
        src->ended = true;
    } else {
        src->interrupted = true;
        raise(SIGINT); /* for its trap; the line is gone already */
        sh.interrupted = 0;
    }
    buffer_free(&line);
    free(prompt);
}

/* Adds one line to the text; false: there is none. */
bool source_more(struct source *src)
{
    size_t before = src->buf.len;

    if (src->ended || src->interrupted)
        return false;
    if (src->edited) {
        source_edit_line(src);
    } else {
        if (sh.interactive && src->fd == STDIN_FILENO) {
            char *prompt = prompt_text(src);

            fprintf(stderr, "%s", prompt);
            fflush(stderr);
            free(prompt);
        }
        source_read_line(src);
    }
    src->more++;
    if (sh.opt_verbose && src->buf.len > before)
        fprintf(stderr, "%s", src->buf.text + before);
    return src->buf.len > before;
}
