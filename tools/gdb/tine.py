# SPDX-License-Identifier: MIT
"""What GDB must know to stop and step in a user program.

All programs are linked at one address and all run on one CPU, so that for GDB
a breakpoint in one is a breakpoint in every one, and a step may end in the
kernel or in another process.  Hence:

 - the symbols of one program are loaded at a time, and a breakpoint in it has
   the condition $in_program(): the running process runs that program;
 - while GDB steps or finishes in a process, the frames of every other look
   strange to it, so that the breakpoints it sets for itself pass over them;
 - a step that a page fault or an `int $0x80` took into the kernel goes on when
   the process is back where it was.

Read tools/gdb/tine.gdb first.
"""

import os

import gdb
from gdb.unwinder import Unwinder, register_unwinder

KERNEL_START = 0xc0000000
STEPS = ("next", "step", "until")
IN_ONE_PROCESS = STEPS + ("finish", "advance")
GOING_ON = IN_ONE_PROCESS + ("continue", "stepi", "nexti", "jump")
CONDITION = "$in_program()"


def value(text):
    return int(gdb.parse_and_eval(text))


def running():
    """The pid and the program's name of the process that runs; or 0."""
    if not value("(unsigned long) the_cpu.current"):
        return 0, ""
    comm = gdb.parse_and_eval("the_cpu.current->comm").string()
    return value("the_cpu.current->pid"), comm


def in_user_mode():
    return value("$cs & 3") == 3


class Program:
    """The one whose symbols are loaded, and the process that we step."""
    path = None             # of its file
    name = None             # as the kernel has it: cut
    is_aside = False        # its symbols are, for another program stopped
    pid = 0                 # of the process that steps; 0: none does
    step = None             # one of STEPS, while GDB is at it
    function = None         # where that step began
    is_going_on = False     # with that step, out of the kernel


def load(path):
    unload()
    gdb.execute("add-symbol-file " + path, to_string=True)
    Program.path = path
    most = value("sizeof the_cpu.current->comm") - 1
    Program.name = os.path.basename(path)[:most]
    Program.is_aside = False
    for breakpoint in gdb.breakpoints():
        guard(breakpoint)


def unload():
    if Program.path and not Program.is_aside:
        gdb.execute("remove-symbol-file " + Program.path, to_string=True)
        Program.is_aside = True


class Load(gdb.Command):
    def __init__(self, name, place, doc):
        self.__doc__ = doc
        self.place = place
        super().__init__(name, gdb.COMMAND_FILES)

    def invoke(self, argument, from_tty):
        build = gdb.convenience_variable("tine_build").string()
        path = os.path.abspath(os.path.join(build, self.place, argument))
        if not argument or not os.path.isfile(path):
            raise gdb.GdbError("There is no program %s." % path)
        load(path)
        print("Symbols of %s; breakpoints in it stop only where it runs."
              % argument)


class InProgram(gdb.Function):
    """True in the kernel, and in the program whose symbols are loaded."""

    def __init__(self):
        super().__init__("in_program")

    def invoke(self):
        return not in_user_mode() or running()[1] == Program.name


def guard(breakpoint):
    """Adds the condition to a breakpoint in the user program."""
    known = breakpoint.condition or ""
    if (breakpoint.type != gdb.BP_BREAKPOINT or not breakpoint.location
            or breakpoint.number < 0 or known.startswith(CONDITION)):
        return
    try:
        places = gdb.decode_line(breakpoint.location)[1] or ()
    except gdb.error:
        return
    if any(place.pc < KERNEL_START for place in places):
        breakpoint.condition = (CONDITION + " && (" + known + ")" if known
                                else CONDITION)


class Id:
    """What tells one frame from another."""

    def __init__(self, sp, pc):
        self.sp = sp
        self.pc = pc


class Others(Unwinder):
    """While one process steps, another's frame is none that GDB waits for."""

    def __init__(self):
        super().__init__("tine-others")

    def __call__(self, frame):
        if not Program.pid or int(frame.read_register("cs")) & 3 != 3:
            return None
        if running()[0] == Program.pid:
            return None
        pc = frame.read_register("eip")
        info = frame.create_unwind_info(Id(gdb.Value(0), pc))
        info.add_saved_register("eip", pc - pc)
        return info


