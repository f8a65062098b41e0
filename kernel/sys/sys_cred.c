/* SPDX-License-Identifier: MIT */
/*
 * System calls about identity: user and group ids, as credentials(7) has them.
 *
 * Only root may become somebody else; anybody may go back and forth between his
 * real, effective and saved ids.  What holds for users holds for groups, and for
 * the ids of 16 bits from days of old: so four calls are one function here, and
 * their rows in the table say of which ids.
 * Called by sys/variants.c in process context.
 */
#include "sys/handler.h"

/* Copies one id out or in; a narrow one by the rules of the old calls. */
static int id_put(uaddr_t at, unsigned int id, size_t id_bytes)
{
    if (id_bytes < sizeof(id) && id > ID_MAX_16)
        id = ID_OVERFLOW_16;
    return user_write(at, &id, id_bytes); /* the low bytes come first */
}

static int id_get(unsigned int *id, uaddr_t at, size_t id_bytes)
{
    *id = 0;
    int error = user_read(id, at, id_bytes);
    if (id_bytes < sizeof(*id) && *id == ID_MAX_16)
        *id = ID_UNCHANGED;
    return error;
}

long ids_put(const struct cred_ids *ids, uaddr_t real, uaddr_t effective,
             uaddr_t saved, size_t id_bytes)
{
    if (id_put(real, ids->real, id_bytes) < 0 ||
        id_put(effective, ids->effective, id_bytes) < 0 ||
        id_put(saved, ids->saved, id_bytes) < 0)
        return -EFAULT;
    return 0;
}

/* ---- Changing them ----------------------------------------------------------- */

/* Whether the running process may make its ids NOW of one kind what it likes. */
static bool ids_are_free(const struct cred_ids *now)
{
    return cred_can(&this_proc()->cred,
                    now == own_uids() ? CAP_SETUID : CAP_SETGID);
}

/* The real one may not come from the saved one. */
static bool ids_may_be_real(const struct cred_ids *now, unsigned int id)
{
    return id == ID_UNCHANGED || id == now->real || id == now->effective ||
           ids_are_free(now);
}

static bool ids_may_become(const struct cred_ids *now, unsigned int id)
{
    return id == now->saved || ids_may_be_real(now, id);
}

/*
 * Takes on IDS, which are the running process's of one kind changed.  What it
 * asked for in its old role does not hold in a new one: prctl(2).
 */
static long ids_commit(struct cred_ids *now, const struct cred_ids *ids)
{
    struct proc *p = this_proc();
    const struct cred was = p->cred;
    if (now->effective != ids->effective || now->file != ids->file) {
        p->traits.is_dumpable = false;
        p->death_signal = 0;
    }
    *now = *ids;
    cred_follow_ids(&p->cred, &was);
    return 0;
}

/* The effective id counts for files, too, until setfsuid. */
static long ids_become(struct cred_ids *now, unsigned int real,
                       unsigned int effective, unsigned int saved)
{
    struct cred_ids ids = *now;
    if (real != ID_UNCHANGED)
        ids.real = real;
    if (effective != ID_UNCHANGED)
        ids.effective = effective;
    if (saved != ID_UNCHANGED)
        ids.saved = saved;
    ids.file = ids.effective;
    return ids_commit(now, &ids);
}

long ids_set(struct cred_ids *now, unsigned int id)
{
    if (id == ID_UNCHANGED)
        return -EINVAL;
    if (ids_are_free(now))
        return ids_become(now, id, id, id);
    if (id != now->real && id != now->saved)
        return -EPERM;
    return ids_become(now, ID_UNCHANGED, id, ID_UNCHANGED);
}

long ids_set_two(struct cred_ids *now, unsigned int real,
                 unsigned int effective)
{
    if (!ids_may_be_real(now, real) || !ids_may_become(now, effective))
        return -EPERM;
    if (effective == ID_UNCHANGED && real != ID_UNCHANGED)
        effective = now->effective;
    bool is_saved = real != ID_UNCHANGED || effective != now->real;
    return ids_become(now, real, effective, is_saved ? effective : ID_UNCHANGED);
}

long ids_set_three(struct cred_ids *now, unsigned int real,
                   unsigned int effective, unsigned int saved)
{
    if (!ids_may_become(now, real) || !ids_may_become(now, effective) ||
        !ids_may_become(now, saved))
        return -EPERM;
    return ids_become(now, real, effective, saved);
}

long ids_set_file(struct cred_ids *now, unsigned int id)
{
    struct cred_ids ids = *now;
    if (id == ID_UNCHANGED || !ids_may_become(now, id))
        return (long)now->file;
    ids.file = id;
    unsigned int old = now->file;
    ids_commit(now, &ids);
    return (long)old;
}

/* ---- Supplementary groups ---------------------------------------------------- */

long groups_put(unsigned int size, uaddr_t list, size_t id_bytes)
{
    const struct cred *cred = &this_proc()->cred;
    if ((int)size < 0 || (size > 0 && size < cred->ngroups))
        return -EINVAL;
    for (unsigned int i = 0; size > 0 && i < cred->ngroups; i++) {
        if (id_put(list + i * id_bytes, *grouplist_at(cred->groups, i),
                   id_bytes) < 0)
            return -EFAULT;
    }
    return (long)cred->ngroups;
}

static long groups_read(struct grouplist *groups, unsigned int count,
                        uaddr_t list, size_t id_bytes)
{
    for (unsigned int i = 0; i < count; i++) {
        gid_t *group = grouplist_at(groups, i);
        if (id_get(group, list + i * id_bytes, id_bytes) < 0)
            return -EFAULT;
        if (*group == ID_UNCHANGED)
            return -EINVAL;
    }
    grouplist_sort(groups, count);
    return 0;
}

long groups_set(unsigned int size, uaddr_t list, size_t id_bytes)
{
    struct cred *cred = &this_proc()->cred;
    if (!cred_can(cred, CAP_SETGID))
        return -EPERM;
    if (size > NGROUPS_MAX)
        return -EINVAL;
    struct grouplist *groups = grouplist_alloc(size);
    if (!groups)
        return -ENOMEM;
    long error = groups_read(groups, size, list, id_bytes);
    grouplist_put(error < 0 ? groups : cred->groups);
    if (error == 0) {
        cred->groups = groups;
        cred->ngroups = size;
    }
    return error;
}
