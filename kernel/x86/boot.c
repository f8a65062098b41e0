/* SPDX-License-Identifier: MIT */
/*
 * What the boot loader told us, and which memory is free.
 *
 * Called by main.c at boot.  Owns copies of the command line, the memory map and
 * the first module's place, for the originals lie in memory that will be given
 * away.  Everything but the memory map is optional, since loaders differ.
 * Invariant: the BIOS's data, the kernel and the module are never free memory.
 * Facts: Multiboot Specification 0.6.96, section 3.3.  Read next: x86/paging.c.
 */
#include "x86/boot.h"

#include "arch.h"
#include "lib/panic.h"
#include "lib/printf.h"
#include "lib/string.h"
#include "mm/frame.h"
#include "x86/paging.h"

#define MULTIBOOT_MAGIC 0x2BADB002u

enum multiboot_flags {
    MULTIBOOT_HAS_COMMAND_LINE = 1u << 2,
    MULTIBOOT_HAS_MODULES = 1u << 3,
    MULTIBOOT_HAS_MAP = 1u << 6,
};

struct multiboot_info {
    uint32_t flags;
    uint32_t mem_lower, mem_upper;
    uint32_t boot_device;
    uint32_t command_line;
    uint32_t module_count, modules;
    uint32_t symbols[4];
    uint32_t map_bytes, map;
};

struct multiboot_module { /* a string and a reserved word follow */
    uint32_t start, end;
};

struct multiboot_range {
    uint32_t size; /* of what follows */
    uint64_t start;
    uint64_t len;
    uint32_t type;
} __attribute__((packed));

#define RANGE_IS_MEMORY 1u

#define COMMAND_LINE_BYTES 1024u
#define RANGES_MAX 32u
/*
 * What the first MiB holds besides memory, whatever the map says of it: the
 * BIOS's vectors and data in the first page; its extended data (at most 4 KiB
 * below 640 KiB), video memory and ROMs behind.
 */
#define BIOS_DATA_END 0x1000u
#define BIOS_HIGH_START 0x9F000u
#define BIOS_HIGH_END 0x100000u
#define MEMORY_MIN_BYTES (7u << 20) /* an 8 MiB machine shows a bit less */
#define FRAMES_MIN 512u             /* 2 MiB for processes and files */
#define KIB_SHIFT 10u
#define MIB_SHIFT 20u

struct boot_range {
    paddr_t start, end;
};

static char command_line[COMMAND_LINE_BYTES];
static struct boot_range memory[RANGES_MAX];
static unsigned int memory_count;
static struct boot_range reserved[RANGES_MAX + 4];
static unsigned int reserved_count;
static struct boot_range module;
static paddr_t map_end;    /* of the machine's memory, as its map has it */
static paddr_t memory_end; /* the same, or of what was loaded above that */
static uint64_t memory_ignored;
static uint32_t loader_magic;

/* Whether the LEN bytes at ADDR can be read through the direct map. */
static bool boot_is_reachable(paddr_t addr, size_t len)
{
    return addr < DIRECT_MAP_BYTES && len <= DIRECT_MAP_BYTES - addr;
}

static void boot_reserve(paddr_t start, paddr_t end)
{
    ASSERT(reserved_count < ARRAY_LEN(reserved));
    reserved[reserved_count++] = (struct boot_range){ start, end };
}

/* Notes one range of the map, cut to whole frames within the direct map. */
static void boot_add_range(uint64_t start, uint64_t end, uint32_t type)
{
    bool is_memory = type == RANGE_IS_MEMORY;

    if (end > DIRECT_MAP_BYTES) {
        if (is_memory)
            memory_ignored += end - MAX(start, (uint64_t)DIRECT_MAP_BYTES);
        end = DIRECT_MAP_BYTES;
    }
    if (start >= end || memory_count == RANGES_MAX)
        return;
    if (!is_memory) {
        if (reserved_count < RANGES_MAX)
            boot_reserve(ROUND_DOWN((paddr_t)start, PAGE_SIZE),
                         ROUND_UP((paddr_t)end, PAGE_SIZE));
        return;
    }
    memory[memory_count].start = ROUND_UP((paddr_t)start, PAGE_SIZE);
    memory[memory_count].end = ROUND_DOWN((paddr_t)end, PAGE_SIZE);
    map_end = MAX(map_end, memory[memory_count].end);
    memory_end = MAX(memory_end, map_end);
    memory_count++;
}

static void boot_read_map(const struct multiboot_info *info)
{
    uint32_t at = 0;

    if (!(info->flags & MULTIBOOT_HAS_MAP) ||
        !boot_is_reachable(info->map, info->map_bytes))
        return;
    while (at + sizeof(struct multiboot_range) <= info->map_bytes) {
        struct multiboot_range range;

        memcpy(&range, frame_to_virt(info->map + at), sizeof(range));
        boot_add_range(range.start, range.start + range.len, range.type);
        at += range.size + sizeof(range.size);
    }
}

