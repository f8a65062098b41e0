# SPDX-License-Identifier: MIT
#
# How the things in $(BUILD) are made: the kernel, the library, the programs,
# the tests and the RAM disks. Included by ../Makefile.
#
# An object is named after its whole source path, $(BUILD)/obj/PATH.o, and is
# made again when its source, a header that it read, or the flags change.

TOOLCHAIN := $(BUILD)/toolchain.mk
TOOLCHAIN_SAID := $(shell CC='$(if $(filter-out default \
	undefined,$(origin CC)),$(CC))' CROSS='$(CROSS)' \
	tools/toolchain $(TOOLCHAIN) || echo failed)
ifneq ($(TOOLCHAIN_SAID),)
$(error There is no usable compiler)
endif
include $(TOOLCHAIN)

# --- Output: V=1 shows the commands, otherwise a short line for each ---

Q := $(if $(filter 1,$(V)),,@)
say = @printf '  %-6s %s\n' $(1) $(2)

# --- Flags ---

WARNINGS := -Wall -Wextra -Wshadow -Wundef -Wvla -Wpointer-arith \
	-Wwrite-strings -Wstrict-prototypes -Wmissing-prototypes

CFLAGS_BOTH := -std=gnu11 -ffreestanding -nostdinc \
	-isystem $(TARGET_INCLUDE) -march=i486 -mno-sse -mno-mmx -fno-pie \
	-fno-stack-protector -fno-strict-aliasing -fno-omit-frame-pointer \
	-g3 $(OPT) -Ulinux -Uunix -Ui386 $(CFLAGS_KNOWN) $(WARNINGS) \
	$(if $(WERROR),-Werror) $(CFLAGS)

CFLAGS_KERNEL := -Iinclude -Ikernel $(if $(filter \
	1,$(DEBUG)),-DTINE_DEBUG) $(CFLAGS_BOTH) \
	$(CFLAGS_KERNEL_KNOWN)
CFLAGS_USER := -Iuser/lib/include -Iinclude $(CFLAGS_BOTH)
CFLAGS_TEST := -Itests/user $(CFLAGS_USER)

LINK := $(TARGET_CC) -nostdlib -static $(LDFLAGS_KNOWN)

# $(call compile,FLAGS) makes $@ from $< and notes the headers in $@.d.
define compile
$(call say,$(if $(filter %.S,$<),AS,CC),$<)
@mkdir -p $(@D)
$(Q)$(TARGET_CC) $(1) -MMD -MP -MF $@.d -c -o $@ $<
endef

# $(call sources,DIRECTORY,STAMP,FLAGS) says how what is below it is compiled.
define sources
$(BUILD)/obj/$(1)/%.o: $(1)/% $(BUILD)/stamps/$(2)
	$$(call compile,$(3))
endef

# $(call stamp,NAME,TEXT) is a file that changes when its text does.
define stamp
$(BUILD)/stamps/$(1): FORCE
	@mkdir -p $$(@D)
	@echo '$(2)' | cmp -s - $$@ || echo '$(2)' >$$@
endef

FORCE:
.PHONY: FORCE

find = $(sort $(shell find $(1) -type f -name '[!.]*.[cS]' 2>/dev/null))
objects = $(patsubst %,$(BUILD)/obj/%.o,$(1))

# --- The kernel ---

KERNEL_OBJS := $(call objects,$(call find,boot kernel tests/kernel))

$(eval $(call stamp,kernel,$(TARGET_CC) $(CFLAGS_KERNEL)))
$(eval $(call stamp,kernel-link,$(LINK) $(KERNEL_OBJS)))

$(eval $(call sources,boot,kernel,$(CFLAGS_KERNEL)))
$(eval $(call sources,kernel,kernel,$(CFLAGS_KERNEL)))
$(eval $(call sources,tests/kernel,kernel,$(CFLAGS_KERNEL)))

# The kernel knows its functions' names, for backtraces. They are known only
# after linking: so it is linked twice, the first time without the table. The
# table stands behind the text, so the addresses in it stay true.
KERNEL_LINK = $(LINK) -Wl,-T,linker.ld -o $@ $(filter %.o,$^)
KSYMS := $(BUILD)/obj/ksyms

$(KSYMS).elf: $(KERNEL_OBJS) linker.ld $(BUILD)/stamps/kernel-link
	$(Q)$(KERNEL_LINK)

$(KSYMS).S: $(KSYMS).elf tools/ksyms
	$(Q)$(TARGET_NM) -n $< | tools/ksyms >$@

