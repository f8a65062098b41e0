/* SPDX-License-Identifier: MIT */
/*
 * Process 1: made by hand at boot, since there is nobody to fork it from.
 *
 * It is built with the same functions that fork and exec use; only its parent,
 * its session and its console have to be found otherwise.
 * Called by main.c, and by exit.c when process 1 ends.
 * Read next: user/bin/init.c.
 */
#include "proc/init.h"

#include <asm/wait.h>

#include "arch.h"
#include "fs/file.h"
#include "fs/path.h"
#include "lib/errors.h"
#include "lib/option.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "proc/exec.h"
#include "proc/group.h"
#include "proc/limits.h"
#include "proc/signal.h"
#include "sched/core.h"
#include "x86/trapframe.h"

#define INIT_DEFAULT "/bin/init"
#define INIT_ARGS_MAX 32u
#define INIT_CONSOLE "/dev/console"

static const char *const init_environment[] = {
    "PATH=/bin",
    "HOME=/",
    "TERM=vt100",
};

static const char *init_path;

/* Descriptors 0, 1 and 2 lead to one open file, as after a login. */
static void init_open_console(struct proc *p)
{
    struct file *console;
    if (path_open(&path_env_kernel, INIT_CONSOLE, O_RDWR | O_NOCTTY, 0,
                  &console) < 0)
        panic("cannot open " INIT_CONSOLE);
    for (int fd = 0; fd <= 2; fd++) {
        if (fd_install(p->files, file_get(console), fd, 0) != fd)
            panic("no memory for the first program's descriptors");
    }
    file_put(console);
}

static void init_setup(struct proc *p)
{
    static const struct trapframe no_registers;

    p->files = filetable_alloc();
    p->workdir = workdir_alloc();
    p->actions = sigactions_alloc();
    p->cred = cred_root;
    p->exit_signal = SIGCHLD;
    limits_init(p);
    p->traits.is_dumpable = true;
    struct group *group = group_alloc_session(p);
    if (!p->files || !p->workdir || !p->actions || !group)
        panic("no memory for the first process");
    group->session->leader = p;
    group_join(p, group);
    p->context = context_setup_user(p->kstack_top, &no_registers, &p->frame);
    init_open_console(p);
}

static void init_exec(struct proc *p)
{
    const char *args[INIT_ARGS_MAX] = { init_path };
    unsigned int count = 1;
    while (count < INIT_ARGS_MAX && (args[count] = option_argument(count - 1)))
        count++;
    struct exec_request request = {
        .name = init_path,
        .argv = { .kernel = args, .kernel_count = count },
        .envp = { .kernel = init_environment,
                  .kernel_count = ARRAY_LEN(init_environment) },
    };
    int error = path_resolve(&path_env_kernel, init_path, PATH_FOLLOW,
                             &request.inode);
    if (error == 0)
        error = exec_program(p, &request);
    inode_put(request.inode);
    if (error < 0) { /* the user is told why, and that is all */
        klog("init: cannot run %s: %s\n", init_path, error_text(-error));
        machine_poweroff();
    }
}

void init_start(void)
{
    int error;
    struct proc *p = proc_alloc(&error);
    if (!p)
        panic("no memory for the first process");
    init_path = option_get("init");
    if (!init_path || !*init_path)
        init_path = INIT_DEFAULT;
    proc_init_process = p;
    init_setup(p);
    init_exec(p);
    proc_publish(p);
    sched_ready(p, SCHED_NEW, "boot");
}

void init_ended(int status)
{
    if (WIFEXITED(status))
        klog("init: %s exited %d\n", init_path, WEXITSTATUS(status));
    else
        klog("init: %s killed by %d\n", init_path, WTERMSIG(status));
    machine_poweroff();
}
