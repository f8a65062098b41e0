/* SPDX-License-Identifier: MIT */
/*
 * What follows .bss in its last page did not read as zero, but as what stands
 * behind the data in the program's file: the dynamic linker, for one, hands the
 * rest of that page out as fresh memory.
 */
#include "../tap.h"

enum {
    BASE = 0x08048000,
    BSS_LEN = 16,
    WORD_AT = 0x200 /* in the page, behind .bss; filled in the file */
};

/* An ELF program in one segment: its code exits with the byte at WORD_AT. */
static struct program {
    unsigned char ident[16];
    uint16_t type, machine;
    uint32_t version, entry, headers_at, sections_at, flags;
    uint16_t size, header_size, header_count, section[3];
    uint32_t load, offset, vaddr, paddr, filesz, memsz, access, align;
    unsigned char load_byte[3];
    unsigned char address[4];
    unsigned char exit_call[7];
    unsigned char rest[WORD_AT];
} program = {
    .ident = {0x7f, 'E', 'L', 'F', 1, 1, 1}, .type = 2, .machine = 3,
    .version = 1, .entry = BASE + offsetof(struct program, load_byte),
    .headers_at = offsetof(struct program, load), .size = 52,
    .header_size = 32, .header_count = 1, .load = 1, .vaddr = BASE,
    .filesz = offsetof(struct program, rest),
    .memsz = offsetof(struct program, rest) + BSS_LEN,
    .access = 7, .align = 4096,
    .load_byte = {0x0f, 0xb6, 0x1d},            /* movzbl address, %ebx */
    .address = {WORD_AT & 0xff, 0x80 | WORD_AT >> 8, 0x04, 0x08},
    .exit_call = {0xb8, 1, 0, 0, 0, 0xcd, 0x80} /* mov $1, %eax; int $0x80 */
};

int main(void)
{
    int fd, status;
    pid_t pid;

    plan(2);
    memset(program.rest, 'x', sizeof program.rest);
    fd = open("forged", O_CREAT | O_WRONLY, 0755);
    ok(write(fd, &program, sizeof program) == sizeof program && close(fd) == 0,
       "a program whose file goes on behind its data");
    pid = fork();
    if (pid == 0) {
        execl("./forged", "forged", (char *)NULL);
        _exit(TAP_CHILD_FAILED);
    }
    waitpid(pid, &status, 0);
    ok(WIFEXITED(status) && WEXITSTATUS(status) == 0,
       "reads zero behind its .bss");
    return done();
}
