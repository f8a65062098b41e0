/* SPDX-License-Identifier: MIT */
/*
 * /proc/self/status has the lines that programs look for, in Linux's order, and
 * tells the signal sets and identities that are so (proc(5)).
 */
#include "tap.h"

static char text[8192];

static const char *const names[] = {
    "Name", "Umask", "State", "Tgid", "Ngid", "Pid", "PPid", "TracerPid",
    "Uid", "Gid", "FDSize", "Groups", "NStgid", "NSpid", "NSpgid", "NSsid",
    "VmPeak", "VmSize", "VmRSS", "VmData", "VmStk", "VmExe", "Threads", "SigQ",
    "SigPnd", "ShdPnd", "SigBlk", "SigIgn", "SigCgt", "CapInh", "CapPrm",
    "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp", "Cpus_allowed",
    "Cpus_allowed_list", "voluntary_ctxt_switches",
    "nonvoluntary_ctxt_switches",
};
enum { NAMES = sizeof names / sizeof *names };

/* The line called NAME, at or after FROM; NULL if there is none. */
static const char *line_of(const char *from, const char *name)
{
    size_t len = strlen(name);

    for (; from; from = strchr(from, '\n'), from += from != NULL)
        if (strncmp(from, name, len) == 0 && from[len] == ':')
            return from + len + 1;
    return NULL;
}

static unsigned long long bits_of(const char *name)
{
    const char *line = line_of(text, name);

    return line ? strtoull(line, NULL, 16) : 0;
}

static void on_signal(int sig)
{
    (void)sig;
}

int main(void)
{
    const char *at = text;

    plan(NAMES + 5);
    umask(0123);
    handle(SIGUSR1, on_signal, 0);
    signal(SIGUSR2, SIG_IGN);
    mask_one(SIG_BLOCK, SIGINT);
    must(raise(SIGINT));
    must(file_read("/proc/self/status", text, sizeof text));
    for (int i = 0; i < NAMES; i++) {
        const char *line = at ? line_of(at, names[i]) : NULL;
        ok(line != NULL, names[i]);
        at = line ? line : at;
    }
    is(strtol(line_of(text, "Umask"), NULL, 8), 0123, "the umask");
    ok(bits_of("SigBlk") & 1 << (SIGINT - 1), "a blocked signal");
    ok((bits_of("SigPnd") | bits_of("ShdPnd")) & 1 << (SIGINT - 1),
       "which is pending");
    ok(bits_of("SigIgn") & 1 << (SIGUSR2 - 1), "an ignored one");
    is((long)bits_of("SigCgt"), 1 << (SIGUSR1 - 1), "a caught one");
    mask_one(SIG_BLOCK, SIGINT);
    return done();
}
