/* SPDX-License-Identifier: MIT */
/*
 * The last words of a machine that has less memory than the kernel takes up.
 *
 *     void boot_no_room(void);          jumped to by boot/multiboot.S; no stack,
 *                                       paging off, .bss may not exist
 *
 * There is no memory to count on but this section, which is being executed: so
 * the text goes out with registers alone, to COM1 (waiting for its line status
 * register; 16550 data sheet, section 8) and to the top of the VGA text screen.
 * Read next: boot/multiboot.S.
 */
#define COM1_DATA 0x3F8
#define COM1_LINE_STATUS 0x3FD
#define LINE_STATUS_EMPTY 0x20
#define VGA_TEXT 0xB8000
#define VGA_WHITE_ON_BLACK 0x0F

    .section .boot, "ax", @progbits
    .globl boot_no_room
    .type boot_no_room, @function
boot_no_room:
    movl $no_room_text, %esi
    movl $VGA_TEXT, %edi
    movb $VGA_WHITE_ON_BLACK, %ah
1:  movw $COM1_LINE_STATUS, %dx
2:  inb %dx, %al
    testb $LINE_STATUS_EMPTY, %al       /* no port at all reads as all ones */
    jz 2b
    lodsb
    testb %al, %al
    jz 3f
    movw $COM1_DATA, %dx
    outb %al, %dx
    stosw                               /* the line end shows as a blank cell */
    jmp 1b
3:  hlt
    jmp 3b
    .size boot_no_room, . - boot_no_room

no_room_text:
    .asciz "panic: this machine has no room for the kernel; Tine needs 8 MiB\n"

    .section .note.GNU-stack, "", @progbits
