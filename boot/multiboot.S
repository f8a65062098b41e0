/* SPDX-License-Identifier: MIT */
/*
 * The first instructions: from the boot loader to kmain.
 *
 *     void boot_entry(void);            entered by the loader with
 *         EAX = 0x2BADB002, EBX = physical address of its information,
 *         flat segments, paging off, no stack (Multiboot 0.6.96, section 3.2)
 *
 * The kernel is linked 3 GiB above where it is loaded, but for this code, which
 * runs where it lies.  Until paging is on, every address of the rest must be
 * reduced by KERNEL_BASE.  SUBTLE(clear-bss): it clears .bss itself (not every
 * loader does, and memory survives a reset) and looks whether it is there (if
 * not: boot/no_room.S).  Then it maps the first 768 MiB both where they are
 * wanted (at KERNEL_BASE) and, for the few instructions in between, the first
 * 4 MiB where they are, and takes the kernel's first stack:
 *
 *     boot_stack_top ->  +-----------------+
 *                        | info            |  kmain's second argument
 *                        | magic           |  kmain's first argument
 *               ESP ->   | return address  |  kmain does not return
 *                        |   (8 KiB)       |
 *                        +-----------------+
 *     boot_stack_guard   | unmapped page   |  from paging_init on
 *
 * Read next: kernel/main.c.
 */
#define KERNEL_BASE 0xC0000000
#define PHYS(symbol) (symbol - KERNEL_BASE)

#define MULTIBOOT_MAGIC 0x1BADB002
#define MULTIBOOT_FLAGS 0x3 /* modules on page borders; give a memory map */

#define TABLES 192           /* 768 MiB / 4 MiB */
#define FIRST_KERNEL_ENTRY (KERNEL_BASE >> 22)
#define ENTRY_RW 0x3         /* present, writable: Intel SDM 3A, 4.3 */
#define CR0_PG 0x80000000
#define STACK_BYTES 8192
#define PAGE_BYTES 4096
#define PROBE 0x54696E65     /* any word but all zeros or all ones */

    .section .boot, "ax", @progbits
    .balign 4
    .long MULTIBOOT_MAGIC
    .long MULTIBOOT_FLAGS
    .long -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)

    .globl boot_entry
    .type boot_entry, @function
boot_entry:
    cli
    cld
    movl %eax, %edx                     /* magic; EBX keeps info */

    movl $PHYS(bss_start), %edi         /* clear .bss */
    movl $bss_end, %ecx
    subl $bss_start, %ecx
    shrl $2, %ecx
    xorl %eax, %eax
    rep stosl

    movl $PROBE, PHYS(bss_end) - 4      /* where there is no memory, nothing */
    cmpl $PROBE, PHYS(bss_end) - 4      /* remembers what was written */
    jne boot_no_room
    movl $0, PHYS(bss_end) - 4

    movl $PHYS(boot_tables), %edi       /* all 192 tables, one page after */
    movl $ENTRY_RW, %eax                /* the other */
    movl $(TABLES * 1024), %ecx
1:  stosl
    addl $PAGE_BYTES, %eax
    decl %ecx
    jnz 1b

    movl $(PHYS(boot_directory) + FIRST_KERNEL_ENTRY * 4), %edi
    movl $(PHYS(boot_tables) + ENTRY_RW), %eax
    movl %eax, PHYS(boot_directory)     /* the first 4 MiB in their place */
    movl $TABLES, %ecx
2:  stosl
    addl $PAGE_BYTES, %eax
    decl %ecx
    jnz 2b

    movl $PHYS(boot_directory), %eax
    movl %eax, %cr3
    movl %cr0, %eax
    orl $CR0_PG, %eax
    movl %eax, %cr0
    movl $boot_high, %eax
    jmp *%eax
    .size boot_entry, . - boot_entry

    .text
    .type boot_high, @function
boot_high:
    movl $boot_stack_top, %esp
    xorl %ebp, %ebp                     /* backtraces end here */
    pushl %ebx
    pushl %edx
    call kmain
3:  cli
    hlt
    jmp 3b
    .size boot_high, . - boot_high

    .section .bss
    .balign PAGE_BYTES
    .globl boot_directory, boot_tables, boot_stack_guard, boot_stack_top
    .type boot_directory, @object
    .type boot_tables, @object
    .type boot_stack_guard, @object
boot_directory:
    .skip PAGE_BYTES
boot_tables:
    .skip TABLES * PAGE_BYTES
boot_stack_guard:
    .skip PAGE_BYTES
    .skip STACK_BYTES
boot_stack_top:

    .section .note.GNU-stack, "", @progbits
