# Parameters (XCU 2.5): positional and special ones, set and shift.
### the arguments
echo $# $1 "$2" $3
### at and star, quoted and not
for i in "$@"; do echo "[$i]"; done
for i in $@; do echo "<$i>"; done
for i in "$*"; do echo "{$i}"; done
for i in $*; do echo "($i)"; done
### for without a list
for i; do echo $i; done
### text around at
set -- "a b" c
for i in "$@"x; do echo "[$i]"; done
for i in x"$@"; do echo "[$i]"; done
for i in x"$@"y"$@"z; do echo "[$i]"; done
### no arguments and at
set --
set -- "$@"; echo $#
set -- "x$@y"; echo $# $1
f() { echo $#; }
set --; f "$@"; f "$*"; f ""; f "$@" ""; f $nothing; f "$nothing"
### empty arguments
x=
set -- ""; echo $#
set -- "$x" $x; echo $#
### star joins by the first of IFS
set -- a b c
IFS=,; echo "$*"; IFS=; echo "$*"; IFS=:-; echo "$*"; unset IFS; echo "$*"
### the number of arguments
set -- a b; echo ${#} $#
### more than nine
set -- 1 2 3 4 5 6 7 8 9 10 11
echo ${10} ${11} $10 ${#}
### shift
set -- a b c; echo $#; shift; echo $1; shift 2; echo $#
### shift too far
# In a function: an error of a special built-in ends the script.
set -- x y
shift 5; echo no
### set gives new arguments
set -- -a; echo $1; set -- --; echo $1; set a b; echo $2; set --; echo $#
### assigning from them
a=$1; b="$2"; c=$*; d=$@
echo "$a|$b|$c|$d"
### the last status
echo $?; false; echo $?; (exit 7); echo $?
### the shell's own number
[ "$$" -gt 1 ] && echo a number
[ "$(echo $$)" = $$ ] && echo the same in a subshell
### the last background process
: & p=$!; wait $p; echo $?; [ "$p" -gt 1 ] && echo a number
### the option letters
set -f; case $- in *f*) echo f is on;; esac
set +f; case $- in *f*) echo f is on;; *) echo f is off;; esac
### the arguments of sh -c
sh -c 'echo $0 $1 $#' zero one
sh -c 'echo "$@"' zero one 'two  three'
### getopts
while getopts ab: o -a -b val x; do echo "$o $OPTARG"; done
echo $OPTIND
### getopts, letters together
while getopts xy: o -xy5 z; do echo "$o:$OPTARG"; done; echo $OPTIND
### getopts, unknown options
getopts a x -b; echo $? $x; OPTIND=1
getopts :a x -b; echo $? $x $OPTARG; OPTIND=1
getopts :a: x -a; echo $? $x $OPTARG
