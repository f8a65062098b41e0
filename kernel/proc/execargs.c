/* SPDX-License-Identifier: MIT */
/*
 * The start-up stack of a program, as the System V i386 ABI (3.4.1) draws it:
 *
 *   stack_top    path of the file, environment strings, argument strings
 *                16 random bytes (AT_RANDOM), the CPU's name (AT_PLATFORM)
 *                auxiliary vector, ended by AT_NULL
 *                envp[0] ... NULL
 *                argv[0] ... NULL
 *   ESP    -->   argc                                 (aligned to 16 bytes)
 *
 * The old program's memory is still there when this runs: strings go straight
 * from it, through one page of the kernel's, into the new space.  The same walk
 * is made twice: the first only measures, the second puts everything into place.
 * What has another size then, since somebody changed it meanwhile, is an error,
 * never an overflow.
 * Called by proc/exec.c in process context.
 */
#include "proc/execargs.h"

#include <asm/limits.h>
#include <asm/mman.h>

#include "lib/random.h"
#include "lib/string.h"
#include "lib/version.h"
#include "mm/kmalloc.h"
#include "mm/space.h"
#include "mm/usercopy.h"

#define ARGS_STACK_SHARE 4u
#define ARGS_BYTES_MAX (6u << 20)
#define STRING_MAX (32 * PAGE_SIZE) /* MAX_ARG_STRLEN: execve(2) */
#define STACK_SLACK (128u << 10)    /* mapped below the arguments at once */
#define STACK_ALIGN 16u
#define RANDOM_BYTES 16u

/* A part of the stack that is being built: what comes next goes to AT. */
struct region {
    uaddr_t at, end;
};

struct builder {
    struct exec_job *job;
    char *page;             /* a frame to carry strings in */
    bool is_measuring;      /* nothing is written; the regions begin at 0 */
    unsigned int argc;      /* known from the first walk */
    struct region strings;
    struct region vectors;
};

static int builder_put(struct builder *b, struct region *region,
                       const void *bytes, size_t len)
{
    if (len > region->end - region->at)
        return -E2BIG;
    if (!b->is_measuring && space_poke(b->job->space, region->at, bytes, len) != len)
        return -ENOMEM;
    region->at += len;
    return 0;
}

static int builder_put_word(struct builder *b, uint32_t word)
{
    return builder_put(b, &b->vectors, &word, sizeof(word));
}

static int builder_put_string(struct builder *b, const char *s)
{
    return builder_put(b, &b->strings, s, strlen(s) + 1);
}

/* Copies one user string, a page at a time. */
static int builder_put_user(struct builder *b, uaddr_t addr)
{
    for (uaddr_t at = addr; at - addr < STRING_MAX; at += PAGE_SIZE) {
        int got = user_read_string(b->page, at, PAGE_SIZE);
        if (got < 0 && got != -ENAMETOOLONG)
            return got;
        size_t len = got < 0 ? PAGE_SIZE : (size_t)got + 1;
        int error = builder_put(b, &b->strings, b->page, len);
        if (error < 0 || got >= 0)
            return error;
    }
    return -E2BIG;
}

/* Copies string INDEX of LIST. Returns: 0, or 1 where the list ends. */
static int builder_put_item(struct builder *b, const struct exec_strings *list,
                            unsigned int index)
{
    uaddr_t addr = 0;
    if (index < list->kernel_count)
        return builder_put_string(b, list->kernel[index]);
    index += list->user_skip - list->kernel_count;
    if (list->user && user_get(addr, list->user + index * sizeof(addr)) < 0)
        return -EFAULT;
    return addr ? builder_put_user(b, addr) : 1;
}

/* What stands before a script's name goes nowhere, but has to be there. */
static int builder_check_skipped(struct builder *b, const struct exec_strings *list)
{
    struct exec_strings skipped = { .user = list->user };
    struct region kept = b->strings;
    int error = 0;
    for (unsigned int i = 0; error == 0 && i < list->user_skip; i++)
        error = builder_put_item(b, &skipped, i);
    b->strings = kept;
    return MIN(error, 0);
}

/* Copies all strings, each with its pointer, then the NULL.
 * Returns: how many there are. */
static int builder_put_list(struct builder *b, const struct exec_strings *list)
{
    unsigned int count;
    int error = 0;
    for (count = 0; error == 0; count++) {
        uaddr_t at = b->strings.at;
        error = builder_put_item(b, list, count);
        if (error == 0)
            error = builder_put_word(b, at);
    }
    if (error > 0)
        error = builder_put_word(b, 0);
    return error < 0 ? error : (int)count - 1;
}

