/* SPDX-License-Identifier: MIT */
/*
 * Self-tests of fs/: descriptor tables and the texts of /proc.  Paths and contents
 * are tested on the build machine (tests/host/path.c), pipes by user programs.
 */
#include <tine/errno.h>

#include "debug/selftest.h"
#include "fs/file.h"
#include "fs/path.h"
#include "fs/ramfs.h"
#include "fs/textbuf.h"
#include "mm/frame.h"

SELFTEST(fs_descriptors_lowest_and_grow)
{
    struct filetable *table = filetable_alloc();
    struct file *file;
    int error = path_open(&path_env_kernel, "/dev/null", O_RDWR, 0, &file);

    SELFTEST_CHECK(table && error == 0);
    if (!table || error < 0)
        return;
    for (int fd = 0; fd < OPEN_MAX; fd++) {
        file_get(file);
        SELFTEST_CHECK(fd_install(table, file, 0, 0) == fd);
    }
    file_get(file);
    SELFTEST_CHECK(fd_install(table, file, 0, 0) == -EMFILE);
    SELFTEST_CHECK(fd_close(table, 500) == 0 && fd_close(table, 40) == 0);
    SELFTEST_CHECK(fd_close(table, 40) == -EBADF);
    file_get(file);
    SELFTEST_CHECK(fd_install(table, file, 41, O_CLOEXEC) == 500);

    struct filetable *copy = filetable_copy(table);
    SELFTEST_CHECK(copy != NULL);
    if (copy) {
        SELFTEST_CHECK(fd_lookup(copy, 500) == file);
        filetable_close_on_exec(copy);
        SELFTEST_CHECK(fd_lookup(copy, 500) == NULL);
        file_get(file);
        SELFTEST_CHECK(fd_install(copy, file, 0, 0) == 40);
        filetable_put(copy);
    }
    SELFTEST_CHECK(fd_lookup(table, 500) == file);
    filetable_put(table);
    SELFTEST_CHECK(file->refs == 1);
    file_put(file);
}

SELFTEST(fs_textbuf_gives_its_frames_back)
{
    const loff_t longest = (loff_t)1 << 42; /* of a file */
    struct textbuf text = { .file = ramfs_alloc_unnamed(S_IFREG, &cred_root) };
    unsigned int free_before = frame_count_free();

    SELFTEST_CHECK(text.file != NULL);
    if (!text.file)
        return;
    for (unsigned int i = 0; i < PAGE_SIZE; i++)
        textbuf_printf(&text, "%s %u\n", "line", i % 10);
    SELFTEST_CHECK(text.file->size == 7 * PAGE_SIZE && !text.error);
    SELFTEST_CHECK(frame_count_free() == free_before - 7 - 1); /* a table */
    SELFTEST_CHECK(inode_truncate(text.file, longest) == 0);
    textbuf_puts(&text, "x");
    SELFTEST_CHECK(text.error);
    inode_put(text.file);
    SELFTEST_CHECK(frame_count_free() >= free_before);
}
