/* SPDX-License-Identifier: MIT */
/*
 * The trace as the boot option wants it: trace=com2,16384,+calls, in any order.
 *
 * "com2" sends the stream to the second serial port, a number is how many records
 * the ring has, the other words are those of /proc/trace.  Called once at boot; from
 * then on events are kept.
 * Read next: debug/trace_file.c.
 */
#include "debug/trace_com2.h"
#include "debug/trace_mask.h"
#include "debug/trace_ring.h"
#include "lib/number.h"
#include "lib/option.h"
#include "lib/printf.h"
#include "lib/string.h"

#define OPTION_BYTES 128u
#define DEFAULT_MASK "states,life,signals"
#define FEW 512u   /* where nobody listens */
#define MANY 16384u

struct trace_wish {
    unsigned long size;
    bool has_com2;
};

static void wish_word(struct trace_wish *wish, const char *word)
{
    if (strcmp(word, "com2") == 0)
        wish->has_com2 = true;
    else if (!number_parse(word, TRACE_MOST, &wish->size) &&
             !trace_mask_set(word))
        klog("trace=%s: neither com2, nor a number, nor a category\n", word);
}

static void wish_words(struct trace_wish *wish, const char *option)
{
    char words[OPTION_BYTES];
    char *word = words;

    strlcpy(words, option, sizeof(words));
    while (word) {
        char *comma = strchr(word, ',');
        if (comma)
            *comma++ = '\0';
        wish_word(wish, word);
        word = comma;
    }
}

void trace_init(void)
{
    const char *option = option_get("trace");
    struct trace_wish wish = { .size = 0 };

    trace_mask_set(DEFAULT_MASK);
    if (option)
        wish_words(&wish, option);
    if (wish.size == 0)
        wish.size = wish.has_com2 ? MANY : FEW;
    trace_ring_make((unsigned int)wish.size);
    trace_file_init();
    if (wish.has_com2)
        trace_com2_init();
}
