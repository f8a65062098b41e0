/* SPDX-License-Identifier: MIT */
/*
 * The start-up stack of a program, as the System V i386 ABI (3.4.1) draws it:
 *
 *   stack_top    path of the file, environment strings, argument strings
 *                16 random bytes (AT_RANDOM)
 *                auxiliary vector, ended by AT_NULL
 *                envp[0] ... NULL
 *                argv[0] ... NULL
 *   ESP    -->   argc                                 (aligned to 16 bytes)
 *
 * The old program's memory is still there when this runs: strings go straight
 * from it, through one page of the kernel's, into the new space.  They are
 * measured first and copied then; a string that grows between the two is an
 * error, never an overflow.
 * Called by proc/exec.c in process context.
 */
#include "proc/execargs.h"

#include <asm/limits.h>
#include <asm/mman.h>
#include <tine/errno.h>

#include "arch.h"
#include "fs/cred.h"
#include "lib/random.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "mm/space.h"
#include "mm/usercopy.h"

#define ARGS_STACK_SHARE 4u
#define ARGS_BYTES_MAX (6u << 20)
#define STRING_MAX (32 * PAGE_SIZE) /* MAX_ARG_STRLEN: execve(2) */
#define STACK_SLACK (128u << 10)    /* mapped below the arguments at once */
#define STACK_ALIGN 16u
#define RANDOM_BYTES 16u

/* Where the strings and the vectors of the stack being built go next. */
struct builder {
    struct space *space;
    char *page;         /* a frame to carry strings in */
    uaddr_t string;     /* where the next string goes */
    uaddr_t string_end; /* strings may not pass this */
    uaddr_t slot;       /* where the next word goes */
};

/* How much one list of strings takes. */
struct measure {
    unsigned int count;
    size_t bytes;
};

/*
 * The address of user string INDEX of STRINGS, counted after the kernel's.
 * Returns: 1 with *ADDR, 0 at the end of the list, -EFAULT.
 */
static int strings_user_at(const struct exec_strings *strings,
                           unsigned int index, uaddr_t *addr)
{
    uaddr_t slot = strings->user +
                   (strings->user_skip + index) * sizeof(uaddr_t);
    if (strings->user == 0)
        return 0;
    if (user_get(*addr, slot) < 0)
        return -EFAULT;
    return *addr != 0;
}

/* The length of the user string at ADDR with its NUL. */
static long string_measure(char *page, uaddr_t addr)
{
    size_t len = 0;
    for (;;) {
        int got = user_read_string(page, addr + len, PAGE_SIZE);
        if (got >= 0)
            return (long)(len + (size_t)got + 1);
        if (got != -ENAMETOOLONG)
            return got;
        len += PAGE_SIZE;
        if (len >= STRING_MAX)
            return -E2BIG;
    }
}

/* How much strings and vectors may take: execve(2), limits on size. */
static size_t args_bytes_max(const struct space *space)
{
    return MAX(MIN(space->limits.stack_bytes / ARGS_STACK_SHARE, ARGS_BYTES_MAX),
               ARG_MAX);
}

static int strings_measure(const struct exec_strings *strings, char *page,
                           struct measure *sum, size_t bytes_max)
{
    for (unsigned int i = 0; i < strings->kernel_count; i++) {
        sum->count++;
        sum->bytes += strlen(strings->kernel[i]) + 1;
    }
    for (unsigned int i = 0;; i++) {
        uaddr_t addr;
        int more = strings_user_at(strings, i, &addr);
        if (more <= 0)
            return more;
        long len = string_measure(page, addr);
        if (len < 0)
            return (int)len;
        sum->count++;
        sum->bytes += (size_t)len;
        if (sum->bytes + sum->count * sizeof(uaddr_t) > bytes_max)
            return -E2BIG;
    }
}

static int builder_put_bytes(struct builder *b, const void *bytes, size_t len)
{
    if (len > b->string_end - b->string)
        return -E2BIG;
    if (space_poke(b->space, b->string, bytes, len) != len)
        return -ENOMEM;
    b->string += len;
    return 0;
}

static int builder_put_word(struct builder *b, uint32_t word)
{
    if (space_poke(b->space, b->slot, &word, sizeof(word)) != sizeof(word))
        return -ENOMEM;
    b->slot += sizeof(word);
    return 0;
}

/* Copies one user string to b->string. */
static int builder_put_user(struct builder *b, uaddr_t addr)
{
    for (;;) {
        int got = user_read_string(b->page, addr, PAGE_SIZE);
        if (got < 0 && got != -ENAMETOOLONG)
            return got;
        size_t len = got < 0 ? PAGE_SIZE : (size_t)got + 1;
        int error = builder_put_bytes(b, b->page, len);
        if (error < 0 || got >= 0)
            return error;
        addr += PAGE_SIZE;
    }
}

