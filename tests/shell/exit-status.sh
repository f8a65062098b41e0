# Exit statuses (XCU 2.8.2) and set -e.
### of a command that is not there
nonexistcmd; echo $?; ./nonexist; echo $?; ''; echo $?
### of what cannot be run
./a.c; echo $?; ./dir; echo $?
### of a signal
sh -c 'kill -9 $$'; echo $?; sh -c 'kill -TERM $$'; echo $?
### of a shell
sh -c 'exit 7'; echo $?; sh -c ''; echo $?; sh -c 'false; exit'; echo $?; sh -c 'exit'; echo $?
### modulo 256
exit 300
### exit without a number
false
exit
### exit with nonsense
exit abc; echo no
### exit in a subshell
(exit 9); echo $?; (exit 9; echo no)
### return at the top
return 4; echo no
### the last command's
true; false
### of an empty script

### exec
exec echo replaced; echo no
### exec of nothing that is there
exec nonexistcmd; echo no
### a status out of substitution
$(exit 3); echo $?; x=$(false) true; echo $?
### a script found by PATH
echo 'exit 3' > scr; chmod +x scr; ./scr; echo $?; PATH=.:$PATH; scr; echo $?
### a script with an interpreter
echo '#!/bin/sh
echo script $1; exit 2' > sc; chmod +x sc; ./sc arg; echo $?
### a script without one
echo 'echo plain $1' > pl; chmod +x pl; ./pl z
### dot
echo 'echo sourced $x; return 3; echo no' > s; x=9; . ./s; echo $?
### dot and exit
echo 'exit 4' > s; . ./s; echo no
### dot of nothing
. ./nonexistent; echo no
### eval
eval 'echo a; x=4'; echo $x; eval echo '$x'; eval; echo $?; eval 'false'; echo $?
eval "y=1;" 'echo $y'
### eval with a syntax error
eval 'echo )'; echo no
### set -e
set -e; false || echo ok; if false; then :; fi; ! true; false; echo no
### set -e in a condition
set -e; f() { false; echo inf; }; f || echo x; if f; then echo i; fi; f; echo no
### set -e and assignments
set -e; x=$(false); echo no
### set -e and lists
set -e; (false) || echo ok; true && false || echo ok2; false && true; echo on
{ false; echo in; } && echo and; false | true; echo pipe; true | false; echo no
### set -e in a subshell
set -e; (false; echo no); echo no2
### set -e off again
set -e; set +e; false; echo on
### set -n
set -n
echo no
### a syntax error's status
sh -c 'if'; [ $? != 0 ] && echo failed; sh -c 'echo )'; [ $? != 0 ] && echo failed
### what was before an error is done
echo first
echo )
echo no
