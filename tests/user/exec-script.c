/* SPDX-License-Identifier: MIT */
/*
 * A file that begins with "#!" is run by the interpreter named there, with
 * the optional argument and the script's name first (execve(2)).
 */
#include "tap.h"

static void script_make(const char *name, const char *head, const char *self)
{
    char text[600];

    snprintf(text, sizeof text, "#!%s%s\n", head, self);
    file_write(name, text);
    must(chmod(name, 0755));
}

static char ignored[] = "ignored";
static char *args[] = {ignored, (char *)"a1", (char *)"a2", NULL};

static int script_run(const char *path)
{
    char *env[] = {NULL};
    pid_t pid = fork();

    if (pid == 0) {
        execve(path, args, env);
        _exit(errno);
    }
    return child_wait(pid);
}

/* As interpreter: answers by its exit status. */
static int interpret(int argc, char **argv)
{
    if (argc == 4 && strcmp(argv[1], "./plain") == 0)
        return strcmp(argv[2], "a1") == 0 && strcmp(argv[3], "a2") == 0 ? 21
                                                                        : 1;
    if (argc == 5 && strcmp(argv[1], "one arg") == 0)
        return strcmp(argv[2], "./option") == 0 ? 22 : 1;
    if (argc == 5 && strcmp(argv[2], "./long") == 0)
        return strlen("#!") + strlen(argv[0]) + 1 + strlen(argv[1]) == 255 ? 23 : 1;
    return 2;
}

int main(int argc, char **argv)
{
    char with_option[600];

    if (argc > 1)
        return interpret(argc, argv);
    plan(7);
    script_make("plain", "", argv[0]);
    snprintf(with_option, sizeof with_option, "%s one arg", argv[0]);
    script_make("option", " ", with_option);
    snprintf(with_option, sizeof with_option, "%s %0400d", argv[0], 0);
    script_make("long", "", with_option);
    script_make("lost", "", "/no/such/interpreter");
    script_make("dir", "", "/");
    ok(exited_with(script_run("./plain"), 21),
       "the interpreter gets the script's name and the arguments");
    ok(exited_with(script_run("./option"), 22),
       "what follows the interpreter is one argument, with its blanks");
    ok(exited_with(script_run("./long"), 23), "a line counts up to its 255th byte");
    args[0] = (char *)8;
    ok(exited_with(script_run("./plain"), EFAULT), "argv[0] has to be there: EFAULT");
    args[0] = ignored;
    ok(exited_with(script_run("./lost"), ENOENT),
       "a missing interpreter: ENOENT");
    ok(exited_with(script_run("./dir"), EACCES),
       "a directory as interpreter: EACCES");
    script_make("nested", "", "./plain");
    ok(exited_with(script_run("./nested"), 2),
       "an interpreter may itself be a script");
    return done();
}
