/* SPDX-License-Identifier: MIT */
/*
 * What an address space shows of itself: /proc/[pid]/maps, and the lines about
 * memory in status, in the formats of proc(5).
 *
 * Called by proc/info.c, which finds the process, in process context.
 * Read next: mm/space.h.
 */
#include "fs/inode.h"
#include "fs/mount.h"
#include "fs/path.h"
#include "fs/procfs.h"
#include "mm/kmalloc.h"
#include "mm/mapping.h"

#define PATH_BYTES 2000u /* a longer name is not shown */
#define NAME_COLUMN 49

/* Who stands behind M, in words. */
static const char *maps_name(const struct space *space, const struct mapping *m,
                             struct inode *inode, char *path)
{
    if (inode && !inode->parent)
        return "/dev/zero (deleted)"; /* shared memory without a name */
    if (inode) {
        long len = path_of_inode(mount_root(), inode, path, PATH_BYTES);
        return len < 0 ? "(deleted)" : path;
    }
    if (m->start <= space->brk && m->end > space->brk_start)
        return "[heap]";
    return m->start <= space->stack_top && m->end >= space->stack_top ? "[stack]"
                                                                      : "";
}

static void maps_show_line(const struct space *space, const struct mapping *m,
                           char *path, struct textbuf *text)
{
    struct inode *inode = m->backing ? inode_of_backing(m->backing) : NULL;
    struct stat st = { 0 };
    loff_t start = text->file->size;

    if (inode)
        inode_stat(inode, &st);
    textbuf_printf(text, "%08x-%08x %c%c%c%c %08llx %02x:%02x %llu ", m->start,
                   m->end, m->prot & PROT_READ ? 'r' : '-',
                   m->prot & PROT_WRITE ? 'w' : '-',
                   m->prot & PROT_EXEC ? 'x' : '-',
                   mapping_is_shared(m) ? 's' : 'p',
                   (unsigned long long)m->page_offset << PAGE_SHIFT,
                   DEVICE_MAJOR(st.st_dev), DEVICE_MINOR(st.st_dev), st.st_ino);
    const char *name = maps_name(space, m, inode, path);
    if (*name)
        textbuf_printf(text, "%*s",
                       NAME_COLUMN - (int)(text->file->size - start), "");
    for (; *name; name++) /* whatever is in it, it is one line */
        textbuf_printf(text, *name == '\n' ? "\\012" : "%c", *name);
    textbuf_puts(text, "\n");
}

void procfs_show_maps(const struct space *space, struct textbuf *text)
{
    char *path = kmalloc(PATH_BYTES);

    if (!path)
        text->error = -ENOMEM;
    LIST_FOR_EACH(m, &space->mappings, struct mapping, link) {
        if (text->error == 0)
            maps_show_line(space, m, path, text);
    }
    kind_free(path);
}

void procfs_show_memory(const struct space *space, struct textbuf *text)
{
    unsigned int stack = 0, data = 0;
    unsigned int code = DIV_UP(space->text_end - space->text_start, PAGE_SIZE);

    LIST_FOR_EACH(m, &space->mappings, struct mapping, link) {
        if (m->flags & MAP_GROWSDOWN)
            stack += mapping_pages(m);
        else if (m->prot & PROT_WRITE && !mapping_is_shared(m))
            data += mapping_pages(m);
    }
    const struct { const char *name; unsigned int pages; } lines[] = {
        { "VmPeak", space->mapped_peak }, { "VmSize", space->mapped },
        { "VmLck", space_count_locked(space) },
        { "VmHWM", space->resident_peak }, { "VmRSS", space->resident },
        { "VmData", data }, { "VmStk", stack }, { "VmExe", code },
    };
    for (unsigned int i = 0; i < ARRAY_LEN(lines); i++)
        textbuf_printf(text, "%s:\t%8u kB\n", lines[i].name,
                       lines[i].pages * KIB_PER_PAGE);
}
