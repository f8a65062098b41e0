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
sleep 100 & kill $!; wait $!; echo $?; sleep 100 & kill -9 $!; wait $!; echo $?
sleep 100 & kill -s HUP $!; wait $!; echo $?
### kill -0
kill -0 $$; echo $?; sleep 100 & p=$!; kill $p; wait $p; kill -0 $p; [ $? != 0 ] && echo gone
### kill -l
kill -l 9; kill -l 15; kill -l 137; kill -l 143
### kill with an unknown name
kill -BAD $$; [ $? != 0 ] && echo failed
### wait is ended by a trapped signal
trap 'echo usr; trap "" USR1' USR1
(while kill -USR1 $$; do sleep 0.1; done) &
wait; [ $? -gt 128 ] && echo above 128
kill $!; wait; echo $?
