/* SPDX-License-Identifier: MIT */
/*
 * What memory and file systems have to show in /proc: meminfo, mounts,
 * filesystems, version, objects; and of the system: cpuinfo, sys/kernel.
 *
 * Each function writes one file's text, in the format of proc(5) where Linux has
 * that file.  Called by fs/procfs.c, in process context.
 */
#include <asm/limits.h>

#include "fs/mount.h"
#include "fs/procfs.h"
#include "fs/ramfs.h"
#include "lib/string.h"
#include "lib/version.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"

#define FRAME_KB (PAGE_SIZE / 1024u)

static void procfs_show_kb(struct textbuf *text, const char *name,
                           unsigned int frames)
{
    textbuf_puts(text, name);
    textbuf_printf(text, ":%*s%8u kB\n", 15 - (int)strlen(name), "",
                   frames * FRAME_KB);
}

static int procfs_show_meminfo(struct textbuf *text)
{
    unsigned int total = frame_count_total();
    unsigned int free = frame_count_free();
    unsigned int in_files = ramfs_count_frames();

    procfs_show_kb(text, "MemTotal", total);
    procfs_show_kb(text, "MemFree", free);
    procfs_show_kb(text, "MemAvailable", free);
    procfs_show_kb(text, "Buffers", 0);
    procfs_show_kb(text, "Cached", in_files);
    procfs_show_kb(text, "SwapCached", 0);
    procfs_show_kb(text, "SwapTotal", 0);
    procfs_show_kb(text, "SwapFree", 0);
    procfs_show_kb(text, "Shmem", in_files);
    return 0;
}

static int procfs_show_mounts(struct textbuf *text)
{
    LIST_FOR_EACH(mount, &mounts, struct mount, link)
        textbuf_printf(text, "%s %s %s rw 0 0\n", mount->source, mount->path,
                       mount->type);
    return 0;
}

/* Every type is mounted once. */
static int procfs_show_filesystems(struct textbuf *text)
{
    LIST_FOR_EACH(mount, &mounts, struct mount, link)
        textbuf_printf(text, "nodev\t%s\n", mount->type);
    return 0;
}

static void procfs_show_kind(const struct kind *kind, void *arg)
{
    textbuf_printf(arg, "%s %u\n", kind->name, kind->live);
}

/* The caches go first, so that what is shown is what is in use. */
static int procfs_show_objects(struct textbuf *text)
{
    cache_shrink();
    textbuf_printf(text, "frames %u %u\n", frame_count_free(),
                   frame_count_total());
    kind_each(procfs_show_kind, text);
    return 0;
}

static void procfs_register_texts(void)
{
    struct procfs_entry *kernel =
        procfs_register_dir(procfs_register_dir(NULL, "sys"), "kernel");

    procfs_register_text(kernel, "ostype", VERSION_SYSTEM "\n");
    procfs_register_text(kernel, "osrelease", VERSION_RELEASE "\n");
    procfs_register_text(kernel, "version", VERSION_BUILD "\n");
    procfs_register_text(kernel, "pid_max", "32768\n");
    _Static_assert(PID_MAX == 32768, "pid_max");
    procfs_register_text(NULL, "version",
                         VERSION_SYSTEM " version " VERSION_RELEASE
                         " (" __VERSION__ ") " VERSION_BUILD "\n");
    procfs_register_text(NULL, "cpuinfo", "processor\t: 0\n"
                         "vendor_id\t: unknown\nmodel name\t: i386\n\n");
}

void procfs_register_files(void)
{
    procfs_register_texts();
    procfs_register_file("meminfo", procfs_show_meminfo);
    procfs_register_file("mounts", procfs_show_mounts);
    procfs_register_file("filesystems", procfs_show_filesystems);
    procfs_register_file("objects", procfs_show_objects);
}
