# The shell's options: set -x, -v, -u, -f, -C, -a, and how it is called.
### set -x goes to standard error
{ set -x; echo a "b c"; x=1; set +x; } 2>&1
### set -x in a loop
exec 2>&1; set -x; for i in 1 2; do : $i; done
### PS4
exec 2>&1; PS4='> '; set -x; echo a
### set -v
exec 2>&1
set -v
echo verbose
### set -u
set -u; echo ${x-fine} "$@"; echo $x; echo no
### set -u lets arguments be
set -u; set --; echo "[$*]" $#; echo $1; echo no
### set -a
set -a; A=exported; sh -c 'echo $A'; set +a; B=not; sh -c 'echo "[$B]"'
### set -o
set -o noglob; echo *; set +o noglob; echo *.c
set -o nounset; (echo $x; echo no); set +o nounset; echo "[$x]"
### an unknown one
set -o nosuchoption; echo no
### several at once
set -fu; echo *; (echo $x; echo no); echo $?
### sh -c with options
sh -fc 'echo *'; sh -ec 'false; echo no'; echo $?; sh -uc 'echo $x; echo no'; [ $? != 0 ] && echo failed
### sh and a script
echo 'echo $0 $1' >s; sh s a; sh ./s b; sh -e s c
### sh reads commands from its input
# Not dash: the shell reads no further than it must, so that a command can have
# the rest (XCU sh, STDIN).
echo 'echo in; read x; echo "[$x]"
the next line' | sh
### sh -s
echo 'echo $1 $#' | sh -s a b
### sh and no file
sh nosuchfile; [ $? != 0 ] && echo failed
### sh and a command's first name
sh -c 'nosuchcmd' name; echo $?
