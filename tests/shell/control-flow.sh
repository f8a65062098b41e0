# Compound commands (XCU 2.9.4): if, while, until, for.
### if, elif, else
if true; then echo y; else echo n; fi
if false; then echo y; elif true; then echo e; else echo n; fi
if false; then echo y; elif false; then echo e; else echo n; fi
### if's status
if false; then :; fi; echo $?; if (exit 3); then :; else echo $?; fi
if true; then (exit 4); fi; echo $?
### while
i=0
while [ $i -lt 5 ]; do
    i=$((i+1))
    if [ $i = 2 ]; then continue; fi
    if [ $i = 4 ]; then break; fi
    echo $i
done
echo $?
### until
i=0; until [ $i -ge 3 ]; do i=$((i+1)); echo $i; done; echo $?
### a loop's status
while false; do :; done; echo $?; for i in; do :; done; echo $?
for i in 1; do (exit 3); done; echo $?
### for
for i in a "b c" d; do echo "[$i]"; done
for i in; do echo no; done; echo ok
for i in a
do
echo $i
done
### for over expansions
x="1 2"; for i in $x "$x" *.c $(echo s t); do echo "[$i]"; done
### the variable stays
for i in a b; do :; done; echo $i
### break and continue of outer loops
for i in 1 2 3; do for j in a b; do [ $j = b ] && continue 2; echo $i$j; done; done
for i in 1 2; do for j in 1 2; do break 2; done; done; echo $i$j
### break further than there are loops
for i in 1 2; do break 5; done; echo $i $?
### break in a pipe's subshell
echo x | while read y; do break; done; echo $?
### case in a loop
for i in a b c; do case $i in b) continue;; esac; echo $i; done | cat
### conditions are lists
if false; true; then echo last; fi
while echo c; false; do echo no; done
### and-or in conditions
if true && ! false; then echo both; fi; if false || true; then echo one; fi
### nested deeply
for a in 1 2; do for b in 1 2; do for c in 1 2; do
if [ $a$b$c = 121 ]; then echo $a$b$c; fi; done; done; done
### braces in one line
{ echo a; }; if { true; }; then { echo b; }; fi
### case
case abc in a*) echo 1;; *) echo 2;; esac
case x in a|x) echo ax;; esac
case x in
(x) echo paren;;
esac
case q in [!a-p]) echo notap;; esac
### case takes the first
v=x; case $v in x) echo 1;; x) echo 2;; esac; case "" in "") echo empty;; esac
### case's status
case x in y) ;; esac; echo $?; case a in esac; echo $?; case a in a) (exit 3);; esac; echo $?
### case without the last semicolons
case x in x) echo last
esac; case $v in b) ;; (a) ;; *) echo other ;; esac
### case with expansions
p='a*'; case abc in $p) echo m3;; esac; case abc in "$p") echo no;; *) echo m4;; esac
case "a b" in a\ b) echo m1;; esac; case a-b in *-*) echo m2;; esac
### an unfinished if
echo before
if true; then
### an unfinished case
echo before
case x in
### an unfinished group
echo before
{ echo a }
### an unfinished subshell
echo before
( echo a
### fi alone
echo before
fi
### an empty else
echo before
if true; then echo a; else; fi
### a closing brace alone
echo one; echo two >&2; }
### do is missing
echo before
while true do echo; done
### for without a name
echo before
for; do