static int builder_put_auxv(struct builder *b, uaddr_t random, uaddr_t platform,
                            uaddr_t path)
{
    const struct exec_job *job = b->job;
    const struct elf_image *image = &job->image;
    const uint32_t auxv[][2] = {
        { AT_PAGESZ, PAGE_SIZE },
        { AT_CLKTCK, TICK_HZ },
        { AT_PHDR, image->headers },
        { AT_PHENT, sizeof(struct elf_segment) },
        { AT_PHNUM, image->header_count },
        { AT_BASE, job->linker_image.bias },
        { AT_FLAGS, 0 },
        { AT_ENTRY, image->entry },
        { AT_UID, job->cred.uid },
        { AT_EUID, job->cred.euid },
        { AT_GID, job->cred.gid },
        { AT_EGID, job->cred.egid },
        { AT_SECURE, job->is_secure },
        { AT_RANDOM, random },
        { AT_PLATFORM, platform },
        { AT_EXECFN, path },
        { AT_NULL, 0 },
    };
    return builder_put(b, &b->vectors, auxv, sizeof(auxv));
}

/* One walk over all that the stack shall hold. */
static int builder_walk(struct builder *b)
{
    const struct exec_request *request = b->job->request;
    struct space *space = b->job->space;
    uint8_t random[RANDOM_BYTES];
    uaddr_t random_addr = b->strings.at;
    int error, argc;

    random_fill(random, sizeof(random));
    if ((error = builder_put(b, &b->strings, random, sizeof(random))) < 0 ||
        (error = builder_put_string(b, VERSION_MACHINE)) < 0 ||
        (error = builder_put_word(b, b->argc)) < 0)
        return error;
    space->args_start = b->strings.at;
    if (b->is_measuring &&
        (error = builder_check_skipped(b, &b->job->argv)) < 0)
        return error;
    if ((argc = builder_put_list(b, &b->job->argv)) < 0)
        return argc;
    b->argc = (unsigned int)argc;
    space->args_end = b->strings.at;
    if ((error = builder_put_list(b, &request->envp)) < 0)
        return error;
    space->env_end = b->strings.at;
    space->auxv_start = b->vectors.at;
    error = builder_put_string(b, request->name);
    if (error == 0)
        error = builder_put_auxv(b, random_addr, random_addr + RANDOM_BYTES,
                                 space->env_end);
    space->auxv_end = b->vectors.at;
    return error;
}

/* How much strings and vectors may take: execve(2), limits on size. */
static size_t args_bytes_max(const struct space *space)
{
    return MAX(MIN(space->limits.stack_bytes / ARGS_STACK_SHARE, ARGS_BYTES_MAX),
               ARG_MAX);
}

/* Maps what is USED and some more, as far as RLIMIT_STACK goes. */
static int stack_map(struct space *space, size_t used)
{
    size_t args = ROUND_UP(used, PAGE_SIZE);
    size_t limit = ROUND_DOWN(space->limits.stack_bytes, PAGE_SIZE);
    size_t len = MAX(args, MIN(args + STACK_SLACK, limit));
    uaddr_t at = space->stack_top - len;
    return space_map(space, at, len, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_GROWSDOWN,
                     NULL, 0, &at);
}

static int execargs_build(struct builder *b)
{
    struct space *space = b->job->space;
    const size_t bytes_max = args_bytes_max(space);

    b->is_measuring = true;
    b->strings.end = b->vectors.end = bytes_max;
    int error = builder_walk(b);
    if (error < 0)
        return error;
    size_t strings = b->strings.at, vectors = b->vectors.at;
    if (strings + vectors > bytes_max ||
        ROUND_UP(strings, PAGE_SIZE) > MAX(space->limits.stack_bytes, PAGE_SIZE))
        return -E2BIG;

    space->stack_top = USER_END - PAGE_SIZE;
    if ((error = stack_map(space, strings + vectors)) < 0)
        return error;
    b->is_measuring = false;
    b->strings = (struct region){ space->stack_top - strings, space->stack_top };
    uaddr_t stack = ROUND_DOWN(b->strings.at - vectors, STACK_ALIGN);
    b->job->stack = stack;
    b->vectors = (struct region){ stack, stack + vectors };
    error = builder_walk(b);
    if (error == 0 && (b->strings.at != b->strings.end ||
                       b->vectors.at != b->vectors.end))
        return -EFAULT; /* somebody shortened them meanwhile */
    return error;
}

int execargs_push(struct exec_job *job)
{
    struct builder b = { .job = job, .page = kmalloc(PAGE_SIZE) };
    if (!b.page)
        return -ENOMEM;
    int error = execargs_build(&b);
    kind_free(b.page);
    return error;
}
