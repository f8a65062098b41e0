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

static int procfs_show_version(struct textbuf *text)
{
    textbuf_puts(text, VERSION_SYSTEM " version " VERSION_RELEASE
                       " (" __VERSION__ ") " VERSION_BUILD "\n");
    return 0;
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

/* Of a CPU that is known by little: cpuinfo's first lines. */
static int procfs_show_cpuinfo(struct textbuf *text)
{
    textbuf_puts(text, "processor\t: 0\nvendor_id\t: unknown\n"
                       "model name\t: i386\n\n");
    return 0;
}

/* ---- /proc/sys/kernel ----------------------------------------------------------- */

static int procfs_show_ostype(struct textbuf *text)
{
    textbuf_puts(text, VERSION_SYSTEM "\n");
    return 0;
}

static int procfs_show_osrelease(struct textbuf *text)
{
    textbuf_puts(text, VERSION_RELEASE "\n");
    return 0;
}

static int procfs_show_build(struct textbuf *text)
{
    textbuf_puts(text, VERSION_BUILD "\n");
    return 0;
}

static int procfs_show_pid_max(struct textbuf *text)
{
    textbuf_printf(text, "%d\n", PID_MAX);
    return 0;
}

static void procfs_register_settings(void)
{
    struct procfs_entry *dir =
        procfs_register_dir(procfs_register_dir(NULL, "sys"), "kernel");

    procfs_register_file_in(dir, "ostype", procfs_show_ostype);
    procfs_register_file_in(dir, "osrelease", procfs_show_osrelease);
    procfs_register_file_in(dir, "version", procfs_show_build);
    procfs_register_file_in(dir, "pid_max", procfs_show_pid_max);
}

void procfs_register_files(void)
{
    procfs_register_settings();
    procfs_register_file("cpuinfo", procfs_show_cpuinfo);
    procfs_register_file("meminfo", procfs_show_meminfo);
    procfs_register_file("mounts", procfs_show_mounts);
    procfs_register_file("filesystems", procfs_show_filesystems);
    procfs_register_file("version", procfs_show_version);
    procfs_register_file("objects", procfs_show_objects);
}
