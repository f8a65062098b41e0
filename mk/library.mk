# SPDX-License-Identifier: MIT
#
# The user tests, compiled against a C library that nobody here wrote:
#
#     make -k -f mk/library.mk LIBRARY=glibc|musl
#
# glibc is the cross compiler's own. musl is the i386 package that
# tools/foreign-fetch has unpacked. What a library lacks does not compile, so
# its test is not there: tools/test-library says so.

BUILD ?= build
FOREIGN_CC ?= i686-linux-gnu-gcc
MUSL := $(BUILD)/foreign/musl-dev/usr
PLACE := $(BUILD)/$(LIBRARY)
MAKEFLAGS += --no-print-directory --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:

SOURCES := $(filter-out %/run.c %/helper-fault.c,$(wildcard tests/user/*.c \
	tests/user/bugs/*.c tests/foreign/*.c))
TESTS := $(patsubst %.c,$(PLACE)/%,$(notdir $(SOURCES)))

# Optimised as little as makes no difference, so that the two libraries' own
# headers do not replace calls by others.
CFLAGS := -std=gnu11 -O1 -fno-builtin -fno-pie -fno-stack-protector \
	-D_GNU_SOURCE -Itests/user -w

ifeq ($(LIBRARY),musl)
CFLAGS += -nostdinc -isystem $(MUSL)/include/i386-linux-musl \
	-isystem $(shell $(FOREIGN_CC) -print-file-name=include)
LIB := $(MUSL)/lib/i386-linux-musl
LINK := -nostdlib -nostartfiles -static -no-pie $(LIB)/crt1.o $(LIB)/crti.o
LIBS := $(LIB)/libc.a $(shell $(FOREIGN_CC) -print-libgcc-file-name) \
	$(LIB)/crtn.o
else
LINK := -static -no-pie
endif

all: $(TESTS)

define rule
$(PLACE)/$(basename $(notdir $(1))): $(1) tests/user/tap.h mk/library.mk
	@mkdir -p $$(@D)
	@$$(FOREIGN_CC) $$(CFLAGS) -c -o $$@.o $$<
	@$$(FOREIGN_CC) -s $$(LINK) -o $$@ $$@.o $$(LIBS)
endef
$(foreach s,$(SOURCES),$(eval $(call rule,$(s))))
.PHONY: all
