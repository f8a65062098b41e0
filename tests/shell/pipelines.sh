# Pipelines and lists (XCU 2.9.2, 2.9.3).
### two, three, four
echo hi | cat; echo hi | cat | cat | wc -c; echo a | cat | cat | cat
### the last one's status
true | false; echo $?; false | true; echo $?; exit 3 | true; echo $?
### negated
! true; echo $?; ! false; echo $?; ! true | false; echo $?; ! { false; }; echo $?
if ! false; then echo neg; fi
### and, or
true && echo yes || echo no; false && echo yes || echo no
false || true && echo a; true || echo b && echo c; false && echo d || echo e
### a list's status
false || (exit 4); echo $?; true && (exit 5); echo $?; false && true; echo $?
### over lines
echo a |
cat &&
echo b ||
echo no
### compound commands in it
{ echo a; echo b; } | cat; (echo c; exit 4); echo $?
for i in a b; do echo $i; done | cat; echo x | while read y; do echo "w=$y"; done
if true; then echo i; fi | cat
### parts are subshells
x=out; echo in | { read x; echo "[$x]"; }; x=1 | true; echo $x
### it ends when its reader does
yes | head -2; echo $?
### SIGPIPE ends the writer
(yes; echo $? >&2) 2>&1 | head -1
{ yes; echo $? >st; } | head -1; cat st
### much data
i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done | cat | tail -1
### all run at the same time
yes | cat | cat | head -1
### groups
{ echo x
echo y; }; { { echo z; }; }
### subshells
(echo d); ( (echo nested) ); (cd dir; echo ${PWD##*/}); echo ${PWD##*/} | grep -c dir
### separators
echo a;echo b&wait;echo c|cat;(echo d);{ echo e;}
### nothing behind a bar
echo before
echo a | | cat
### nothing before and-and
echo before
&& echo a
### two semicolons
echo before
echo a;;
