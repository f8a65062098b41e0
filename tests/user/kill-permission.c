/* SPDX-License-Identifier: MIT */
/*
 * Only root and processes of the same user may send a signal; others get
 * EPERM, also for signal 0; SIGCONT within a session is always allowed
 * (kill(2)).
 * Needs: root
 */
#include "tap.h"

enum { UID_A = 2001, UID_B = 2002 };

static int child_of_user_pauses(void *arg)
{
    expect(setuid((uid_t) * (int *)arg) == 0);
    return child_pauses(NULL);
}

struct job {
    pid_t same;
    pid_t other;
    pid_t root;
    pid_t far;
};

static int child_tries(void *arg)
{
    struct job *job = arg;

    expect(setuid(UID_A) == 0);
    expect(kill(job->same, 0) == 0);
    expect(kill(job->other, 0) == -1 && errno == EPERM);
    expect(kill(job->other, SIGTERM) == -1 && errno == EPERM);
    expect(kill(job->root, SIGKILL) == -1 && errno == EPERM);
    expect(kill(1, SIGTERM) == -1 && errno == EPERM);
    expect(kill(job->other, SIGCONT) == 0);
    expect(kill(job->far, SIGCONT) == -1 && errno == EPERM);
    expect(kill(job->same, SIGTERM) == 0);
    return 0;
}

static int child_kills_all(void *unused)
{
    (void)unused;
    expect(setuid(UID_A) == 0);
    return kill(-1, SIGKILL) == -1 && errno == ESRCH ? 0 : errno;
}

static int child_of_b_in_own_session(void *unused)
{
    (void)unused;
    expect(setsid() != -1);
    expect(setuid(UID_B) == 0);
    return child_pauses(NULL);
}

static bool has_uid(pid_t pid, unsigned int uid)
{
    char path[64];
    struct stat attributes;

    snprintf(path, sizeof path, "/proc/%d", (int)pid);
    return stat(path, &attributes) == 0 && attributes.st_uid == uid;
}

int main(void)
{
    int a = UID_A, b = UID_B;
    struct job job;

    need_root();
    plan(8);
    job.same = child_start(child_of_user_pauses, &a);
    job.other = child_start(child_of_user_pauses, &b);
    job.root = child_start(child_pauses, NULL);
    job.far = child_start(child_of_b_in_own_session, NULL);
    ok(wait_until(has_uid(job.same, UID_A) && has_uid(job.other, UID_B) &&
                  has_uid(job.far, UID_B) && is_asleep(job.far)),
       "processes of three users");
    ok(exited_with(child_run(child_tries, &job), 0),
       "each kill() is allowed or EPERM as it should be");
    ok(killed_by(child_wait(job.same), SIGTERM), "the same user's is ended");
    ok(wait_until(is_asleep(job.other)), "the other user's lives");
    is(kill(job.other, SIGTERM), 0, "root may signal anyone");
    ok(killed_by(child_wait(job.other), SIGTERM), "which ends it");
    is(kill(job.far, SIGKILL), 0, "in any session");
    child_wait(job.far);
    ok(exited_with(child_run(child_kills_all, NULL), 0) &&
       proc_state(job.root) == 'S',
       "kill(-1) passes over those one may not signal");
    child_kill(job.root);
    return done();
}