/* Copies at most COUNT strings, each with its pointer, then the NULL. */
static int builder_put_strings(struct builder *b,
                               const struct exec_strings *strings,
                               unsigned int count)
{
    int error;
    for (unsigned int i = 0; i < count; i++) {
        uaddr_t addr;
        uaddr_t at = b->string;
        if (i < strings->kernel_count) {
            const char *s = strings->kernel[i];
            error = builder_put_bytes(b, s, strlen(s) + 1);
        } else {
            error = strings_user_at(strings, i - strings->kernel_count, &addr);
            if (error == 0)
                return -EFAULT; /* somebody shortened the list meanwhile */
            if (error > 0)
                error = builder_put_user(b, addr);
        }
        if (error < 0 || (error = builder_put_word(b, at)) < 0)
            return error;
    }
    return builder_put_word(b, 0);
}

#define AUX_ENTRIES 16u

static int builder_put_auxv(struct builder *b, const struct execargs *args,
                            uaddr_t random, uaddr_t path)
{
    const struct elf_image *image = args->image;
    const uint32_t auxv[AUX_ENTRIES][2] = {
        { AT_PAGESZ, PAGE_SIZE },
        { AT_CLKTCK, TICK_HZ },
        { AT_PHDR, image->headers },
        { AT_PHENT, sizeof(struct elf_segment) },
        { AT_PHNUM, image->header_count },
        { AT_BASE, args->linker_bias },
        { AT_FLAGS, 0 },
        { AT_ENTRY, image->entry },
        { AT_UID, args->cred->uid },
        { AT_EUID, args->cred->euid },
        { AT_GID, args->cred->gid },
        { AT_EGID, args->cred->egid },
        { AT_SECURE, args->is_secure },
        { AT_RANDOM, random },
        { AT_EXECFN, path },
        { AT_NULL, 0 },
    };
    if (space_poke(b->space, b->slot, auxv, sizeof(auxv)) != sizeof(auxv))
        return -ENOMEM;
    b->slot += sizeof(auxv);
    return 0;
}

/* Puts everything into place; the sizes are known. */
static int builder_fill(struct builder *b, const struct execargs *args,
                        const struct measure *argv, const struct measure *envp)
{
    struct space *space = b->space;
    uint8_t random[RANDOM_BYTES];
    uaddr_t random_addr = b->string;
    int error;

    random_fill(random, sizeof(random));
    if ((error = builder_put_bytes(b, random, sizeof(random))) < 0 ||
        (error = builder_put_word(b, argv->count)) < 0)
        return error;
    space->args_start = b->string;
    if ((error = builder_put_strings(b, args->argv, argv->count)) < 0)
        return error;
    space->args_end = b->string;
    if ((error = builder_put_strings(b, args->envp, envp->count)) < 0)
        return error;
    space->env_end = b->string;
    uaddr_t path = b->string;
    if ((error = builder_put_bytes(b, args->path, strlen(args->path) + 1)) < 0)
        return error;
    return builder_put_auxv(b, args, random_addr, path);
}

static int stack_map(struct space *space, size_t used)
{
    size_t len = ROUND_UP(used + STACK_SLACK, PAGE_SIZE);
    uaddr_t at = space->stack_top - len;
    return space_map(space, at, len, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_GROWSDOWN,
                     NULL, 0, &at);
}

static int execargs_build(struct space *space, const struct execargs *args,
                          char *page, uaddr_t *stack)
{
    struct measure argv = { 0 }, envp = { 0 };
    const size_t bytes_max = args_bytes_max(space);
    int error;

    if ((error = strings_measure(args->argv, page, &argv, bytes_max)) < 0 ||
        (error = strings_measure(args->envp, page, &envp, bytes_max)) < 0)
        return error;
    size_t strings = RANDOM_BYTES + argv.bytes + envp.bytes +
                     strlen(args->path) + 1;
    size_t vectors = (1 + argv.count + 1 + envp.count + 1) * sizeof(uaddr_t) +
                     AUX_ENTRIES * 2 * sizeof(uint32_t);
    if (strings + vectors > bytes_max)
        return -E2BIG;

    space->stack_top = USER_END - PAGE_SIZE;
    if ((error = stack_map(space, strings + vectors)) < 0)
        return error;
    struct builder b = {
        .space = space,
        .page = page,
        .string = space->stack_top - strings,
        .string_end = space->stack_top,
    };
    b.slot = ROUND_DOWN(b.string - vectors, STACK_ALIGN);
    *stack = b.slot;
    return builder_fill(&b, args, &argv, &envp);
}

int execargs_push(struct space *space, const struct execargs *args,
                  uaddr_t *stack)
{
    paddr_t frame = frame_alloc();
    if (!frame)
        return -ENOMEM;
    int error = execargs_build(space, args, frame_to_virt(frame), stack);
    frame_put(frame);
    return error;
}
