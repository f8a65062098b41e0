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

_Static_assert(PID_MAX == 32768, "pid_max");

static struct procfs_entry sys_dir = { .name = "sys", .mode = PROCFS_DIR };
static struct procfs_entry kernel_dir = { .name = "kernel", .mode = PROCFS_DIR };

static struct procfs_entry kernel_files[] = {
    { "ostype", PROCFS_FILE, .text = VERSION_SYSTEM "\n" },
    { "osrelease", PROCFS_FILE, .text = VERSION_RELEASE "\n" },
    { "version", PROCFS_FILE, .text = VERSION_BUILD "\n" },
    { "pid_max", PROCFS_FILE, .text = "32768\n" },
};

static struct procfs_entry top_files[] = {
    { "version", PROCFS_FILE,
      .text = VERSION_SYSTEM " version " VERSION_RELEASE " (" __VERSION__ ") "
              VERSION_BUILD "\n" },
    { "cpuinfo", PROCFS_FILE,
      .text = "processor\t: 0\nvendor_id\t: unknown\nmodel name\t: i386\n\n" },
    { "meminfo", PROCFS_FILE, .show = procfs_show_meminfo },
    { "mounts", PROCFS_FILE, .show = procfs_show_mounts },
    { "filesystems", PROCFS_FILE,
      .show = procfs_show_filesystems },
    { "objects", PROCFS_FILE, .show = procfs_show_objects },
};

void procfs_show_init(void)
{
    procfs_register(&procfs_top, &sys_dir, 1);
    procfs_register(&sys_dir, &kernel_dir, 1);
    procfs_register(&kernel_dir, kernel_files, ARRAY_LEN(kernel_files));
    procfs_register(&procfs_top, top_files, ARRAY_LEN(top_files));
}