static void boot_read_module(const struct multiboot_info *info)
{
    struct multiboot_module first;

    if (!(info->flags & MULTIBOOT_HAS_MODULES) || info->module_count == 0 ||
        !boot_is_reachable(info->modules, sizeof(first)))
        return;
    memcpy(&first, frame_to_virt(info->modules), sizeof(first));
    if (first.end <= first.start)
        return;
    module = (struct boot_range){ first.start, first.end };
    if (!boot_is_reachable(first.start, first.end - first.start))
        return; /* boot_memory_check will say so */
    boot_reserve(ROUND_DOWN(first.start, PAGE_SIZE),
                 ROUND_UP(first.end, PAGE_SIZE));
    memory_end = MAX(memory_end, ROUND_UP(first.end, PAGE_SIZE));
}

static void boot_read_command_line(const struct multiboot_info *info)
{
    if (!(info->flags & MULTIBOOT_HAS_COMMAND_LINE) ||
        !boot_is_reachable(info->command_line, COMMAND_LINE_BYTES))
        return;
    strlcpy(command_line, frame_to_virt(info->command_line),
            sizeof(command_line));
}

/* Says nothing yet, since nobody is listening before the options are read. */
void boot_info_init(uint32_t magic, paddr_t info_addr)
{
    struct multiboot_info info;

    loader_magic = magic;
    boot_reserve(0, BIOS_DATA_END);
    boot_reserve(BIOS_HIGH_START, BIOS_HIGH_END);
    boot_reserve(frame_from_virt(kernel_start), frame_from_virt(kernel_end));
    memory_end = frame_from_virt(kernel_end);
    if (magic != MULTIBOOT_MAGIC ||
        !boot_is_reachable(info_addr, sizeof(info)))
        return;
    memcpy(&info, frame_to_virt(info_addr), sizeof(info));
    boot_read_command_line(&info);
    boot_read_module(&info);
    boot_read_map(&info);
}

void boot_memory_check(void)
{
    if (loader_magic != MULTIBOOT_MAGIC)
        panic("the boot loader is no Multiboot loader (magic number 0x%08x)",
              loader_magic);
    if (memory_count == 0)
        panic("the boot loader gave no memory map");
    if (module.end > DIRECT_MAP_BYTES)
        panic("the RAM disk was loaded at 0x%08x, above the first %u MiB, which "
              "are all that Tine uses: give the machine less memory",
              module.start, DIRECT_MAP_BYTES >> MIB_SHIFT);
    if (map_end < MEMORY_MIN_BYTES)
        panic("this machine has %u KiB of memory; Tine needs 8 MiB",
              map_end >> KIB_SHIFT);
    if (module.end > map_end)
        panic("the RAM disk does not fit into this machine's %u KiB of memory",
              map_end >> KIB_SHIFT);
    if (memory_ignored)
        klog("memory: %u KiB above the first %u MiB are not used\n",
             (unsigned int)(memory_ignored >> KIB_SHIFT),
             DIRECT_MAP_BYTES >> MIB_SHIFT);
}

const char *boot_command_line(void)
{
    return command_line;
}

bool boot_module(paddr_t *start, paddr_t *end)
{
    *start = module.start;
    *end = module.end;
    return module.end != 0;
}

paddr_t boot_memory_end(void)
{
    return memory_end;
}

static bool boot_is_reserved(paddr_t page)
{
    for (unsigned int i = 0; i < reserved_count; i++) {
        if (page >= reserved[i].start && page < reserved[i].end)
            return true;
    }
    return false;
}

/* The first LEN bytes that are free. Panics where there are none. */
static paddr_t boot_find_free(size_t len)
{
    for (unsigned int i = 0; i < memory_count; i++) {
        size_t found = 0;

        for (paddr_t at = memory[i].start; at < memory[i].end; at += PAGE_SIZE) {
            found = boot_is_reserved(at) ? 0 : found + PAGE_SIZE;
            if (found == len)
                return at + PAGE_SIZE - len;
        }
    }
    panic("there is too little memory beside the RAM disk: "
          "give the machine more than %u MiB",
          memory_end >> MIB_SHIFT);
}

/* From the top, so that low memory is handed out first. */
static void boot_release_range(const struct boot_range *range)
{
    for (paddr_t at = range->end; at > range->start; at -= PAGE_SIZE) {
        if (!boot_is_reserved(at - PAGE_SIZE))
            frame_release_range(at - PAGE_SIZE, at);
    }
}

void boot_memory_init(void)
{
    size_t len = ROUND_UP(frame_array_bytes(memory_end), PAGE_SIZE);
    paddr_t array = boot_find_free(len);
    boot_reserve(array, array + len);
    frame_init(frame_to_virt(array), memory_end);
    for (unsigned int i = memory_count; i > 0; i--)
        boot_release_range(&memory[i - 1]);
    paging_release_tables();
    if (frame_count_free() < FRAMES_MIN)
        panic("the kernel and the RAM disk leave %u KiB of memory free; "
              "Tine needs %u KiB: give the machine more than %u MiB",
              frame_count_free() << (PAGE_SHIFT - KIB_SHIFT),
              FRAMES_MIN << (PAGE_SHIFT - KIB_SHIFT),
              (unsigned int)(memory_end >> MIB_SHIFT));
}
