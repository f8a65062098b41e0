/* SPDX-License-Identifier: MIT */
/*
 * ps: lists processes, from /proc (POSIX.1-2017, ps; columns as in procps).
 *
 * Here are the options, the choice of processes and the printing of lines.
 * Each ready-made format, such as that of -f, is just a list of column names,
 * so "ps -o" can say whatever ps can.
 *
 * Read next: columns.c, then lib/procread.c; top shows the same while it
 * changes.
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
    bool all, full, job, longer, bsd, user_format, with_tty, wide;
    bool others, without_tty; /* a and x, as BSD means them */
    const char *pids, *names, *users; /* -p, -C, -u: lists */
} ask;

static void usage(void)
{
    fprintf(stderr, "usage: ps [-Aaefjlw] [-o columns] [-p pids] [-C names] "
                    "[-u users]\n       ps [aujlwx]\n");
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

/* Is TEXT one of the items of LIST, between commas or blanks? */
static bool list_has(const char *list, const char *text)
{
    while (*list) {
        size_t len = strcspn(list, ", ");

        if (strlen(text) == len && strncmp(list, text, len) == 0)
            return true;
        list += len + (list[len] != '\0');
    }
    return false;
}

static bool is_wanted(const struct procinfo *p, const struct procinfo *me)
{
    char pid[16], user[32], uid[16];

    snprintf(pid, sizeof(pid), "%d", (int)p->pid);
    snprintf(uid, sizeof(uid), "%u", (unsigned)p->uid);
    proc_user_name(user, sizeof(user), p->uid);
    if (ask.all)
        return true;
    if (ask.pids || ask.names || ask.users)
        return (ask.pids && list_has(ask.pids, pid)) ||
               (ask.names && list_has(ask.names, p->name)) ||
               (ask.users &&
                (list_has(ask.users, user) || list_has(ask.users, uid)));
    if (ask.bsd && (ask.others || ask.without_tty))
        return (ask.others || p->uid == me->uid) &&
               (ask.without_tty || p->tty != 0);
    if (ask.with_tty)
        return p->tty != 0 && p->pid != p->sid;
    return p->uid == me->uid && p->tty == me->tty;
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

/* One word of options; BSD's letters come without a dash. */
static void options_read(char ***args, const char *word, bool bsd)
{
    ask.bsd = ask.bsd || bsd;
    for (; *word; word++) {
        switch (*word) {
        case 'A':
        case 'e':
            ask.all = true;
            break;
        case 'x':
            ask.bsd = ask.without_tty = true;
            break;
        case 'a':
            ask.others = true;
            ask.with_tty = !bsd;
            break;
        case 'f':
            ask.full = true;
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
        case 'p':
            ask.pids = pid_list(option_value(args, word));
            return;
        case 'C':
            ask.names = option_value(args, word);
            return;
        case 'u':
            if (bsd) {
                ask.user_format = true;
                break;
            }
            ask.users = option_value(args, word);
            return;
        default:
            usage();
        }
    }
}

/* The ready-made formats. */
static const char *format_text(void)
{
    if (ask.user_format)
        return "user,pid,pcpu,pmem,vsz,rss,tty,stat,start_time,bsdtime,args";
    if (ask.bsd && ask.longer)
        return "f,uid,pid,ppid,priority,ni,vsz,rss,wch,stat,tty,bsdtime,args";
    if (ask.bsd && ask.job)
        return "ppid,pid,pgid,sid,tty,tpgid,stat,uid,bsdtime,args";
    if (ask.bsd && !ask.full)
        return "pid,tty,stat,bsdtime,args";
    if (ask.longer && ask.full)
        return "f,s,user,pid,ppid,c,opri,ni,addr_sz,wch,stime,tty,time,cmd";
    if (ask.longer)
        return "f,s,uid,pid,ppid,c,opri,ni,addr_sz,wch,tty,time,ucmd";
    if (ask.full && ask.job)
        return "user,pid,ppid,pgid,sid,c,stime,tty,time,cmd";
    if (ask.full)
        return "user,pid,ppid,c,stime,tty,time,cmd";
    if (ask.job)
        return "pid,pgid,sid,tty,time,ucmd";
    return "pid,tty,time,ucmd";
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

    for (i = 0; i < ask.count; i++) {
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
        if (**argv == '-')
            options_read(&argv, *argv + 1, false);
        else if (isdigit((unsigned char)**argv))
            ask.pids = pid_list(*argv);
        else
            options_read(&argv, *argv, true);
    }
    if (ask.count == 0) {
        columns_add(format_text());
        if (ask.full && !ask.bsd)
            ask.header[ask.longer ? 2 : 0] = "UID";
    }
    if (!proc_cpu(&machine.cpu) || !proc_read(getpid(), &me)) {
        fprintf(stderr, "ps: cannot read /proc\n");
        return 1;
    }
    proc_memory(&machine.memory);
    list = proc_list(&count);
    machine.uptime = proc_uptime() * HZ / 100;
    width = line_width();
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
