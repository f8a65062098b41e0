/* SPDX-License-Identifier: MIT */
/*
 * Intrusive doubly linked lists.
 *
 * A list is a ring with a head that is no element: an object that can be on a
 * list embeds a struct list, and LIST_ENTRY goes back from the link to the
 * object.  Queues, the process list, children and mappings are all built of
 * this.  A link that is on no list points at itself, so list_remove is always
 * safe and list_is_empty(link) tells whether an object is queued.
 */
#pragma once

#include "lib/panic.h"

struct list {
    struct list *prev;
    struct list *next;
};

#define LIST_INIT(name) { &(name), &(name) }

static inline void list_init(struct list *l)
{
    l->prev = l;
    l->next = l;
}

static inline bool list_is_empty(const struct list *head)
{
    return head->next == head;
}

/* With DEBUG=1: that both neighbours of LINK know it. */
#ifdef TINE_DEBUG
#define LIST_CHECK(link)                                                       \
    do {                                                                       \
        if ((link)->next->prev != (link) || (link)->prev->next != (link))      \
            panic("a list is corrupt at %p", (const void *)(link));            \
    } while (0)
#else
#define LIST_CHECK(link) ((void)0)
#endif

/* Puts LINK before AT: before an element, or at the tail of a head's list. */
static inline void list_add_before(struct list *at, struct list *link)
{
    LIST_CHECK(at);
    link->prev = at->prev;
    link->next = at;
    at->prev->next = link;
    at->prev = link;
}

static inline void list_add_tail(struct list *head, struct list *link)
{
    list_add_before(head, link);
}

static inline void list_add_head(struct list *head, struct list *link)
{
    list_add_before(head->next, link);
}

/* Takes LINK off its list and leaves it pointing at itself. */
static inline void list_remove(struct list *link)
{
    LIST_CHECK(link);
    link->prev->next = link->next;
    link->next->prev = link->prev;
    list_init(link);
}

/* Moves all that is on FROM to the tail of HEAD's list. */
static inline void list_splice_tail(struct list *head, struct list *from)
{
    if (list_is_empty(from))
        return;
    from->next->prev = head->prev;
    head->prev->next = from->next;
    from->prev->next = head;
    head->prev = from->prev;
    list_init(from);
}

/* The object of type TYPE whose member MEMBER is the link LINK. */
#define LIST_ENTRY(link, type, member)                                         \
    ((type *)((char *)(link) - offsetof(type, member)))

#define LIST_FIRST(head, type, member) LIST_ENTRY((head)->next, type, member)

/* Visits each object in order; the body must not take VAR off the list. */
#define LIST_FOR_EACH(var, head, type, member)                                 \
    for (type *var = LIST_FIRST(head, type, member); &var->member != (head);   \
         var = LIST_FIRST(&var->member, type, member))

/* The same, and the body may take VAR (and only VAR) off the list. */
#define LIST_FOR_EACH_SAFE(var, head, type, member)                            \
    for (type *var = LIST_FIRST(head, type, member),                           \
              *var##_next = LIST_FIRST(&var->member, type, member);            \
         &var->member != (head);                                               \
         var = var##_next,                                                     \
              var##_next = LIST_FIRST(&var->member, type, member))
