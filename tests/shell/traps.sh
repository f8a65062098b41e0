# trap and kill (XCU 2.14; trap, kill).
### at the end
trap 'echo bye' EXIT; echo hi
### its status
trap 'echo E:$?' EXIT; false; exit
### exit in it
trap 'exit 5' EXIT; exit 3
### zero is EXIT
trap 'echo zero' 0; echo hi
### a subshell has none
trap 'echo outer' EXIT; (echo in); echo out
### a subshell's own
(trap 'echo sub' EXIT; echo in); echo out
### from a function
f() { trap 'echo ft' EXIT; }; f; echo main
### not after a signal without a trap
trap 'echo E' EXIT; (exit 2); kill -KILL $$; echo no
### a signal
trap 'echo got' USR1; kill -USR1 $$; echo after
### the signal ends it by exit
trap 'echo int; exit 3' INT; kill -INT $$; echo no
### the status is as before the trap
trap 'false' USR1; (exit 4); kill -USR1 $$; echo $?
### default again
trap 'echo T' TERM; kill $$; trap - TERM; kill $$; echo no
### ignored
trap '' TERM; kill $$; echo on; sh -c 'kill -TERM $$; echo child on'
### caught is not inherited
trap 'echo T' TERM; sh -c 'kill -TERM $$; echo no'; echo $?
### names with and without SIG, and numbers
trap 'echo 10' 10; kill -10 $$; trap 'echo usr1' USR1; kill -s USR1 $$; kill -USR1 $$
### what is set is shown
trap 'echo "a b"' TERM; trap; trap - TERM; trap
### a trap with an error in it
trap 'nonexistcmd; echo on' USR1; kill -USR1 $$; echo after
### it waits for the command in front
trap 'echo trapped' USR1; (kill -USR1 $$; echo sub); echo main
### kill by name and number
# Own: the signal may come before their child is ready for it
sleep 100 & kill $!; wait $!; echo $?; sleep 100 & kill -9 $!; wait $!; echo $?
sleep 100 & kill -s HUP $!; wait $!; echo $?
### kill -0
# Own: the signal may come before their child is ready for it
kill -0 $$; echo $?; sleep 100 & p=$!; kill $p; wait $p; kill -0 $p; [ $? != 0 ] && echo gone
### kill -l
kill -l 9; kill -l 15; kill -l 137; kill -l 143
### kill with an unknown name
kill -BAD $$; [ $? != 0 ] && echo failed
### wait is ended by a trapped signal
trap 'got=usr' USR1 # sent again and again: the first may come before the wait
(while kill -USR1 $$; do sleep 0.1; done) &
wait; [ $? -gt 128 ] && echo above 128
trap '' USR1; kill $!; wait; echo $? $got
### a substitution shows the shell's
# Not dash: POSIX has $(trap) save what is set
trap 'echo a' INT; trap '' QUIT; x=$(trap); echo "$x"
### until it sets its own
# Not dash: POSIX has $(trap) save what is set
trap 'echo a' INT; (trap 'echo b' TERM; trap)
### a subshell shows what it ignores
trap '' QUIT; (trap '' PIPE; trap)
### and may trap that
trap '' QUIT USR1; (trap - QUIT; trap 'echo trapped' USR1; trap; sh -c 'kill -USR1 $PPID'; echo end)
### saved and set again
trap 'echo a' USR1; x=$(trap); trap - USR1; eval "$x"; kill -USR1 $$; echo on
### the trap sees the status and leaves it
trap 'echo in $?' USR1; (exit 7); kill -USR1 $$; echo out $?
### traps run in a function and its return goes on
f() { kill -USR1 $$; return 3; }; trap 'echo T' USR1; f; echo $?
### a background command ignores the keys
trap - INT; (sh -c 'kill -INT $$; echo alive') & wait $!; echo $?
### wait with a trap that exits
trap 'echo bye; exit 9' TERM; (kill -TERM $$; sleep 100) & wait; echo no
### EXIT when a command is not found under -e
trap 'echo E $?' EXIT; set -e; nonexistcmd
### EXIT of a subshell in a pipeline
(trap 'echo E' EXIT; echo in) | cat; echo out
### reset of all that a list names
trap 'echo x' USR1 USR2; trap - USR1 USR2; trap; echo none
### a trap ends read
# Own: they read on
# Not dash: it says 1
{ while [ ! -s f ]; do sleep 0.1; done; read pid <f; while [ ! -e end ]; do kill -USR1 $pid; sleep 0.1; done; } | { trap : USR1; sh -c 'echo $PPID' >f; read x; kill -l $?; trap '' USR1; : >end; }
### a signal in a trap is trapped at once
trap 'echo one; kill -USR2 $$; echo back' USR1; trap 'echo two' USR2; kill -USR1 $$; echo end
### also the same again
n=0; trap 'n=$((n+1)); [ $n -lt 3 ] && kill -USR1 $$; echo $n' USR1; kill -USR1 $$; echo end
