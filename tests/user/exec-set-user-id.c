/* SPDX-License-Identifier: MIT */
/*
 * A set-user-ID or set-group-ID program runs as its file's owner, with that
 * as the saved id and AT_SECURE set; a script does not, nor does a caller
 * that gave up new privileges (execve(2), prctl(2), getauxval(3)).
 * Needs: root
 */
#include "tap.h"

#include <sys/prctl.h>

#define PROGRAM "exec-set-user-id.tmp"
#define SCRIPT "exec-set-user-id.sh"

enum { OWNER = 2001, GROUP, USER, AT_EUID_ENTRY = 12, AT_SECURE_ENTRY = 23 };
enum { GET_DUMPABLE = 3, SET_NO_NEW_PRIVS = 38 };

/* The value of the auxiliary vector's entry TYPE; it follows the environment. */
static unsigned long aux(char **envp, unsigned long type)
{
    unsigned long *entry;

    while (*envp != NULL)
        envp++;
    for (entry = (unsigned long *)(envp + 1); entry[0] != 0; entry += 2)
        if (entry[0] == type)
            return entry[1];
    return ~0UL;
}

/* As the program: whether its ids are MODE's. */
static int program_main(const char *mode, char **envp)
{
    bool is_lent = strcmp(mode, "lent") == 0;
    uid_t r, e, s;
    gid_t rg, eg, sg;

    expect(getresuid(&r, &e, &s) == 0 && getresgid(&rg, &eg, &sg) == 0);
    expect(r == USER && e == (is_lent ? OWNER : USER) && s == e);
    expect(rg == USER && eg == (is_lent ? GROUP : USER) && sg == eg);
    expect(aux(envp, AT_SECURE_ENTRY) == is_lent);
    expect(aux(envp, AT_EUID_ENTRY) == e);
    expect((prctl(GET_DUMPABLE, 0UL, 0UL, 0UL, 0UL) == 1) == !is_lent);
    return 5;
}

static void copy(const char *from, const char *to)
{
    static char buf[4096];
    int in = (int)must(open(from, O_RDONLY));
    int out = (int)must(open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755));
    ssize_t n;

    while ((n = read(in, buf, sizeof buf)) > 0)
        must(write(out, buf, (size_t)n) == n ? 0 : -1);
    must(close(in));
    must(close(out));
}

static const char *file, *mode;
static bool gives_up;

static int child_execs(void *unused)
{
    char *args[] = {(char *)file, (char *)mode, NULL};

    (void)unused;
    expect(setresgid(USER, USER, USER) == 0);
    expect(setresuid(USER, USER, USER) == 0);
    if (gives_up)
        expect(prctl(SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) == 0);
    execv(file, args);
    return 127;
}

static bool runs(const char *path, const char *wanted, bool no_new_privs)
{
    file = path;
    mode = wanted;
    gives_up = no_new_privs;
    return exited_with(child_run(child_execs, NULL), 5);
}

int main(int argc, char **argv, char **envp)
{
    char line[64 + sizeof PROGRAM];

    if (argc > 1)
        return program_main(argv[1], envp);
    need_root();
    plan(4);
    must(chmod(".", 0755));
    copy(argv[0], PROGRAM);
    must(chmod(PROGRAM, 0755));
    ok(runs("./" PROGRAM, "own", false), "without the bits: as the caller");
    must(chown(PROGRAM, OWNER, GROUP));
    must(chmod(PROGRAM, 06755));
    ok(runs("./" PROGRAM, "lent", false), "with them: as the owner");
    ok(runs("./" PROGRAM, "own", true), "not with no new privileges");
    must(chmod(PROGRAM, 0755));
    snprintf(line, sizeof line, "#!./%s own\n", PROGRAM);
    file_write(SCRIPT, line);
    must(chown(SCRIPT, OWNER, GROUP));
    must(chmod(SCRIPT, 06755));
    ok(runs("./" SCRIPT, "x", false), "a script's bits do nothing");
    unlink(PROGRAM);
    unlink(SCRIPT);
    return done();
}
