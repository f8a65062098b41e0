# Variables (XCU 2.5.3, 2.9.1): assignment, export, readonly, unset.
### assignment
a=1 b=2; echo $a$b
a=b c=$a; echo $c; a=1 a=2; echo $a; x=$y$z; echo "[$x]"
### no splitting on assignment
a='x  y'; b=$a; echo "$b"; c="$a"z; echo "$c"; export d=$a; echo "$d"
### before a command, for it alone
B=6 sh -c 'echo $B'; echo "[$B]"
x=1; x=2 true; echo $x
### before a special built-in, for good
x=1; x=3 :; echo $x; x=4 eval 'echo $x'; echo $x
### export
A=5; sh -c 'echo "[$A]"'; export A; sh -c 'echo $A'
A=6; sh -c 'echo $A'; unset A; sh -c 'echo "[$A]"'
### export with a value
export X="a b"
sh -c 'for i in $X; do echo $i; done; for i in "$X"; do echo "$i"; done'
### a function sees its prefix
f() { env | grep ^Q= ; }
Q=1 f; echo "[$Q]" >/dev/null
### what the environment gives
A=1 env | grep ^A=; A=2; env | grep -c ^A=; export A; env | grep ^A=
A=3; env | grep ^A=
### unset
x=1 y=2; unset x; echo "${x-gone}$y"; x= ; echo "${x-gone}${x:-empty}"
### unset finds the variable, then the function
x() { echo fx; }; x=v; x; echo $x; unset x; x; unset -f x; x; echo $?
### unset of what is not
unset nothing; echo $?; unset -f nothing; echo $?
### readonly
readonly r=1; echo $r; r=2; echo no
### readonly without a value
readonly r; r=1; echo no
### a subshell's changes stay there
x=5; (x=6; echo $x); echo $x
x=out; { x=in; }; echo $x
### a status comes from the substitution
false; x=$(exit 3); echo $?; x=$(true); echo $?; false; x=5; echo $?
a=$(exit 5) b=2; echo $?
### an assignment sees the last status
(exit 3); x=$?; echo $x $?; (exit 4); x=$? y=$x; echo $y
### and a redirection alone has a status, too
false; >f; echo $?; </nonexistent; echo $?; false; x=1 >f; echo $?
### set -u
set -u; echo ${undefined:-fine}; echo $undefined; echo no
### names are case-sensitive and have digits
a1=x A1=y _z=w; echo $a1 $A1 $_z
### a number is no name
1a=x; echo $?
### read
read a b < b.c; echo "[$a][$b]"
printf 'one two three\n' | { read a b; echo "$a,$b"; }
printf 'a b c d\n' | { read x y; echo "[$x][$y]"; }
### read and IFS
printf 'a:b:c\n' | { IFS=: read x y; echo "$x|$y"; }
printf '  lead trail  \n' | { read x; echo "[$x]"; }
printf '  lead trail  \n' | { IFS= read x; echo "[$x]"; }
### read and backslashes
printf 'cont\\\ninued\n' | { read x; echo "[$x]"; }
printf '%s\n' 'a\qb' | { read x; echo "$x"; }
printf '%s\n' 'a\qb' | { read -r x; echo "$x"; }
printf '%s\n' 'a\ b c' | { read x y; echo "[$x][$y]"; }
### read at the end of the file
read x; echo $?; echo "[$x]"
printf 'noeol' | { read x; echo "$?[$x]"; }
### a loop that reads
while read a b; do echo "$b-$a"; done <<E
1 2 3
x y
E
### PWD and OLDPWD
here=$PWD; cd dir; echo ${PWD##*/}; [ "$OLDPWD" = "$here" ] && echo same
cd - >/dev/null; [ "$PWD" = "$here" ] && echo back; echo ${OLDPWD##*/}
