/* SPDX-License-Identifier: MIT */
/*
 * ELF programs: what the headers say, checked, and their segments mapped.
 *
 * Nothing is copied: a segment's pages are those of the file, brought in at the
 * first touch, shared by all who run the program, and copied when written to.
 * The file is a stranger's: every figure in it is checked before use.
 * Called by proc/exec.c in process context.
 * Format: System V ABI, chapters 4 and 5; elf(5).
 */
#include "proc/elf.h"

#include <asm/limits.h>
#include <asm/mman.h>

#include "fs/inode.h"
#include "lib/string.h"
#include "mm/space.h"

static bool elf_header_is_valid(const struct elf_header *h)
{
    return memcmp(h->e_ident, ELF_MAGIC, sizeof(ELF_MAGIC) - 1) == 0 &&
           (h->e_machine == EM_386 || h->e_machine == EM_486) &&
           h->e_phentsize == sizeof(struct elf_segment) && h->e_phnum > 0 &&
           h->e_phnum <= ELF_SEGMENTS_MAX;
}

/* Sizes that wrap round, addresses outside user memory, a page offset that does
 * not fit the address: none of these can be mapped. */
static bool elf_segment_is_valid(const struct elf_segment *s)
{
    return s->p_filesz <= s->p_memsz && s->p_vaddr >= USER_START &&
           s->p_vaddr < USER_END && s->p_memsz <= USER_END - s->p_vaddr &&
           s->p_offset + s->p_filesz >= s->p_offset &&
           s->p_vaddr % PAGE_SIZE == s->p_offset % PAGE_SIZE;
}

/* Whether the page in which the .bss begins, and which is to be cleared from there on, is
 * in a file of SIZE bytes: of a file cut short it may not be. */
static bool elf_tail_is_there(const struct elf_segment *s, loff_t size)
{
    uint32_t end = s->p_offset + s->p_filesz;
    return !(s->p_flags & PF_W) || s->p_memsz == s->p_filesz ||
           end % PAGE_SIZE == 0 || (loff_t)ROUND_DOWN(end, PAGE_SIZE) < size;
}

/* Where in memory the program headers will stand, for AT_PHDR. */
static uaddr_t elf_find_headers(const struct elf_image *image, uint32_t offset)
{
    for (unsigned int i = 0; i < image->segment_count; i++) {
        const struct elf_segment *s = &image->segment[i];
        if (s->p_offset <= offset && offset - s->p_offset < s->p_filesz)
            return s->p_vaddr + (offset - s->p_offset);
    }
    return 0;
}

/* Keeps of the COUNT program headers that were read, of a file of SIZE bytes, what is
 * to be mapped, and the first that names a linker. Returns: whether all that can be. */
static bool elf_sort_headers(struct elf_image *image, unsigned int count,
                             loff_t size)
{
    bool is_possible = true;

    for (unsigned int i = 0; i < count; i++) {
        struct elf_segment s = image->segment[i];
        if (s.p_type == PT_INTERP && image->linker.p_type != PT_INTERP)
            image->linker = s;
        if (s.p_type != PT_LOAD)
            continue;
        s.p_vaddr += image->bias;
        is_possible &= elf_segment_is_valid(&s) && elf_tail_is_there(&s, size);
        if (s.p_memsz > 0)
            image->segment[image->segment_count++] = s;
    }
    return is_possible;
}

int elf_read(struct inode *inode, struct elf_image *image, uaddr_t dyn_base)
{
    struct elf_header h;

    long got = inode_read(inode, &h, sizeof(h), 0);
    if (got < 0)
        return (int)got;
    if (got < (long)sizeof(h) || !elf_header_is_valid(&h))
        return -ENOEXEC;

    size_t len = h.e_phnum * sizeof(struct elf_segment);
    got = inode_read(inode, image->segment, len, h.e_phoff);
    if (got != (long)len)
        return -ENOEXEC;
    image->bias = h.e_type == ET_DYN ? dyn_base : 0;
    image->entry = h.e_entry + image->bias;
    image->header_count = h.e_phnum;
    image->is_program = h.e_type == ET_EXEC || h.e_type == ET_DYN;
    /* SUBTLE(impossible-segments): it dies at its first instruction. */
    image->is_impossible = !elf_sort_headers(image, h.e_phnum, inode->size) ||
                           !image->is_program;
    if (image->is_impossible)
        image->entry = image->segment_count = 0;
    image->headers = elf_find_headers(image, h.e_phoff);
    return 0;
}

