/* SPDX-License-Identifier: MIT */
/*
 * An address space: mappings, as a sorted list and as a tree, and the page tables
 * that they have filled so far.  Pages come at the first touch, in pagefault.c.
 *
 * A space is a counted object: fork copies it, vfork and clone share it.
 * Addresses and lengths here are in bytes; the space's user half is
 * [USER_START, USER_END).
 */
#pragma once

#include "lib/list.h"
#include "lib/tree.h"

#define USER_START 0x00001000u /* page 0 is never mapped */
#define USER_END 0xC0000000u
#define STACK_LIMIT_BYTES (8u << 20)

struct backing;

/* How a mapping reaches what stands behind it; NULL backing is anonymous. */
struct backing_ops {
    /* One reference more (CHANGE 1) or fewer (-1). */
    void (*hold)(struct backing *backing, int change);
    /*
     * The frame with page number INDEX of the backing object, with a reference
     * for the caller in *FRAME.
     * Errors: -ENOMEM; -EFAULT beyond the object's end (the program gets SIGBUS).
     */
    int (*frame)(struct backing *backing, uint32_t index, paddr_t *frame);
    /* One space more (CHANGE 1, with a reference) or fewer (-1) runs it. */
    void (*run)(struct backing *backing, int change);
    /* A page of it is about to be written through a shared mapping. */
    void (*dirty)(struct backing *backing);
};

struct backing {
    const struct backing_ops *ops;
    struct list mappings;    /* all of it, in whatever space */
};

struct mapping {
    struct list link;        /* in space->mappings, by address */
    struct tree node;        /* in space->tree, likewise */
    struct space *space;
    uaddr_t start;
    uaddr_t end;
    int prot;                /* PROT_* */
    int flags;               /* MAP_SHARED or MAP_PRIVATE, MAP_GROWSDOWN,
                              * MAP_LOCKED, and mapping.h's own */
    struct backing *backing; /* one reference, or NULL */
    struct list backing_link; /* in backing->mappings */
    uint32_t page_offset;    /* of start, in the backing object, in pages */
};

/* How large a space may become: proc/limits.c sets it. */
struct space_limits {
    size_t mapped_bytes; /* RLIMIT_AS */
    size_t data_bytes;   /* RLIMIT_DATA: private and writable, no stack */
    size_t stack_bytes;  /* RLIMIT_STACK */
};

struct space {
    unsigned int refs;
    paddr_t directory;       /* what CR3 gets */
    struct list mappings;
    struct tree *tree;       /* of the same, for searching */
    uaddr_t gap_top;         /* from here on every gap is shorter than gap_len: */
    size_t gap_len;          /* the next search for a long one begins there */
    uaddr_t brk_start, brk;
    uaddr_t args_start, args_end; /* argv's strings, for /proc/[pid]/cmdline */
    uaddr_t env_end;              /* envp's strings follow them */
    uaddr_t auxv_start, auxv_end; /* for /proc/[pid]/auxv */
    uaddr_t stack_top;
    uaddr_t text_start, text_end, data_start, data_end;
    unsigned int resident;   /* user pages mapped now */
    unsigned int mapped;     /* pages of all mappings */
    unsigned int resident_peak, mapped_peak; /* the most there ever were */
    unsigned int mapping_count;
    bool locks_future;       /* mlockall(MCL_FUTURE): each new one is locked */
    struct backing *exe;     /* the program's file, one reference, or NULL */
    struct space_limits limits; /* on what comes; what is there stays */
};

/* A new empty space with one reference. Returns: NULL without memory. */
struct space *space_alloc(void) MUST_CHECK;
/* The last put unmaps everything and frees the page tables. */
void space_put(struct space *space);

/*
 * fork: a copy in which private pages are shared until either side writes.
 * Returns: NULL without memory; FROM is unchanged but for write protection.
 */
struct space *space_copy(struct space *from) MUST_CHECK;

/* Makes SPACE the one that user addresses mean from now on; NULL is the
 * kernel's own directory, in which there is no user memory. */
void space_switch(struct space *space);

/*
 * mmap: adds a mapping of LEN bytes. HINT is the address wanted (0: none);
 * with MAP_FIXED what was there is unmapped first. BACKING may be NULL: the
 * memory is anonymous and private.
 * Owns: takes its own reference to BACKING.
 * Returns: 0, with the address in *ADDR.
 * Errors: -ENOMEM no room or memory; -EINVAL unaligned or LEN 0;
 *         -EEXIST MAP_FIXED_NOREPLACE onto a mapping.
 */
