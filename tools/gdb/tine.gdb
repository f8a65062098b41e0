# SPDX-License-Identifier: MIT
# Tine's commands for GDB. `make gdb` reads this file; see `help tine`.

set disassembly-flavor att
set confirm off
set pagination off
set print pretty on
set history save off

# What tools/gdb/attach asks once it has tried to connect.
define tine-attached
  if $_thread == 0
    printf "Nobody waits there: start `make qemu-gdb` in another terminal, then this.\n"
    quit 1
  end
end
document tine-attached
End GDB if it is not connected to a Tine.
end

define tine
  help tine
end
document tine
Tine's own commands:
  tine-ps          list the processes: pid, parent, state, program
  tine-who         show whose kernel stack, or program, we are in
  tine-frame       show its user registers at the last entry into the kernel
  tine-switch      go on until the next context switch
  tine-user NAME   load the symbols of the user program /bin/NAME
  tine-test NAME   load those of the test /tests/NAME

In the kernel a breakpoint needs only a name, for every function's name is
unique: break fork_copy. Of user programs GDB knows one at a time; breakpoints
in it stop only where it runs, and next, step and finish stay in its process.
end

define tine-ps
  printf "  PID  PPID STATE    PROGRAM\n"
  set $tine_link = process_list.next
  while $tine_link != &process_list
    set $tine_proc = (struct proc *) ((char *) $tine_link \
        - (unsigned long) &((struct proc *) 0)->all_link)
    set $tine_parent = 0
    if $tine_proc->parent != 0
      set $tine_parent = $tine_proc->parent->pid
    end
    printf "%5d %5d %-8s %s\n", $tine_proc->pid, $tine_parent, \
        states[$tine_proc->state].name, $tine_proc->comm
    set $tine_link = $tine_link->next
  end
end
document tine-ps
List the processes, oldest first.
end

define tine-who
  printf "%d %s\n", the_cpu.current->pid, the_cpu.current->comm
end
document tine-who
Show the pid and the program of the process that is running.
end

define tine-frame
  print *the_cpu.current->frame
end
document tine-frame
Show the user registers that the running process had when it last entered the
kernel: its trapframe.
end

define tine-switch
  tbreak context_switch
  continue
end
document tine-switch
Go on until the kernel is about to change from one process to another.
end