int elf_read_linker(struct inode *inode, const struct elf_image *image, char *name)
{
    const struct elf_segment *s = &image->linker;

    if (s->p_type != PT_INTERP)
        return 0;
    if (s->p_filesz < sizeof("/") || s->p_filesz > PATH_MAX)
        return -ENOEXEC;
    if (inode_read(inode, name, s->p_filesz, s->p_offset) != (long)s->p_filesz)
        return -EIO;
    return name[s->p_filesz - 1] == '\0' ? 1 : -ENOEXEC;
}

static int elf_protection(const struct elf_segment *s)
{
    return (s->p_flags & PF_R ? PROT_READ : 0) |
           (s->p_flags & PF_W ? PROT_WRITE : 0) |
           (s->p_flags & PF_X ? PROT_EXEC : 0);
}

/* The bytes between the end of the file's part and the end of its page must
 * read as zero: they begin the .bss, and programs use what is left there. */
static int elf_clear_tail(const struct elf_segment *s, struct space *space)
{
    uaddr_t at = s->p_vaddr + s->p_filesz;
    size_t len = ROUND_UP(at, PAGE_SIZE) - at;
    if (!(s->p_flags & PF_W) || s->p_memsz == s->p_filesz)
        return 0;
    return space_poke(space, at, NULL, len) == len ? 0 : -ENOMEM;
}

static int elf_map_segment(struct inode *inode, const struct elf_segment *s,
                           struct space *space)
{
    uaddr_t start = ROUND_DOWN(s->p_vaddr, PAGE_SIZE);
    uaddr_t file_end = ROUND_UP(s->p_vaddr + s->p_filesz, PAGE_SIZE);
    uaddr_t end = ROUND_UP(s->p_vaddr + s->p_memsz, PAGE_SIZE);
    int flags = MAP_PRIVATE | MAP_FIXED;
    int error = 0;

    if (s->p_filesz == 0)
        file_end = start;
    if (file_end > start) {
        error = space_map(space, start, file_end - start, elf_protection(s),
                          flags, inode_backing(inode),
                          s->p_offset / PAGE_SIZE, &start);
        if (error == 0)
            error = elf_clear_tail(s, space);
    }
    if (error < 0 || end <= file_end)
        return error;
    return space_map(space, file_end, end - file_end, elf_protection(s),
                     flags | MAP_ANONYMOUS, NULL, 0, &file_end);
}

int elf_map(struct inode *inode, const struct elf_image *image,
            struct space *space)
{
    int error = inode_backing(inode) ? 0 : -EACCES;

    for (unsigned int i = 0; i < image->segment_count && error == 0; i++)
        error = elf_map_segment(inode, &image->segment[i], space);
    return error;
}

/* What ps and /proc show of the layout: OSTEP's code and data. */
void elf_note_layout(const struct elf_image *image, struct space *space)
{
    for (unsigned int i = 0; i < image->segment_count; i++) {
        const struct elf_segment *s = &image->segment[i];
        uaddr_t end = s->p_vaddr + s->p_memsz;
        if ((s->p_flags & PF_X) && space->text_end == 0) {
            space->text_start = s->p_vaddr;
            space->text_end = end;
        } else if (s->p_flags & PF_W) {
            space->data_start = s->p_vaddr;
            space->data_end = end;
        }
        space->brk_start = MAX(space->brk_start, ROUND_UP(end, PAGE_SIZE));
    }
    space->brk = space->brk_start;
}
