# What is built in: test, printf, cd, umask, command, type, ...
### test: strings
[ a = a ] && echo 1; [ a != b ] && echo 2; [ -z "" ] && echo 3; [ -n x ] && echo 4
[ ]; echo $?; [ a ]; echo $?; [ "" ]; echo $?; [ ! "" ]; echo $?; [ -n ]; echo $?; [ = ]; echo $?
### test: numbers
[ 3 -gt 2 ] && [ 2 -lt 3 ] && [ 2 -eq 2 ] && [ 2 -ne 3 ] && [ 2 -ge 2 ] && [ 2 -le 2 ] && echo all
[ -5 -lt 3 ] && echo minus; [ 010 -eq 10 ] && echo decimal
[ 1 -eq x ]; [ $? -gt 1 ] && echo error
### test: files
[ -f a.c ] && echo 1; [ -d dir ] && echo 2; [ ! -e zz ] && echo 3; [ -s a.c ] && echo 4
[ -s dir/f1 ] || echo 5; [ -r a.c ] && echo 6; [ -w a.c ] && echo 7; [ -x a.c ] || echo 8
[ -c /dev/null ] && echo 9; [ -p /dev/null ] || echo 10; [ -f dir ] || echo 11
[ -L a.c ] || echo 12; ln -s a.c l; [ -h l ] && echo 13
### test: and, or, parentheses
[ 3 -gt 2 -a 1 -lt 2 ] && echo 1; test x = y -o z = z && echo 2
[ \( a = a \) -a b = b ]; echo $?; [ "(" = "(" ] && echo 3; [ ! a = b ] && echo 4
### test: no terminal
test -t 0 || echo notty
### test without its bracket
[ a = a; [ $? -gt 1 ] && echo error
### echo
echo; echo ""; echo a "" b; echo "  x  "
### printf
printf '%s %d %x %5s|%-5s|%05d %c%%\n' str 42 255 ab cd 42 xyz
printf '%s\n' a b c; printf 'a\tb\n'; printf '%b' 'x\ny\n'
printf '[%-6s][%6.2s][%c]\n' ab cd ef; printf '%o %X %#x %+d %i\n' 8 255 255 5 -3
### printf uses the format again
printf '%s-' 1 2 3; printf '\n'; printf '%d %d\n' 1; printf '%s %s\n' a b c
### printf: numbers
printf '%d\n' 0x10 010 -5 +3; printf "%d\n" "'A"; printf '%u %5.3d|\n' 7 7
printf '%d\n' abc; [ $? != 0 ] && echo error
### printf: escapes
printf '\101\n'; printf '%b|%s\n' 'a\tb' 'a\tb'; printf 'a\\b\n'; printf '%b\n' 'a\0101'
printf '%b' 'stop\cnot this'; echo
### printf: width and precision
printf '%5.2s|\n' abc; printf '%*d|\n' 5 3; printf '%-*s|\n' 4 x; printf '%.3s|\n' abcdef
### cd and pwd
cd dir && pwd | grep -o 'dir$'; cd ..; cd dir/../dir; pwd | grep -o 'dir$'
cd ..; ls | cat; cd -  >/dev/null; ls | cat
### cd to nothing
cd /nonexistent; [ $? != 0 ] && echo failed; cd a.c; [ $? != 0 ] && echo failed
### cd through a link
ln -s dir l; cd -P l; echo ${PWD##*/}; cd ..; ls l
### umask
umask 022; umask; umask 077; umask; umask 22; umask; umask 027; umask
>made; ls -l made | grep -c '^-rw-r-----'
### command
command echo hi; command -v cd; command -v nosuch; echo $?; command nosuch; echo $?
f() { :; }; command -v f
### type
type cd >/dev/null; echo $?; type nosuchthing >/dev/null; echo $?
### true, false, colon
true; echo $?; false; echo $?; : a b; echo $?; : ${x:=set}; echo $x
### read from a pipe leaves the rest
printf 'a\nb\nc\n' | { read x; cat; echo "[$x]"; }
### a built-in in a pipe
set -- a b; echo "$@" | { read x y; echo "$y $x"; }
### times and hash do no harm
times >/dev/null; echo $?; hash -r; echo $?
### set shows the variables
zz='a b'; set | grep ^zz=; export zz; export -p | grep zz
### PATH
unset PATH; nosuch; echo $?
### umask in letters
umask 027; umask -S; umask g+w; umask; umask u=rwx,go=; umask; umask a-x; umask -S
### umask with an error
umask 022; umask u+q; umask; umask 9 2>/dev/null; umask
### umask copies nothing by one operator
umask 077; umask g=r,o+x; umask -S; umask =rw; umask
### hash
hash -r; echo $?; hash cat; echo $?; hash nonexistcmd; echo $?
### . reads a file that is not executable from PATH
echo 'echo from PATH' >dir/sub; echo 'echo no' >sub; PATH=$PWD/dir:$PATH; . sub
### . does not read from here what PATH has not
echo 'echo here' >sub_file; . sub_file; echo no
### command -v of a reserved word
command -v if; command -v '{'; command -v esac
### read does not want the separator behind the last field
echo a:b: | { IFS=: read x y; echo "[$x][$y]"; }; echo a:b:: | { IFS=: read x y; echo "[$x][$y]"; }; echo ': ' | { IFS=' :' read x; echo "[$x]"; }; echo 'a b ' | { read x; echo "[$x]"; }
### read of a variable that is read only
readonly r=1; echo 2 | { read r; [ $? -gt 0 ] && echo failed; }
### printf of fractions
printf '%e %g %.2f %G\n' 3.14159 0.0001 2.5 1e20; printf '%f|%5.1f|\n' 1; printf '%g' x 2>/dev/null; echo $?
