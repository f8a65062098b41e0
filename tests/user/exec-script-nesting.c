/* SPDX-License-Identifier: MIT */
/*
 * An interpreter may be a script itself, five deep; its line gives it one
 * argument, blanks and all; a bad line is ENOEXEC, a missing interpreter
 * ENOENT (execve(2), "Interpreter scripts").
 */
#include "tap.h"

static char program[512];

static void script_write(const char *path, const char *line)
{
    file_write(path, line);
    must(chmod(path, 0755));
}

/* How PATH ends when it is executed: a status, or 100 plus the errno. */
static int run(const char *path)
{
    pid_t pid = fork();

    if (pid == 0) {
        char *args[] = {(char *)"x", (char *)"last", NULL};
        char *env[] = {NULL};

        execve(path, args, env);
        _exit(100 + errno);
    }
    return WEXITSTATUS(child_wait(pid));
}

/* As an interpreter: says which arguments it got. */
static int interpreter_main(int argc, char **argv)
{
    if (strcmp(argv[1], "nest") == 0)
        return argc; /* the scripts' names, innermost first, then "last" */
    if (strcmp(argv[1], "two  words") == 0)
        return argc == 4 && strcmp(argv[2], "s1") == 0 ? 20 : 1;
    return strcmp(argv[1], "s2") == 0 && strcmp(argv[2], "last") == 0 ? 21 : 1;
}

int main(int argc, char **argv)
{
    char line[600], before[8], path[8];

    if (argc > 1)
        return interpreter_main(argc, argv);
    plan(16);
    must(realpath(argv[0], program) == NULL ? -1 : 0);
    snprintf(line, sizeof line, "#! %s  two  words \t\nmore\n", program);
    script_write("s1", line);
    is(run("s1"), 20, "one argument, blanks and all");
    snprintf(line, sizeof line, "#!%s", program);
    script_write("s2", line);
    is(run("s2"), 21, "no argument, no newline");
    script_write("s3", "#!\n");
    is(run("s3"), 100 + ENOEXEC, "no interpreter: ENOEXEC");
    script_write("s3", "#!   \t\n");
    is(run("s3"), 100 + ENOEXEC, "only blanks: ENOEXEC");
    script_write("s3", "#!");
    is(run("s3"), 100 + EACCES, "the file ends there: EACCES");
    script_write("s3", "#! ");
    is(run("s3"), 100 + EACCES, "or behind a blank: EACCES");
    script_write("s3", "#!/missing/interpreter\n");
    is(run("s3"), 100 + ENOENT, "a missing interpreter: ENOENT");
    script_write("s3", "#!/dev/null\n");
    is(run("s3"), 100 + EACCES, "one that is no file: EACCES");
    memset(line, 'a', sizeof line);
    memcpy(line, "#!/", 3);
    strcpy(line + 400, "\n");
    script_write("s3", line);
    is(run("s3"), 100 + ENOEXEC, "a name longer than the line counts: ENOEXEC");
    snprintf(line, sizeof line, "#!%s two", program);
    memset(line + strlen(line), 'x', 300);
    strcpy(line + 500, "\n");
    script_write("s3", line);
    ok(run("s3") < 100, "an argument may be cut");

    snprintf(line, sizeof line, "#!%s nest\n", program);
    script_write("n1", line);
    for (int depth = 1; depth <= 5; depth++) {
        snprintf(path, sizeof path, "n%d", depth);
        is(run(path), 2 + depth + 1, path);
        strcpy(before, path);
        snprintf(path, sizeof path, "n%d", depth + 1);
        snprintf(line, sizeof line, "#!%s\n", before);
        script_write(path, line);
    }
    is(run("n6"), 100 + ELOOP, "six are too many: ELOOP");
    return done();
}