$(KSYMS).o: $(KSYMS).S $(BUILD)/stamps/kernel
	$(Q)$(TARGET_CC) $(CFLAGS_KERNEL) -c -o $@ $<

$(BUILD)/tine.elf: $(KERNEL_OBJS) $(KSYMS).o linker.ld \
		$(BUILD)/stamps/kernel-link
	$(call say,LINK,$@)
	$(Q)$(KERNEL_LINK)

# --- The library: the kernel's 64-bit division serves it too ---

LIB_SOURCES := $(call find,user/lib)
LIB_OBJS := $(call objects,$(filter-out %/crt0.S,$(LIB_SOURCES))) \
	$(BUILD)/obj/user/lib/div64.c.o
CRT0 := $(call objects,user/lib/crt0.S)

$(eval $(call stamp,user,$(TARGET_CC) $(CFLAGS_USER)))
$(eval $(call stamp,lib,$(LIB_OBJS)))

$(eval $(call sources,user,user,$(CFLAGS_USER)))

$(BUILD)/obj/user/lib/div64.c.o: kernel/lib/div64.c $(BUILD)/stamps/user
	$(call compile,$(CFLAGS_USER) -Ikernel)

$(BUILD)/user/libc.a: $(LIB_OBJS) $(BUILD)/stamps/lib
	$(call say,AR,$@)
	@mkdir -p $(@D)
	@rm -f $@
	$(Q)$(TARGET_AR) rcs $@ $(LIB_OBJS)

# --- The programs: user/bin/NAME.c, or user/bin/NAME/*.c ---

LINK_PROGRAM = $(LINK) $(LDFLAGS_USER_KNOWN) -o $@ $(CRT0) \
	$(filter %.o,$(filter-out $(CRT0),$^)) $(BUILD)/user/libc.a

# $(call program,FILE,SOURCES) links FILE from them and the library.
define program
$(1): $(call objects,$(2)) $(CRT0) $(BUILD)/user/libc.a \
		$(BUILD)/stamps/program
	$$(call say,LINK,$$@)
	@mkdir -p $$(@D)
	$(Q)$$(LINK_PROGRAM)
endef

$(eval $(call stamp,program,$(LINK) $(LDFLAGS_USER_KNOWN)))

SMALL := $(patsubst user/bin/%.c,%,$(wildcard user/bin/*.c))
LARGE := $(patsubst user/bin/%/,%,$(wildcard user/bin/*/))
PROGRAMS := $(patsubst %,$(BUILD)/user/bin/%,$(SMALL) $(LARGE))

$(foreach p,$(SMALL),$(eval \
	$(call program,$(BUILD)/user/bin/$(p),user/bin/$(p).c)))
$(foreach p,$(LARGE),$(eval $(call \
	program,$(BUILD)/user/bin/$(p),$(call find,user/bin/$(p)))))

# --- The user tests, one program each ---

