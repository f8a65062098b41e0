/* SPDX-License-Identifier: MIT */
/*
 * ps: lists processes, from /proc (POSIX.1-2017, ps; columns as in procps).
 *
 * Here are the options and the printing of lines.
 * Each ready-made format, such as that of -f, is just a list of column names,
 * so "ps -o" can say whatever ps can.
 *
 * Read next: columns.c, select.c, sort.c, then lib/procread.c; top shows the
 * same while it changes.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "ps.h"

#define LINE_BYTES 4200
#define COLUMNS_MAX 64
#define WIDTH_DEFAULT 80

/* What the command line asked for. */
static struct {
    const struct column *column[COLUMNS_MAX];
    const char *header[COLUMNS_MAX];
    int count;
    bool full, job, longer, user_format, wide, headless;
    bool bare_pids; /* "ps 1", of BSD: its STAT and TIME */
} ask;

static void usage(void)
{
    fprintf(stderr, "usage: ps [-AadefjlNw] [-o columns] [-p pids] [-C names] "
                    "[-u users] [-t terminals]\n"
                    "          [-s sessions] [--sort=[-]column,...] "
                    "[--no-headers] [pid...]\n"
                    "       ps [aujlwx]\n");
    exit(1);
}

static void column_add(const char *name, size_t len, const char *header)
{
    const struct column *c = column_find(name, len);

    if (c == NULL) {
        fprintf(stderr, "ps: %.*s: no such column\n", (int)len, name);
        exit(1);
    }
    if (ask.count == COLUMNS_MAX)
        usage();
    ask.column[ask.count] = c;
    ask.header[ask.count++] = header ? header : c->header;
}

/* name,name=HEADER,...; as in procps, a comma also ends a header. */
static void columns_add(const char *names)
{
    char *list = strdup(names); /* headers stay where they are in it */
    bool more = list != NULL;

    while (more) {
        size_t len = strcspn(list, ", ="), end = strcspn(list, ", ");
        bool titled = list[len] == '=';

        more = list[end] != '\0';
        list[end] = '\0';
        column_add(list, len, titled ? list + len + 1 : NULL);
        list += end + 1;
    }
}

/* The option's argument: the rest of its word, or the next one. */
static const char *option_value(char ***args, const char *letter)
{
    if (letter[1])
        return letter + 1;
    if ((*args)[1] == NULL)
        usage();
    return *++*args;
}

/* LIST, if it is one of process ids. */
static const char *pid_list(const char *list)
{
    if (*list == '\0' || strspn(list, "0123456789, ") != strlen(list)) {
        fprintf(stderr, "ps: %s: process ids are expected\n", list);
        exit(1);
    }
    return list;
}

/* The options that choose by a list; false: LETTER is none of them. */
static bool list_option(char ***args, const char *word)
{
    if (*word == 'p')
        list_append(&want.pids, pid_list(option_value(args, word)));
    else if (*word == 's' || *word == 'g')
        list_append(&want.sessions, pid_list(option_value(args, word)));
    else if (*word == 'C')
        list_append(&want.names, option_value(args, word));
    else if (*word == 't')
        list_append(&want.ttys, option_value(args, word));
    else if (*word == 'u')
        list_append(&want.users, option_value(args, word));
    else
        return false;
    return true;
}

static void long_option(char ***args, const char *word)
{
    if (strncmp(word, "sort=", 5) == 0)
        sort_by(word + 5);
    else if (strcmp(word, "sort") == 0 && (*args)[1])
        sort_by(*++*args);
    else if (strcmp(word, "no-headers") == 0 || strcmp(word, "noheaders") == 0)
        ask.headless = true;
    else if (strcmp(word, "deselect") == 0)
        want.inverted = true;
    else
        usage();
}

/* One word of options; BSD's letters come without a dash. */
static void options_read(char ***args, const char *word, bool bsd)
{
    want.bsd = want.bsd || bsd;
    for (; *word; word++) {
        if (!bsd && list_option(args, word))
            return;
        switch (*word) {
        case 'A':
        case 'e':
            want.all = true;
            break;
        case 'x':
            want.bsd = want.without_tty = true;
            break;
        case 'a':
            want.others = true;
            want.with_tty = !bsd;
            break;
        case 'd':
            want.no_leaders = true;
            break;
        case 'N':
            want.inverted = true;
            break;
        case 'f':
            ask.full = !bsd; /* there it is a tree, which is not drawn */
            break;
        case 'j':
            ask.job = true;
            break;
        case 'l':
            ask.longer = true;
            break;
        case 'w':
            ask.wide = true;
            break;
        case 'o':
            columns_add(option_value(args, word));
            return;
        case 'u':
            ask.user_format = true;
            break;
        default:
            usage();
        }
    }
}

