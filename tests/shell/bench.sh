# bench: what calls cost. How much differs; that it is measured does not.
### bench lists its rows
# Own: a program of Tine's
bench -l | grep -E '^(null_syscall|ring_1024|ps_1000) '
### bench prints a line for each row that is named, and two for a crowd
# Own: a program of Tine's
bench null_syscall ring_8 yield_2 page_touch crowd_10 | while read word name unit ns counts; do echo $word $name $unit; done
### bench and what it does not understand
# Own: a program of Tine's
for a in -x nosuch "null_syscall nosuch"; do bench $a; echo $?; done
