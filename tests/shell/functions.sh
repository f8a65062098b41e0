# Functions (XCU 2.9.5).
### arguments and status
f() { echo f $1 $#; return 3; }; f a b; echo $? $1
### return
f() { f2; echo after; }; f2() { return 2; }; f; echo $?
f() { return; }; false; f; echo $?; true; f; echo $?
### return out of a loop
f() { for i in 1 2 3; do [ $i = 2 ] && return 5; echo $i; done; }; f; echo $?
### variables are the caller's
g() { x=in; }; x=out; g | cat; echo $x; g; echo $x; (g; x=sub); echo $x
### local
f() { local x=2; x=3; echo $x; }; x=1; f; echo $x
### local reaches what is called
f() { local x=1; g; echo $x; }; g() { x=2; local x=3; }; f; echo "[$x]"
### recursion
f() { echo "$1"; [ $1 -gt 0 ] && f $(($1-1)); }; f 3; echo $?
### deep recursion
f() { if [ $1 -gt 0 ]; then f $(($1-1)); else echo bottom; fi; }; f 200
### a subshell as its body
f() (echo sub; exit 2); f; echo $?
f() (x=inner); x=outer; f; echo $x
### an if as its body
f() if [ "$1" ]; then echo arg; else echo none; fi
f; f x
### the body on the next line
f()
{
    echo next
}
f
### redefined
f() { echo 1; }; f; f() { echo 2; }; f
### redefined while it runs
f() { f() { echo new; }; echo old; }; f; f
### it hides a built-in
echo() { printf 'fn:%s\n' "$1"; }; echo x; command echo y; unset -f echo; echo z
### in a pipe
f() { echo "$@" | wc -w; }; f a b c; f() { for a; do echo $a; done; }; f 1 2 | cat
### shift in it
f() { shift; echo $1; }; f 1 2; set -- x y; f a b; echo $1
### set in it
f() { set -- new; echo $1 $#; }; f a b; echo $1 $#
### removed
f() { :; }; unset -f f; f; echo $?
### functions and variables have names of their own
x() { echo fx; }; x=v; x; echo $x
### exit in it
f() { exit 6; }; f; echo no
### a syntax error
echo before
f( { echo; }