int space_map(struct space *space, uaddr_t hint, size_t len, int prot,
              int flags, struct backing *backing, uint32_t page_offset,
              uaddr_t *addr) MUST_CHECK;
/* munmap. Errors: -EINVAL unaligned, LEN 0 or outside; -ENOMEM for a split. */
int space_unmap(struct space *space, uaddr_t start, size_t len) MUST_CHECK;
/* mprotect, with PROT_GROWSDOWN. Errors: -ENOMEM part is unmapped, or memory;
 * -EINVAL; -EACCES. */
int space_protect(struct space *space, uaddr_t start, size_t len, int prot)
    MUST_CHECK;
/*
 * mremap: the mapping of OLD_LEN bytes at START gets NEW_LEN, where it is or (with
 * MREMAP_MAYMOVE) elsewhere; at TO with MREMAP_FIXED. The pages move along.
 * Returns: 0, with the address in *ADDR.
 * Errors: -EFAULT not one mapping; -EINVAL; -ENOMEM no room or memory.
 */
int space_remap(struct space *space, uaddr_t start, size_t old_len,
                size_t new_len, int flags, uaddr_t to,
                uaddr_t *addr) MUST_CHECK;
/* madvise. Errors: -EINVAL; -EACCES; -ENOMEM part is unmapped. */
int space_advise(struct space *space, uaddr_t start, size_t len,
                 int advice) MUST_CHECK;
/* mlock and munlock of the pages from START to END. Errors: -ENOMEM part is
 * unmapped or cannot be touched; -EAGAIN memory. */
int space_lock(struct space *space, uaddr_t start, uaddr_t end,
               bool is_locked, bool on_fault) MUST_CHECK;
/* mlockall and munlockall; pages that cannot be touched are passed over. */
void space_lock_all(struct space *space, bool is_locked, bool on_fault);
/* How many pages are locked. */
unsigned int space_count_locked(const struct space *space);
/* Brings the pages of [START, END) as far as that can be done. Errors: -ENOMEM
 * a page cannot be touched; -EAGAIN memory. */
int space_populate(struct space *space, uaddr_t start, uaddr_t end,
                   bool is_write);
/* msync. Errors: -ENOMEM part is unmapped; -EBUSY is locked (INVALIDATE). */
int space_sync(struct space *space, uaddr_t start, uaddr_t end,
               int flags) MUST_CHECK;
/* Whether the page at ADDR, which is mapped, is in memory: mincore. */
bool space_is_resident(struct space *space, uaddr_t addr);
/*
 * SUBTLE(truncate-unmaps): BACKING has become shorter: every page from number FIRST on disappears from
 * every space, private copies too. The next access asks the backing object.
 */
void backing_truncate(struct backing *backing, uint32_t first);
/* brk: moves the break. Returns: the break now, moved or not. */
uaddr_t space_brk(struct space *space, uaddr_t end);

/* The mapping that holds ADDR, or NULL. */
struct mapping *space_find(struct space *space, uaddr_t addr);

/*
 * Reads or writes the memory of any space, mapped in by need; a write makes a
 * private copy first, also in a read-only mapping (as a debugger needs it).
 * FROM NULL stands for zeros.
 * Returns: bytes done, short at a bad address, or where a write would be seen by
 * others and not even the program may make it.
 */
size_t space_read(struct space *space, uaddr_t addr, void *to, size_t len);
size_t space_poke(struct space *space, uaddr_t addr, const void *from,
                  size_t len);

/* What a page fault turned out to be; trap.c acts on it. */
enum fault_verdict {
    FAULT_OK,        /* the page is there now: try again */
    FAULT_MAPERR,    /* SIGSEGV: no mapping there */
    FAULT_ACCERR,    /* SIGSEGV: the mapping forbids it */
    FAULT_BUS,       /* SIGBUS: beyond the end of the file */
    FAULT_NO_MEMORY, /* memory is exhausted: a victim must go, then try again */
};

#define FAULT_WRITE 0x1u   /* it was a write */
#define FAULT_RESERVE 0x2u /* the kernel needs the page: use the reserve */

/*
 * Resolves a fault at ADDR: first touch, copy on write, stack growth.
 * ACCESS is a set of FAULT_WRITE and FAULT_RESERVE.
 * Context: trap or usercopy.
 */
enum fault_verdict space_fault(struct space *space, uaddr_t addr,
                               unsigned int access);

/* Changes page table entries of [START, END): all TLB work goes through here. */
void space_flush(struct space *space, uaddr_t start, uaddr_t end);