TEST_SOURCES := $(sort $(wildcard tests/user/*.c tests/user/bugs/*.c \
	tests/user/runner/*.c))
TEST_OBJS := $(call objects,$(TEST_SOURCES))
TESTS := $(patsubst %.c,$(BUILD)/tests/user/%,$(notdir $(TEST_SOURCES)))

$(eval $(call stamp,test,$(TARGET_CC) $(CFLAGS_TEST)))

$(eval $(call sources,tests/user,test,$(CFLAGS_TEST)))

$(foreach s,$(TEST_SOURCES),$(eval $(call \
	program,$(BUILD)/tests/user/$(basename $(notdir $(s))),$(s))))

# --- The RAM disks: programs without their symbols, and user/root ---

# What is in user/root by path, so that a file added or removed is noticed. A
# link is noticed only, for what it points at may exist in the RAM disk alone.
ROOT_FILES := $(sort $(shell find user/root -type f 2>/dev/null))
ROOT_LINKS := $(sort $(shell find user/root -type l 2>/dev/null))
STRIPPED := $(patsubst $(BUILD)/user/bin/%,$(BUILD)/stripped/bin/%,$(PROGRAMS))
STRIPPED_TESTS := $(patsubst \
	$(BUILD)/tests/user/%,$(BUILD)/stripped/tests/%,$(TESTS))

$(eval $(call stamp,initrd,$(STRIPPED) $(ROOT_FILES) $(ROOT_LINKS)))
$(eval $(call stamp,tests-disk,$(STRIPPED_TESTS)))

$(BUILD)/stripped/bin/%: $(BUILD)/user/bin/%
	@mkdir -p $(@D)
	$(Q)$(TARGET_STRIP) -o $@ $<

$(BUILD)/stripped/tests/%: $(BUILD)/tests/user/%
	@mkdir -p $(@D)
	$(Q)$(TARGET_STRIP) -o $@ $<

$(BUILD)/initrd.tar: $(STRIPPED) $(ROOT_FILES) tools/mkinitrd \
		$(BUILD)/stamps/initrd
	$(call say,TAR,$@)
	$(Q)tools/mkinitrd -o $@ user/root $(STRIPPED:%=bin/=%)

$(BUILD)/tests.tar: $(STRIPPED) $(STRIPPED_TESTS) $(ROOT_FILES) \
		tools/mkinitrd $(BUILD)/stamps/initrd $(BUILD)/stamps/tests-disk
	$(call say,TAR,$@)
	$(Q)tools/mkinitrd -o $@ user/root $(STRIPPED:%=bin/=%) \
		$(STRIPPED_TESTS:%=tests/=%)

# --- The host tests: the build machine's compiler and its sanitizers ---
#
# tests/host/NAME.c says in its first comment which of the kernel's files it is
# about ("Sources: kernel/lib/list.c ..."); they are compiled together. The
# kernel's string functions get names of their own, for the host has such too
# (those written in assembly are the host's),
# and strict C11 keeps the host's headers from defining types that ours define.

HOSTCC ?= cc
HOST_NAMES := $(patsubst tests/host/%.c,%,$(wildcard tests/host/*.c))
HOST_TESTS := $(HOST_NAMES:%=$(BUILD)/tests/host/%)
HOST_HEADERS := $(wildcard kernel/*.h kernel/*/*.h include/*/* tests/host/*.h)
RENAMED := memcmp strlen strnlen strcmp strncmp strchr strrchr strlcpy \
	snprintf vsnprintf

CFLAGS_HOST := -std=c11 -Ikernel -Iinclude -Itests/host -g -O1 \
	-fno-omit-frame-pointer -fsanitize=address,undefined \
	-fno-sanitize-recover=undefined -fno-builtin -Ulinux -Uunix \
	$(foreach f,$(RENAMED),-D$(f)=tine_$(f)) -Wall -Wextra -Wshadow -Wvla

$(eval $(call stamp,host,$(HOSTCC) $(CFLAGS_HOST)))

host_sources = tests/host/$(1).c $(shell sed -n \
	'/Sources:/,/\*\//{s/.*Sources://;s/^ \*\/*//;s/\*\/.*//;p;}' tests/host/$(1).c)

# The scheduling policies, with what they are made of.
POLICY_SOURCES := $(patsubst %,kernel/sched/%.c,rt policies heap \
	$(shell sed -n 's/^POLICY(\(.*\))$$/\1/p' kernel/sched/policies.def)) \
	kernel/lib/bitmap.c kernel/lib/number.c kernel/lib/string.c

# $(call host_test,NAME)
define host_test
$(BUILD)/tests/host/$(1): $(call host_sources,$(1)) $(HOST_HEADERS) \
		$(BUILD)/stamps/host
	$$(call say,HOSTCC,tests/host/$(1).c)
	@mkdir -p $$(@D)
	$(Q)$(HOSTCC) $(CFLAGS_HOST) $(CFLAGS_HOST_$(1)) $(if $(WERROR),-Werror) \
		-o $$@ $$(filter %.c,$$^)
endef

# It counts the steps that it takes.
CFLAGS_HOST_policy-cost := -fsanitize-coverage=trace-pc

$(foreach n,$(HOST_NAMES),$(eval $(call host_test,$(n))))

# --- The ISO ---

$(BUILD)/tine.iso: $(BUILD)/tine.elf $(BUILD)/initrd.tar boot/grub.cfg \
		tools/mkiso
	$(call say,ISO,$@)
	$(Q)tools/mkiso $@ $(BUILD)/tine.elf $(BUILD)/initrd.tar boot/grub.cfg

# --- What one asks for ---

all: $(BUILD)/tine.elf $(BUILD)/initrd.tar
programs: $(PROGRAMS)
user-tests: $(TESTS)
host-tests: $(HOST_TESTS)
tests: all user-tests host-tests $(BUILD)/tests.tar
.PHONY: programs user-tests

-include $(addsuffix .d,$(KERNEL_OBJS) $(LIB_OBJS) $(CRT0) $(TEST_OBJS) \
	$(call objects,$(call find,user/bin)))
