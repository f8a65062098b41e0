/* SPDX-License-Identifier: MIT */
/*
 * Reading /proc, for ps and top: each process has a directory of small text
 * files, whose formats are in proc(5).
 *
 * A process may end between two of these reads.  Then the next open fails and
 * proc_read() returns false: what it reports is never half a process.
 *
 * Read next: bin/ps.c.
 */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <procread.h>
#include <pwd.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TEXT_BYTES 4096
#define STAT_FIELDS 39 /* of /proc/[pid]/stat, from state (3) to policy (41) */

/* Reads the file /proc/[pid]/NAME (or /proc/NAME for 0); its length or -1. */
static int text_read(char *out, size_t size, pid_t pid, const char *name)
{
    char path[64];
    int fd, len = 0;
    ssize_t n;

    if (pid)
        snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, name);
    else
        snprintf(path, sizeof(path), "/proc/%s", name);
    fd = open(path, O_RDONLY);
    if (fd < 0)
        return -1;
    while ((size_t)len < size - 1 &&
           (n = read(fd, out + len, size - 1 - len)) > 0)
        len += (int)n;
    close(fd);
    out[len] = '\0';
    return len;
}

/* The figures after "NAME" at the start of a line of TEXT, or NULL. */
static const char *line_find(const char *text, const char *name)
{
    size_t len = strlen(name);

    while (text) {
        if (strncmp(text, name, len) == 0)
            return text + len + strspn(text + len, " \t");
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    return NULL;
}

static unsigned long line_number(const char *text, const char *name)
{
    const char *line = line_find(text, name);

    return line ? strtoul(line, NULL, 10) : 0;
}

/* OSTEP's words for the states, as in include/tine/states.def. */
static const char *const state_words[] = { "NEW",     "READY",   "RUNNING",
                                           "BLOCKED", "STOPPED", "ZOMBIE" };

/*
 * The state in words.  "State:\tR (ready)" has the word already; on a kernel
 * with words of its own, such as "(sleeping)", the letter decides.
 */
static const char *state_word(const char *line, char letter)
{
    const char *word = line ? strchr(line, '(') : NULL;
    size_t i, len;

    for (i = 0; word && i < sizeof(state_words) / sizeof(*state_words); i++) {
        for (len = 0; tolower((unsigned char)state_words[i][len]) ==
                      tolower((unsigned char)word[1 + len]);
             len++)
            ;
        if (state_words[i][len] == '\0' && word[1 + len] == ')')
            return state_words[i];
    }
    switch (letter) {
    case 'R':
        return "RUNNING";
    case 'T':
    case 't':
        return "STOPPED";
    case 'Z':
    case 'X':
        return "ZOMBIE";
    default:
        return "BLOCKED";
    }
}

/*
 * /proc/[pid]/stat: the name stands in parentheses and may itself have any
 * character in it, so the fields are counted from the last parenthesis on.  Nobody
 * shall forge a line of ps or move top's cursor: there it is shown without controls.
 */
static bool stat_parse(struct procinfo *p, char *text)
{
    char *open = strchr(text, '('), *close = strrchr(text, ')'), *at;
    long long f[STAT_FIELDS];
    int i;

    if (open == NULL || close == NULL || close[1] != ' ')
        return false;
    *close = '\0';
    snprintf(p->name, sizeof(p->name), "%s", open + 1);
    for (at = p->name; *at; at++)
        if (iscntrl((unsigned char)*at))
            *at = '?';
    p->letter = close[2];
    at = close + 3;
    for (i = 1; i < STAT_FIELDS; i++)
        f[i] = strtoll(at, &at, 10);
    p->ppid = (pid_t)f[1];
    p->pgid = (pid_t)f[2];
    p->sid = (pid_t)f[3];
    p->tty = (unsigned)f[4];
    p->tty_pgid = (pid_t)f[5];
    p->flags = (unsigned long)f[6];
    p->utime = f[11];
    p->stime = f[12];
    p->priority = (long)f[15];
    p->nice = (long)f[16];
    p->threads = (long)f[17];
    p->start = f[19];
    p->vsize_bytes = f[20];
    p->rss_pages = (unsigned long)f[21];
    p->rt_priority = (long)f[37];
    p->policy = (int)f[38];
    return true;
}

static void status_parse(struct procinfo *p, const char *text)
{
    const char *uids = line_find(text, "Uid:");

    p->state = state_word(line_find(text, "State:"), p->letter);
    if (uids) { /* real, effective, saved, file system */
        uids += strcspn(uids, " \t");
        p->uid = (uid_t)strtoul(uids, NULL, 10);
    }
    p->switches_own = line_number(text, "voluntary_ctxt_switches:");
    p->switches_forced = line_number(text, "nonvoluntary_ctxt_switches:");
}

const char *proc_class(const struct procinfo *p)
{
    switch (p->policy) {
    case SCHED_OTHER:
        return "TS";
    case SCHED_FIFO:
        return "FF";
    case SCHED_RR:
        return "RR";
    case SCHED_BATCH:
        return "B";
    case SCHED_IDLE:
        return "IDL";
    default:
        return "?";
    }
}

/* The arguments, which end with a null each, as one line. */
static char *args_read(pid_t pid, const struct procinfo *p)
{
    char text[TEXT_BYTES], *line;
    int len = text_read(text, sizeof(text), pid, "cmdline"), i;

    if (len < 0)
        return NULL;
    while (len > 0 && text[len - 1] == '\0')
        len--;
    for (i = 0; i < len; i++) {
        if (!isprint((unsigned char)text[i]) && (unsigned char)text[i] < 128)
            text[i] = ' ';
    }
    text[len] = '\0';
    line = malloc(len ? (size_t)len + 1 : strlen(p->name) + 16);
    if (line == NULL)
        return NULL;
    if (len)
        strcpy(line, text);
    else
        sprintf(line, "[%s]%s", p->name, p->letter == 'Z' ? " <defunct>" : "");
    return line;
}

bool proc_read(pid_t pid, struct procinfo *out)
{
    char text[TEXT_BYTES];

    memset(out, 0, sizeof(*out));
    if (text_read(text, sizeof(text), pid, "stat") <= 0 ||
        !stat_parse(out, text))
        return false;
    out->pid = pid;
    if (text_read(text, sizeof(text), pid, "status") <= 0)
        return false;
    status_parse(out, text);
    if (text_read(out->wchan, sizeof(out->wchan), pid, "wchan") <= 0 ||
        strcmp(out->wchan, "0") == 0)
        strcpy(out->wchan, "-");
    out->wchan[strcspn(out->wchan, "\n")] = '\0';
    out->args = args_read(pid, out);
    return out->args != NULL;
}

void proc_clear(struct procinfo *p)
{
    free(p->args);
    p->args = NULL;
}

static int proc_compare(const void *a, const void *b)
{
    return (int)((const struct procinfo *)a)->pid -
           (int)((const struct procinfo *)b)->pid;
}

struct procinfo *proc_list(int *count)
{
    struct procinfo *list = NULL, *bigger;
    int size = 0;
    DIR *dir = opendir("/proc");
    struct dirent *entry;

    *count = 0;
    while (dir && (entry = readdir(dir)) != NULL) {
        if (!isdigit((unsigned char)entry->d_name[0]))
            continue;
        if (*count == size) {
            size = 2 * size + 32;
            bigger = realloc(list, size * sizeof(*list));
            if (bigger == NULL)
                break;
            list = bigger;
        }
        if (proc_read((pid_t)atol(entry->d_name), &list[*count]))
            ++*count;
    }
    if (dir)
        closedir(dir);
    if (list)
        qsort(list, *count, sizeof(*list), proc_compare);
    return list;
}

void proc_list_free(struct procinfo *list, int count)
{
    while (count > 0)
        proc_clear(&list[--count]);
    free(list);
}

/* Enough of /proc/stat for its first line and for btime on any machine. */
#define MACHINE_BYTES 32768

bool proc_cpu(struct cputimes *out)
{
    char *text = malloc(MACHINE_BYTES), *at;
    int i;

    memset(out, 0, sizeof(*out));
    if (text == NULL || text_read(text, MACHINE_BYTES, 0, "stat") <= 0) {
        free(text);
        return false;
    }
    at = text + strlen("cpu ");
    out->user = strtoull(at, &at, 10);
    out->nice = strtoull(at, &at, 10);
    out->system = strtoull(at, &at, 10);
    out->idle = strtoull(at, &at, 10);
    for (i = 0; i < 3; i++) /* iowait, irq, softirq */
        out->other += strtoull(at, &at, 10);
    out->steal = strtoull(at, &at, 10);
    out->boot_time = line_number(text, "btime");
    free(text);
    return true;
}

/* A process that ran while the host stole least would have more than all. */
unsigned long proc_cpu_share(const struct procinfo *p,
                             const struct cputimes *cpu,
                             unsigned long long uptime)
{
    unsigned long long had = cpu->user + cpu->nice + cpu->system + cpu->idle +
                             cpu->other;
    unsigned long long age = uptime > p->start ? uptime - p->start : 0;
    unsigned long long used = p->utime + p->stime;

    if (had)
        age = age * had / (had + cpu->steal);
    if (used >= age)
        return age ? 1000 : 0;
    return (unsigned long)(used * 1000 / age);
}

bool proc_memory(struct meminfo *out)
{
    char text[TEXT_BYTES];

    memset(out, 0, sizeof(*out));
    if (text_read(text, sizeof(text), 0, "meminfo") <= 0)
        return false;
    out->total = line_number(text, "MemTotal:");
    out->free = line_number(text, "MemFree:");
    out->buffers = line_number(text, "Buffers:");
    out->cached = line_number(text, "Cached:") +
                  line_number(text, "SReclaimable:");
    out->available = line_find(text, "MemAvailable:")
                         ? line_number(text, "MemAvailable:")
                         : out->free;
    return true;
}

unsigned long long proc_uptime(void)
{
    char text[128], *at;
    unsigned long long hundredths;

    if (text_read(text, sizeof(text), 0, "uptime") <= 0)
        return 0;
    hundredths = strtoull(text, &at, 10) * 100;
    if (at[0] == '.' && isdigit((unsigned char)at[1]) &&
        isdigit((unsigned char)at[2]))
        hundredths += (at[1] - '0') * 10 + (at[2] - '0');
    return hundredths;
}

void proc_load(char *out, size_t size)
{
    char text[128], *word[3];
    int i;

    if (text_read(text, sizeof(text), 0, "loadavg") <= 0)
        strcpy(text, "? ? ?");
    for (i = 0, word[0] = text; i < 3; i++) {
        char *end = word[i] + strcspn(word[i], " ");

        if (i < 2)
            word[i + 1] = *end ? end + 1 : end;
        *end = '\0';
    }
    snprintf(out, size, "%s, %s, %s", word[0], word[1], word[2]);
}

/* Device numbers as proc(5) has them: the minor's low byte, major, rest. */
void proc_tty_name(char *out, size_t size, unsigned device)
{
    enum {
        MAJOR_VT = 4,
        MAJOR_TTY = 5,
        MAJOR_PTS = 136,
        SERIAL_FIRST = 64
    };
    unsigned major_number = (device >> 8) & 0xfff;
    unsigned minor_number = (device & 0xff) | ((device >> 12) & 0xfff00);

    if (device == 0)
        snprintf(out, size, "?");
    else if (major_number == MAJOR_TTY && minor_number == 1)
        snprintf(out, size, "console");
    else if (major_number == MAJOR_VT && minor_number >= SERIAL_FIRST)
        snprintf(out, size, "ttyS%u", minor_number - SERIAL_FIRST);
    else if (major_number == MAJOR_VT)
        snprintf(out, size, "tty%u", minor_number);
    else if (major_number >= MAJOR_PTS && major_number < MAJOR_PTS + 8)
        snprintf(out, size, "pts/%u",
                 (major_number - MAJOR_PTS) * 256 + minor_number);
    else
        snprintf(out, size, "%u,%u", major_number, minor_number);
}

void proc_user_name(char *out, size_t size, uid_t uid)
{
    struct passwd *user = getpwuid(uid);

    if (user)
        snprintf(out, size, "%s", user->pw_name);
    else
        snprintf(out, size, "%u", (unsigned)uid);
}
