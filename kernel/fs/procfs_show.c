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
#include "fs/pipe.h"
#include "fs/procfs.h"
#include "fs/ramfs.h"
#include "lib/version.h"
#include "mm/frame.h"
#include "mm/kmalloc.h"
#include "mm/mapping.h"

static void procfs_show_meminfo(struct textbuf *text)
{
    unsigned int free = frame_count_free(), in_files = ramfs_count_frames();
    const struct { const char *name; unsigned int frames; } lines[] = {
        { "MemTotal:", frame_count_total() }, { "MemFree:", free },
        { "MemAvailable:", free }, { "Buffers:", 0 }, { "Cached:", in_files },
        { "SwapCached:", 0 }, { "SwapTotal:", 0 }, { "SwapFree:", 0 },
        { "Shmem:", in_files },
    };

    for (unsigned int i = 0; i < ARRAY_LEN(lines); i++)
        textbuf_printf(text, "%-16s%8u kB\n", lines[i].name,
                       lines[i].frames * KIB_PER_PAGE);
}

static void procfs_show_mounts(struct textbuf *text)
{
    LIST_FOR_EACH(mount, &mounts, struct mount, link)
        textbuf_printf(text, "%s %s %s rw 0 0\n", mount->source, mount->path,
                       mount->type);
}

/* The same with numbers: a mount's own, and that of the one below it. */
static void procfs_show_mountinfo(struct textbuf *text)
{
    LIST_FOR_EACH(mount, &mounts, struct mount, link)
        textbuf_printf(text, "%u %u 0:%u / %s rw - %s %s rw\n",
                       DEVICE_MINOR(mount->device),
                       mount->point ? DEVICE_MINOR(mount->point->mount->device) : 0,
                       DEVICE_MINOR(mount->device), mount->path, mount->type,
                       mount->source);
}

/* Every type is mounted once. */
static void procfs_show_filesystems(struct textbuf *text)
{
    LIST_FOR_EACH(mount, &mounts, struct mount, link)
        textbuf_printf(text, "nodev\t%s\n", mount->type);
}

/* The caches go first, so that what is shown is what is in use. */
static void procfs_show_objects(struct textbuf *text)
{
    cache_shrink();
    textbuf_printf(text, "frames %u %u\n", frame_count_free(),
                   frame_count_total());
    for (struct kind *const *kind = kinds_start; kind < kinds_end; kind++)
        textbuf_printf(text, "%s %u\n", (*kind)->name, (*kind)->live);
}

_Static_assert(PIPE_SLOTS_MAX * PAGE_SIZE == 1048576, "pipe-max-size");
_Static_assert(MAPPINGS_MAX == 65530, "max_map_count");

/* A plain number, which a name stands for, as a file's text. */
#define TEXT_OF(name) TEXT_OF_NUMBER(name)
#define TEXT_OF_NUMBER(number) #number "\n"

static struct procfs_entry sys_dir = { .name = "sys", .mode = PROCFS_DIR };
static struct procfs_entry kernel_dir = { .name = "kernel", .mode = PROCFS_DIR };
static struct procfs_entry fs_dir = { .name = "fs", .mode = PROCFS_DIR };
static struct procfs_entry vm_dir = { .name = "vm", .mode = PROCFS_DIR };

static struct procfs_entry kernel_files[] = {
    { "ostype", PROCFS_FILE, .text = VERSION_SYSTEM "\n" },
    { "osrelease", PROCFS_FILE, .text = VERSION_RELEASE "\n" },
    { "version", PROCFS_FILE, .text = VERSION_BUILD "\n" },
    { "pid_max", PROCFS_FILE, .text = TEXT_OF(PID_MAX) },
    { "ngroups_max", PROCFS_FILE, .text = TEXT_OF(NGROUPS_MAX) },
    { "cap_last_cap", PROCFS_FILE, .text = TEXT_OF(CAP_LAST) },
};

static struct procfs_entry fs_files[] = {
    { "pipe-max-size", PROCFS_FILE, .text = "1048576\n" },
    { "nr_open", PROCFS_FILE, .text = "1048576\n" }, /* proc/limits.c: NOFILE_MAX */
};

static struct procfs_entry vm_files[] = {
    { "max_map_count", PROCFS_FILE, .text = "65530\n" },
    { "overcommit_memory", PROCFS_FILE, .text = "1\n" }, /* always */
};

static struct procfs_entry top_files[] = {
    { "version", PROCFS_FILE,
      .text = VERSION_SYSTEM " version " VERSION_RELEASE " (" __VERSION__ ") "
              VERSION_BUILD "\n" },
    { "cpuinfo", PROCFS_FILE,
      .text = "processor\t: 0\nvendor_id\t: unknown\nmodel name\t: i386\n\n" },
    { "meminfo", PROCFS_FILE, .show = procfs_show_meminfo },
    { "mounts", PROCFS_LINK, .text = "self/mounts" },
    { "filesystems", PROCFS_FILE, .show = procfs_show_filesystems },
    { "objects", PROCFS_FILE, .show = procfs_show_objects },
};

static struct procfs_entry mount_files[] = { /* of every process, the same */
    { "mounts", PROCFS_FILE, .show = procfs_show_mounts, .zombie_error = -EINVAL },
    { "mountinfo", PROCFS_FILE, .show = procfs_show_mountinfo,
      .zombie_error = -EINVAL },
};

void procfs_show_init(void)
{
    procfs_register(&procfs_top, &sys_dir, 1);
    procfs_register(&sys_dir, &kernel_dir, 1);
    procfs_register(&sys_dir, &fs_dir, 1);
    procfs_register(&sys_dir, &vm_dir, 1);
    procfs_register(&kernel_dir, kernel_files, ARRAY_LEN(kernel_files));
    procfs_register(&fs_dir, fs_files, ARRAY_LEN(fs_files));
    procfs_register(&vm_dir, vm_files, ARRAY_LEN(vm_files));
    procfs_register(&procfs_top, top_files, ARRAY_LEN(top_files));
    procfs_register(&procfs_pid_dir, mount_files, ARRAY_LEN(mount_files));
}