/* The ready-made formats of BSD. */
static const char *format_bsd(void)
{
    if (ask.user_format)
        return "user,pid,pcpu,pmem,vsz,rss,tty,stat,start_time,bsdtime,args";
    if (ask.longer)
        return "f,uid,pid,ppid,priority,ni,vsz,rss,wch,stat,tty,bsdtime,args";
    if (ask.job)
        return "ppid,pid,pgid,sid,tty,tpgid,stat,uid,bsdtime,args";
    return "pid,tty,stat,bsdtime,args";
}

/* Those of System V, as far as the terminal. */
static const char *format_start(void)
{
    if (ask.longer && ask.full)
        return "f,s,user=UID,pid,ppid,c,opri,ni,addr_sz,wch,stime,tty";
    if (ask.longer)
        return "f,s,uid,pid,ppid,c,opri,ni,addr_sz,wch,tty";
    if (ask.full && ask.job)
        return "user=UID,pid,ppid,pgid,sid,c,stime,tty";
    if (ask.full)
        return "user=UID,pid,ppid,c,stime,tty";
    return ask.job ? "pid,pgid,sid,tty" : "pid,tty";
}

static void format_add(void)
{
    if (want.bsd) {
        columns_add(format_bsd());
        return;
    }
    columns_add(format_start());
    if (ask.bare_pids && !ask.longer)
        columns_add("stat");
    columns_add(ask.bare_pids ? "bsdtime" : "time");
    columns_add(ask.full || (ask.longer && ask.bare_pids) ? "cmd"
                : ask.bare_pids                           ? "args"
                                                          : "ucmd");
}

/* How long a line may be: the terminal's width, or any length. */
static int line_width(void)
{
    struct winsize size;

    if (ask.wide || !isatty(STDOUT_FILENO))
        return LINE_BYTES - 1;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return WIDTH_DEFAULT;
    return size.ws_col;
}

/* Adds one cell to LINE; only the last one may be as long as it likes. */
static int cell_add(char *line, int used, int i, const char *text)
{
    int width = ask.column[i]->width, header = (int)strlen(ask.header[i]);
    int longest = LINE_BYTES - 1;

    if (abs(width) < header)
        width = width < 0 ? -header : header;
    if (width < 0 && i < ask.count - 1)
        longest = -width;
    if (width < 0 && i == ask.count - 1)
        width = 0;
    used += snprintf(line + used, LINE_BYTES - used, "%s%*.*s", i ? " " : "",
                     width, longest, text);
    return used < LINE_BYTES ? used : LINE_BYTES - 1;
}

/* Prints the header (P is NULL) or the line of process P. */
static void line_print(const struct procinfo *p, int max)
{
    static char line[LINE_BYTES], cell[LINE_BYTES];
    int i, used = 0;

    for (i = 0; i < ask.count; i++) {
        if (p)
            ask.column[i]->write(cell, sizeof(cell), p);
        used = cell_add(line, used, i, p ? cell : ask.header[i]);
    }
    printf("%.*s\n", max, line);
}

static bool has_header(void)
{
    int i;

    for (i = 0; i < ask.count && !ask.headless; i++) {
        if (ask.header[i][0])
            return true;
    }
    return false;
}

int main(int argc, char **argv)
{
    struct procinfo me, *list;
    int count, i, width, printed = 0;

    (void)argc;
    while (*++argv) {
        if (strncmp(*argv, "--", 2) == 0) {
            long_option(&argv, *argv + 2);
        } else if (**argv == '-') {
            options_read(&argv, *argv + 1, false);
        } else if (isdigit((unsigned char)**argv)) {
            list_append(&want.pids, pid_list(*argv));
            ask.bare_pids = true;
        } else {
            options_read(&argv, *argv, true);
        }
    }
    if (ask.count == 0)
        format_add();
    if (!proc_cpu(&machine.cpu) || !proc_read(getpid(), &me)) {
        fprintf(stderr, "ps: cannot read /proc\n");
        return 1;
    }
    proc_memory(&machine.memory);
    list = proc_list(&count);
    machine.uptime = proc_uptime() * HZ / 100;
    width = line_width();
    processes_sort(list, count);
    if (has_header())
        line_print(NULL, width);
    for (i = 0; i < count; i++) {
        if (is_wanted(&list[i], &me)) {
            line_print(&list[i], width);
            printed++;
        }
    }
    proc_list_free(list, count);
    proc_clear(&me);
    return printed ? 0 : 1;
}