class Mine(gdb.Breakpoint):
    """An internal breakpoint of the process that steps."""
    sp = None

    def stop(self):
        return (running()[0] == Program.pid
                and self.sp in (None, value("(unsigned) $esp")))


def before(command):
    """Runs before each command that lets the machine go."""
    if Program.is_going_on:
        return
    if Program.is_aside:
        load(Program.path)
    Program.step = None
    Program.pid = 0
    if command in IN_ONE_PROCESS and Program.path and in_user_mode():
        Program.pid = running()[0]
        Program.step = command if command in STEPS else None
        Program.function = gdb.newest_frame().name()
    ENDS.enabled = Program.pid != 0


def resume_at():
    """Where the program goes on, and with which stack: what the CPU pushed."""
    return tuple(value("((unsigned *) main_tss.esp0)[%d]" % place)
                 for place in (-5, -2))


def in_stub():
    """Has a trap just led into the kernel?"""
    return value("(unsigned) &trap_stubs <= (unsigned) $pc"
                 " && (unsigned) $pc < (unsigned) &trap_entry")


def go_on():
    """From the entry into the kernel back to the program, then to the end of
    the step."""
    while Program.step and in_stub():
        pc, sp = resume_at()
        back = Mine("*%d" % pc, internal=True, temporary=True)
        back.sp = sp
        gdb.execute("continue")
        if back.is_valid():
            back.delete()
        if not in_user_mode() or value("(unsigned) $pc") != pc:
            return
        gdb.execute(Program.step)


def go_on_silently():
    """Only where the step ends is shown, as GDB would have shown it."""
    function = Program.function
    Program.is_going_on = True
    gdb.execute("set suppress-cli-notifications on")
    try:
        go_on()
    finally:
        gdb.execute("set suppress-cli-notifications off")
        Program.is_going_on = False
    if not gdb.selected_thread():
        return
    place = gdb.execute("frame", to_string=True)
    if gdb.selected_frame().name() == function:
        place = place[place.index("\n") + 1:]
    gdb.write(place.replace("#0  ", "", 1))


def at_stop():
    """Runs at each stop, before GDB shows where it is."""
    if not gdb.selected_thread():
        return
    gdb.invalidate_cached_frames()
    if Program.step and in_stub():
        go_on_silently()
        if not gdb.selected_thread():
            return
    if Program.pid and value("$pc") == ENDS_AT:
        print("Process %d, %s, ends." % running())
    Program.pid = 0
    Program.step = None
    ENDS.enabled = False
    gdb.invalidate_cached_frames()
    if Program.path and not Program.is_aside and in_user_mode() \
            and running()[1] != Program.name:
        unload()
        print("Process %d runs %s: the symbols of %s are put aside until you "
              "go on." % (running() + (Program.name,)))


class Before(gdb.Command):
    """Not to be typed: what Tine does before GDB lets the machine go on."""

    def __init__(self):
        super().__init__("tine-before", gdb.COMMAND_OBSCURE)

    def invoke(self, argument, from_tty):
        before(argument)


class AtStop(gdb.Command):
    """Not to be typed: what Tine does when the machine has stopped."""

    def __init__(self):
        super().__init__("tine-at-stop", gdb.COMMAND_OBSCURE)

    def invoke(self, argument, from_tty):
        at_stop()


Load("tine-user", "user/bin", """Load the symbols of a user program: tine-user NAME
Then `break main` stops in it, and its lines and variables are known. Those of
the program before are dropped.""")
Load("tine-test", "tests/user",
     "Load the symbols of a user test: tine-test NAME")
Before()
AtStop()
InProgram()
register_unwinder(None, Others(), True)
gdb.events.breakpoint_created.connect(guard)
gdb.events.breakpoint_modified.connect(guard)
ENDS = Mine("*exit_process", internal=True)
ENDS.enabled = False
ENDS_AT = value("(unsigned) &exit_process")
for going in GOING_ON:
    gdb.execute("define hook-%s\ntine-before %s\nend" % (going, going))
gdb.execute("define hook-stop\ntine-at-stop\nend")
