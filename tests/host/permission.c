/* SPDX-License-Identifier: MIT */
/*
 * Who may send a signal to whom, and whom the four forms of kill(2)'s pid
 * reach: the rules of kill(2), tried on processes that exist only here.
 *
 * Sources: kernel/proc/kill.c kernel/lib/string.c
 */
#include <stdio.h>
#include <string.h>

#include <tine/errno.h>

#include "proc/group.h"
#include "proc/signal.h"
#include "tap.h"

enum { ROOT = 0, ALICE = 1000, BOB = 1001, PROCS = 5 };

/* 1: init. 2: the caller. 3: in its group. 4: another user's. 5: like 3, in
 * another session. */
static struct proc procs[PROCS];
static struct session sessions[2];
static struct group groups[3];
static struct cpu cpu;
static int posted[PROCS + 1];
struct proc *proc_init_process = &procs[0];

struct cpu *this_cpu(void)
{
    return &cpu;
}

struct proc *proc_find(pid_t pid)
{
    return pid >= 1 && pid <= PROCS ? &procs[pid - 1] : NULL;
}

struct proc *proc_next(struct proc *after)
{
    if (after == NULL)
        return &procs[0];
    return after == &procs[PROCS - 1] ? NULL : after + 1;
}

struct group *group_find(pid_t pgid)
{
    for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
        if (groups[i].pgid == pgid)
            return &groups[i];
    }
    return NULL;
}

siginfo_t signal_info_user(int sig, int code)
{
    return (siginfo_t){ .si_signo = sig, .si_code = code };
}

int signal_post_to(struct proc *p, enum target to, int sig,
                   const siginfo_t *info, struct sigqueue *reserved)
{
    (void)to;
    (void)sig;
    (void)info;
    (void)reserved;
    posted[p->pid]++;
    return 0;
}

static struct cred cred_of(uid_t uid, uid_t euid, uid_t suid)
{
    return (struct cred){ .uid = uid, .euid = euid, .suid = suid,
                          .effective = euid == ROOT ? CAP_ALL : 0 };
}

static void place(int pid, uid_t uid, int group)
{
    struct proc *p = &procs[pid - 1];

    p->pid = pid;
    p->cred = cred_of(uid, uid, uid);
    p->group = &groups[group];
    list_add_tail(&groups[group].members, &p->group_link);
}

static void setup(uid_t caller)
{
    memset(posted, 0, sizeof(posted));
    for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
        list_init(&groups[i].members);
        groups[i].pgid = (pid_t)(10 * (i + 1));
        groups[i].session = &sessions[i == 2];
    }
    place(1, ROOT, 0);
    place(2, caller, 1);
    place(3, ALICE, 1);
    place(4, BOB, 1);
    place(5, ALICE, 2);
    cpu.current = &procs[1];
}

/* Whether exactly the processes in REACHED (a string of pids) were sent one. */
static bool reached(const char *pids)
{
    for (int pid = 1; pid <= PROCS; pid++) {
        if (posted[pid] != (strchr(pids, '0' + pid) != NULL))
            return false;
    }
    return true;
}

static void test_may_send(void)
{
    struct cred root = cred_of(ROOT, ROOT, ROOT);
    struct cred alice = cred_of(ALICE, ALICE, ALICE);
    struct cred bob = cred_of(BOB, BOB, BOB);
    struct cred setuid = cred_of(ALICE, ROOT, ROOT);
    struct cred dropped = cred_of(ROOT, ALICE, ALICE);
    struct cred saved = cred_of(BOB, BOB, ALICE);
    struct cred effective = cred_of(BOB, ALICE, BOB);

    tap_ok(signal_may_send(&root, &bob, SIGKILL, false), "root may all");
    tap_ok(signal_may_send(&alice, &alice, SIGTERM, false),
           "a user may signal their own");
    tap_ok(!signal_may_send(&alice, &bob, SIGTERM, true),
           "a user may not signal another's");
    tap_ok(!signal_may_send(&alice, &root, SIGTERM, true),
           "a user may not signal root's");
    tap_ok(signal_may_send(&alice, &bob, SIGCONT, true),
           "SIGCONT passes within a session");
    tap_ok(!signal_may_send(&alice, &bob, SIGCONT, false),
           "SIGCONT does not leave the session");
    tap_ok(signal_may_send(&alice, &setuid, SIGINT, false),
           "the real user may signal their set-user-ID program");
    tap_ok(signal_may_send(&setuid, &bob, SIGINT, false),
           "a set-user-ID root program may all");
    tap_ok(!signal_may_send(&dropped, &bob, SIGINT, false),
           "one whose effective user is not root may not all");
    tap_ok(signal_may_send(&alice, &saved, SIGINT, false),
           "the target's saved user counts");
    tap_ok(!signal_may_send(&alice, &effective, SIGINT, false),
           "the target's effective user does not count");
    tap_ok(signal_may_send(&effective, &alice, SIGINT, false),
           "the sender's effective user counts");
}

static void test_one(void)
{
    setup(ALICE);
    tap_ok(signal_kill(3, SIGTERM) == 0 && reached("3"), "a pid reaches one");
    tap_ok(signal_kill(4, SIGTERM) == -EPERM && reached("3"),
           "another user's process is -EPERM");
    tap_ok(signal_kill(PROCS + 1, SIGTERM) == -ESRCH, "nobody is -ESRCH");
    tap_ok(signal_kill(3, SIGRTMAX_KERNEL + 1) == -EINVAL &&
           signal_kill(3, -1) == -EINVAL, "no such signal is -EINVAL");
    setup(ALICE);
    tap_ok(signal_kill(3, 0) == 0 && reached(""), "signal 0 is not sent");
    tap_ok(signal_kill(4, 0) == -EPERM, "signal 0 asks for permission");
}

static void test_many(void)
{
    setup(ALICE);
    tap_ok(signal_kill(0, SIGTERM) == 0 && reached("23"),
           "0 reaches those of the caller's group who may be reached");
    setup(ALICE);
    tap_ok(signal_kill(-30, SIGTERM) == 0 && reached("5"),
           "a negative pid reaches that group");
    tap_ok(signal_kill(-40, SIGTERM) == -ESRCH, "no such group is -ESRCH");
    setup(ALICE);
    tap_ok(signal_kill(-10, SIGTERM) == -EPERM && reached(""),
           "a group of others only is -EPERM");
    setup(ROOT);
    tap_ok(signal_kill(-1, SIGTERM) == 0 && reached("345"),
           "-1 reaches all but init and the caller");
    setup(ALICE);
    tap_ok(signal_kill(-1, SIGTERM) == 0 && reached("35"),
           "-1 of a user reaches what is theirs");
}

int main(void)
{
    test_may_send();
    test_one();
    test_many();
    return tap_done();
}
