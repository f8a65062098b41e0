# Background commands of a script: &, wait, jobs (no job control).
### wait for one
sleep 0 & wait $!; echo $?; (exit 5) & wait $!; echo $?
### wait for all
(exit 1) & (exit 2) & wait; echo $?
### each has its status
(exit 1) & a=$!; (exit 2) & b=$!; wait $b; echo $?; wait $a; echo $?
### two in one wait
# Own: zsh says either
(exit 1) & a=$!; (exit 2) & wait $a $!; echo $?
### wait for a stranger
wait 99999; echo $?
### wait for what was waited for
(exit 3) & wait $!; echo $?; wait; echo $?
### a list in the background
{ echo g; echo h; } & wait; (echo s) & wait; true && echo l & wait
### input is empty
cat & wait $!; echo $?
### it does not share variables
x=1; x=2 & wait; echo $x
### the output comes before wait returns
i=0; while [ $i -lt 5 ]; do echo $i & wait; i=$((i+1)); done
### a pipeline in the background
echo a | cat | cat & wait $!; echo $?
### many at once
i=0; while [ $i -lt 20 ]; do (exit $i) & i=$((i+1)); done; wait; echo done
(exit 19) & wait $!; echo $?
### no ampersand before
& echo a
### sleep and go on
# Own: who is first is left to chance
sleep 0.1 && echo slept & echo first; wait
### started in a subshell
(sleep 0 & wait; echo $?) ; echo out
### killed
sleep 100 & kill -KILL $!; wait $!; echo $?
### no jobs
jobs; echo $?
### fg needs job control
fg; [ $? != 0 ] && echo failed
### wait with a number of a job
# Own: they forget a job that has ended, soon or late
(exit 4) & wait %1; echo $?
### wait for the next that ends
# Not dash: it has no wait -n
(exit 6) & wait -n; echo $?; wait -n; echo $?
### wait -n takes each once
# Not dash: it has no wait -n
(exit 6) & (exit 6) & wait -n; echo $?; wait -n; echo $?; wait -n; echo $?
### disown
# Own: the signal may come before their child is ready for it
# Not dash: it has no disown
sleep 100 & p=$!; disown; jobs; kill $p; disown 2>/dev/null; echo $?
### jobs -p in a substitution
# Own: the signal may come before their child is ready for it
# Not dash: there the list is empty
sleep 100 & [ "$(jobs -p)" = $! ] && echo same; kill $!
### set -b
set -b; case $- in *b*) echo on;; esac; set +b; case $- in *b*) echo on;; *) echo off;; esac
### kill an unknown job
kill %7; [ $? != 0 ] && echo failed
### job control without a terminal
# Own: they wait for one
# Not dash: it wants a terminal
set -m; sleep 1000 & read a b c d group e </proc/$!/stat; [ $group = $! ] && echo own group; kill %1; wait $!; echo $?
### stopped and woken without a terminal
# Own: they wait for one
# Not dash: it wants a terminal
set -m; sh -c 'kill -STOP $$; exit 4'; echo $?; fg >/dev/null; echo $?
### jobs shows each that it is given
# Own: they wait for one
# Not dash: it wants a terminal
set -m; sleep 1000 & sleep 1001 & sleep 1002 & jobs %3 %1; jobs %4 2>/dev/null; echo $?; kill %1 %2 %3; wait
### jobs -l has a line for each process
# Own: they wait for one
# Not dash: it wants a terminal
set -m; sleep 1000 | sleep 1001 & jobs -l >f; kill %1
{ read j p t; echo "$j $t"; [ $p = "$(jobs -p)" ] && echo first; read p t; echo "$t"; [ $p = $! ] && echo last; } <f; wait
### a name that fits two jobs names none
# Own: they wait for one
# Not dash: it wants a terminal
set -m; sleep 1000 & sleep 1001 & jobs %sleep; echo $?; jobs %?1001; kill %1 %2; wait
### and is said to be ambiguous
# Own: they wait for one
# Not dash: it wants a terminal
set -m; sleep 1000 & sleep 1001 & for c in fg bg jobs wait kill; do for j in %sleep %?100; do $c $j 2>f; grep -c ambiguous f; done; done; fg %x 2>f; grep -c 'no such job' f; kill %1 %2; wait
### after a wait for all numbers begin anew
# Own: they forget a job that has ended, soon or late
(exit 1) & (exit 2) & p=$!; wait; wait $p; echo $?; (exit 3) & wait %1; echo $?; (exit 4) & a=$!; (exit 5) & wait $a; echo $?
### one job is also the previous one
# Own: the signal may come before their child is ready for it
sleep 1000 & kill %-; echo $?; wait
### bg of a job that runs
# Own: they wait for one
# Not dash: it wants a terminal
set -m; sleep 1000 & bg 2>/dev/null; echo $?; kill %1; wait
### kill -sSIG
# Own: they take s for the signal, and wait
sleep 1000 & kill -sKILL $!; wait $!; echo $?
