# SPDX-License-Identifier: MIT
#
# Tine's front door. `make help` lists what can be asked for.
#
# Here stand the names that a person types and how each is done. How the
# things in build/ are made is in mk/build.mk, which is read only if a
# compiler is needed: `make help` and the doctor work on a machine without
# one. GNU make 3.81 and a POSIX shell suffice.

ifeq ($(BUILD),)
override BUILD := build$(if $(filter 1,$(DEBUG)),/debug)
endif
OPT ?= -O2
MAKEFLAGS += --no-print-directory --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

# Environment for tools/run; each may be given on make's command line.
APPEND ?=
MEM ?=
INITRD ?=
QEMU ?=
QEMUFLAGS ?=
ACCEL ?=
GDBPORT ?= 1234
GDB ?=
GDBFLAGS ?=
T ?=
CMD ?=
SEED ?= 0
EXPECT ?=
SEEDS ?= 100
POLICIES ?= fifo,rr,mlfq,fair
BENCH ?=
export BUILD APPEND MEM INITRD QEMU QEMUFLAGS ACCEL GDBPORT GDB GDBFLAGS T \
	CMD SEED EXPECT SEEDS POLICIES

# These need no compiler, or ask the doctor first and then make again.
FRONT := help clean doctor stats qemu qemu-iso qemu-gdb gdb iso test test-all \
	foreign test-user test-host test-kernel test-session test-shell test-gdb check \
	test-mutants capture rerun search timeline story lde duel bench

ifneq ($(filter-out $(FRONT),$(or $(MAKECMDGOALS),all)),)
include mk/build.mk
endif

.PHONY: $(FRONT) all tests host-tests

## Building

all: ## build the kernel and the RAM disk: tine.elf, initrd.tar

tests: ## build these and all that the tests need

host-tests: ## build the pure files' tests

## Running

qemu: ## boot to a shell on this terminal; ctrl-a x quits
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/run

qemu-iso: iso ## the same, started by GRUB from the ISO
	@tools/run --iso

iso: ## make the GRUB rescue ISO: tine.iso
	@tools/doctor build qemu iso
	@$(MAKE) $(BUILD)/tine.iso

qemu-gdb: ## boot halted, waiting for `make gdb` in another terminal
	@tools/doctor build qemu gdb
	@$(MAKE) all
	@tools/run --gdb

gdb: ## attach GDB to `make qemu-gdb`
	@tools/doctor gdb
	@tools/gdb/attach

## Experiments

rerun: ## run CMD so that it runs the same way each time with this SEED
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/rerun --seed="$$SEED" -- "$$CMD"

search: ## run CMD with seed after seed until it goes wrong
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/rerun --search="$$SEEDS" --expect="$$EXPECT" -- "$$CMD"

timeline: ## run CMD and draw who ran, waited and slept when
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/timeline-run chart

story: ## run CMD and draw fork, exec, exit and wait
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/timeline-run story

lde: ## one timer switch: what OS, hardware and program do
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/timeline-run lde

bench: ## measure Tine and Linux with one binary, and compare; some minutes
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/bench $(BENCH)

duel: ## run CMD under each of POLICIES, charts and figures side by side
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/duel --seed="$$SEED" -- "$$POLICIES" "$$CMD"

## Testing

test: ## run the tests; ends with `N passed, N failed`
	@tools/doctor build qemu gdb test
	@$(MAKE) WERROR=1 tests
	@tools/test test

test-all: ## run everything there is: compilers, machines, ISO, foreign
	@tools/doctor build qemu gdb test iso clang
	@tools/doctor foreign || echo 'Going on: what needs that is skipped.'
	@$(MAKE) WERROR=1 tests
	@tools/test test-all

test-user: ## the user programs' tests, here and on Tine; T=NAME selects
	@tools/doctor build qemu test
	@$(MAKE) tests
	@tools/test user

foreign: ## programs that nobody here wrote; T=NAME selects
	@tools/doctor build qemu test
	@tools/doctor foreign || echo 'Going on: what needs that is skipped.'
	@$(MAKE) WERROR=1 tests
	@tools/test foreign glibc musl

test-host: ## the pure files' tests, under ASan and UBSan
	@tools/doctor build test
	@$(MAKE) host-tests
	@tools/test host

test-kernel: ## the kernel's self-tests, booted with test=all
	@tools/doctor build qemu test
	@$(MAKE) all
	@tools/test kernel

test-session: ## a scripted session at the shell's prompt
	@tools/doctor build qemu test
	@$(MAKE) all $(BUILD)/tests/user/helper-fault
	@tools/test session

test-shell: ## the shell's answers, here and on Tine
	@tools/doctor build qemu test
	@$(MAKE) all $(BUILD)/tests/user/run
	@tools/test shell

test-gdb: ## GDB on the kernel and on a user program
	@tools/doctor build qemu gdb test
	@$(MAKE) all
	@tools/test gdb

test-mutants: ## a test fails for each piece of code that is disabled
	@tools/doctor build qemu test
	@$(MAKE) tests
	@MUTANTS=--all tools/test mutants

check: ## the rules of the house: layers, names, sizes, papers
	@tools/doctor build test
	@$(MAKE) all
	@tools/test check

## Around it

stats: ## code lines of heart and kernel, long files and functions
	@tools/stats

doctor: ## check that the programs needed are there
	@tools/doctor all

capture: ## draw docs/tine.svg from a real session
	@tools/doctor build qemu
	@$(MAKE) all
	@tools/capture docs/tine.svg

clean: ## remove the build directory
	rm -rf $(BUILD)

help: ## this list
	@awk 'BEGIN { FS = ":.*## " } \
	    /^## / { printf "%s%s\n", n++ ? "\n" : "", substr($$0, 4) } \
	    /^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' Makefile
	@sed -n 's/^#= //p' Makefile

#=
#= Variables
#=   CC=, CROSS=      compiler, or its prefix; found by itself when absent
#=   OPT=-O2          optimisation; WERROR=1 makes warnings errors
#=   V=1              shows the commands; BUILD=build is where things go
#=   DEBUG=1          a kernel that checks itself at every step, in build/debug
#=   APPEND= INITRD=                                      for qemu and qemu-gdb
#=   MEM= QEMU= QEMUFLAGS= ACCEL=kvm                      for all qemu targets
#=   GDBPORT= GDB= GDBFLAGS='-batch -x FILE'              for the gdb targets
#=   CMD='race; ps'   for rerun, search, timeline, story, duel: a line for Tine's
#=                    shell
#=   SEED=1           for these but search: when timer interrupts come
#=   SEEDS=100 EXPECT=REGEXP    for search: how many, and how a line of the output
#=                    is to be
#=   POLICIES=rr,mlfq for duel
#=   BENCH='--tine --rounds 1 ring_2'    for bench: what tools/bench --help says
#=   T=NAME           runs the user tests whose names contain NAME
