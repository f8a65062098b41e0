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
#define RANGES_MAX 64u
#define RANGES_OF_KERNEL 5u /* kept free of the map, for what we reserve */
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

/* Whole frames that are memory, or that are taken whatever else says so. */
struct boot_range {
    paddr_t start, end;
    bool is_memory;
};

static char command_line[COMMAND_LINE_BYTES];
static struct boot_range ranges[RANGES_MAX];
static unsigned int range_count;
static struct boot_range module; /* in bytes; its end is 0 without one */
static paddr_t map_end;    /* of the machine's memory, as its map has it */
static paddr_t memory_end; /* the same, or of what was loaded above that */
static uint64_t memory_ignored;
static uint32_t loader_magic;

/* Copies LEN bytes at ADDR. Returns: whether the direct map has them. */
static bool boot_copy(void *to, paddr_t addr, size_t len)
{
    bool is_there = addr < DIRECT_MAP_BYTES && len <= DIRECT_MAP_BYTES - addr;

    if (is_there)
        memcpy(to, frame_to_virt(addr), len);
    return is_there;
}

static void boot_reserve(paddr_t start, paddr_t end)
{
    ASSERT(range_count < RANGES_MAX);
    ranges[range_count++] = (struct boot_range){
        ROUND_DOWN(start, PAGE_SIZE), ROUND_UP(end, PAGE_SIZE), false
    };
}

/* Notes one range of the map, cut to what is in the direct map. */
static void boot_add_range(uint64_t start, uint64_t end, bool is_memory)
{
    const uint64_t limit = DIRECT_MAP_BYTES;

    if (is_memory && end > limit)
        memory_ignored += end - MAX(start, limit);
    end = MIN(end, limit);
    if (start >= end || range_count >= RANGES_MAX - RANGES_OF_KERNEL)
        return;
    if (!is_memory) {
        boot_reserve((paddr_t)start, (paddr_t)end);
        return;
    }
    end = ROUND_DOWN(end, PAGE_SIZE);
    ranges[range_count++] = (struct boot_range){
        ROUND_UP((paddr_t)start, PAGE_SIZE), (paddr_t)end, true
    };
    map_end = MAX(map_end, (paddr_t)end);
    memory_end = MAX(memory_end, map_end);
}

static void boot_read_map(const struct multiboot_info *info)
{
    struct multiboot_range range;
    uint32_t at = 0;

    if (!(info->flags & MULTIBOOT_HAS_MAP))
        return;
    while (at + sizeof(range) <= info->map_bytes &&
           boot_copy(&range, info->map + at, sizeof(range))) {
        boot_add_range(range.start, range.start + range.len,
                       range.type == RANGE_IS_MEMORY);
        at += range.size + sizeof(range.size);
    }
}

static void boot_read_module(const struct multiboot_info *info)
{
    struct multiboot_module first;

    if (!(info->flags & MULTIBOOT_HAS_MODULES) || info->module_count == 0 ||
        !boot_copy(&first, info->modules, sizeof(first)) ||
        first.end <= first.start)
        return;
    module = (struct boot_range){ first.start, first.end, false };
    if (first.end > DIRECT_MAP_BYTES)
        return; /* boot_memory_check will say so */
    boot_reserve(first.start, first.end);
    memory_end = MAX(memory_end, ROUND_UP(first.end, PAGE_SIZE));
}

static void boot_read_command_line(const struct multiboot_info *info)
{
    if (info->flags & MULTIBOOT_HAS_COMMAND_LINE)
        boot_copy(command_line, info->command_line, COMMAND_LINE_BYTES - 1);
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
    if (magic != MULTIBOOT_MAGIC || !boot_copy(&info, info_addr, sizeof(info)))
        return;
    boot_read_command_line(&info);
    boot_read_module(&info);
    boot_read_map(&info);
}

void boot_memory_check(void)
{
    if (loader_magic != MULTIBOOT_MAGIC)
        panic("the boot loader is no Multiboot loader (magic number 0x%08x)",
              loader_magic);
    if (map_end == 0)
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

char *boot_command_line(void)
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

static bool boot_is_free(paddr_t page)
{
    bool is_memory = false;

    for (unsigned int i = 0; i < range_count; i++) {
        if (page < ranges[i].start || page >= ranges[i].end)
            continue;
        if (!ranges[i].is_memory)
            return false;
        is_memory = true;
    }
    return is_memory;
}

/* The first LEN bytes that are free. Panics where there are none. */
static paddr_t boot_find_free(size_t len)
{
    size_t found = 0;

    for (paddr_t at = 0; at < memory_end; at += PAGE_SIZE) {
        found = boot_is_free(at) ? found + PAGE_SIZE : 0;
        if (found == len)
            return at + PAGE_SIZE - len;
    }
    panic("there is too little memory beside the RAM disk: "
          "give the machine more than %u MiB",
          memory_end >> MIB_SHIFT);
}

void boot_memory_init(void)
{
    size_t len = ROUND_UP(frame_array_bytes(memory_end), PAGE_SIZE);
    paddr_t array = boot_find_free(len);
    boot_reserve(array, array + len);
    frame_init(frame_to_virt(array), memory_end);
    /* From the top, so that low memory is handed out first. */
    for (paddr_t at = memory_end; at > 0; at -= PAGE_SIZE) {
        if (boot_is_free(at - PAGE_SIZE))
            frame_release_range(at - PAGE_SIZE, at);
    }
    paging_release_tables();
    if (frame_count_free() < FRAMES_MIN)
        panic("the kernel and the RAM disk leave %u KiB of memory free; "
              "Tine needs %u KiB: give the machine more than %u MiB",
              frame_count_free() << (PAGE_SHIFT - KIB_SHIFT),
              FRAMES_MIN << (PAGE_SHIFT - KIB_SHIFT),
              (unsigned int)(memory_end >> MIB_SHIFT));
}
