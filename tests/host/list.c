/* SPDX-License-Identifier: MIT */
/*
 * Lists: what is put in comes out in order, and a link knows whether it is in.
 *
 * Sources:
 */
#include "lib/list.h"

#include "tap.h"

struct item {
    int value;
    struct list link;
};

/* The values in order, as digits of one number. */
static int list_digits(struct list *head)
{
    int digits = 0;

    LIST_FOR_EACH(item, head, struct item, link)
        digits = digits * 10 + item->value;
    return digits;
}

int main(void)
{
    struct list head = LIST_INIT(head);
    struct item items[5];

    for (int i = 0; i < 5; i++) {
        items[i].value = i + 1;
        list_init(&items[i].link);
    }
    tap_ok(list_is_empty(&head), "a new list is empty");
    list_add_tail(&head, &items[1].link);
    list_add_tail(&head, &items[2].link);
    tap_is(list_digits(&head), 23, "the tail is the end");
    list_add_head(&head, &items[0].link);
    tap_is(list_digits(&head), 123, "the head is the beginning");
    list_add_before(&items[1].link, &items[4].link);
    tap_is(list_digits(&head), 1523, "an element goes before another");
    tap_is(LIST_FIRST(&head, struct item, link)->value, 1, "the first one");
    list_remove(&items[4].link);
    tap_is(list_digits(&head), 123, "removing leaves the others in order");
    tap_ok(list_is_empty(&items[4].link), "a removed link is on no list");
    list_remove(&items[4].link);
    tap_is(list_digits(&head), 123, "removing it again does nothing");
    LIST_FOR_EACH_SAFE(item, &head, struct item, link) {
        if (item->value != 2)
            list_remove(&item->link);
    }
    tap_is(list_digits(&head), 2, "the safe loop may remove what it visits");
    list_remove(&items[1].link);
    tap_ok(list_is_empty(&head), "after the last removal the list is empty");
    return tap_done();
}
