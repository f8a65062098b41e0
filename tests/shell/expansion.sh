# Parameter expansion and tilde (XCU 2.6.1, 2.6.2), then field splitting.
### defaults
echo ${x:-def} ${x-def} ${x:=set} $x ${x:+alt} ${y:+alt} ${#x}
### unset and empty
x=
echo "[${x-unset}]" "[${x:-null}]" "[${x+set}]" "[${x:+nonempty}]"
unset x; echo "[${x-unset}]" "[${x+set}]"
### words in defaults
echo ${x:-"a b"} "${x:-"q r"}" "${x:-it's}" ${x:-$(echo cs)} ${x:-${y:-deep}}
### defaults are split, unless quoted
f() { echo $#; }
f ${x:-a b c}; f "${x:-a b c}"; f ${x:-"a b" c}; f ${x:-}; f "${x:-}"
### an error
echo before; echo ${x?}; echo no
### an error with a message
echo ${x:?custom message}; echo no
### and its status
sh -c 'echo ${x:?msg}' ; [ $? != 0 ] && echo failed
(echo ${x?}; echo no); [ $? != 0 ] && echo failed too
### the length
x=abcdef; echo ${#x} ${#y}; set -- ab c; echo ${#1} ${#2} ${#3}
### prefixes and suffixes
x=foo.tar.gz
echo ${x%.*} ${x%%.*} ${x#*.} ${x##*.} ${x%zzz} ${x#zzz}
### of a path
x=/a/b/c.d
echo ${x##*/} ${x%/*} ${x%%/*} ${x#*/} ${x%.d} ${x#/a/b/}
### quoted patterns are literal
x=abc; echo ${x#"a"} ${x#'a'} "${x#a}" ${x%\c}
y='*'; echo "[${x#$y}]" "[${x##$y}]" "[${y#\*}]" "[${x##"$y"}]"
### a pattern from a variable
x=/a/b; p='*/'; echo ${x##$p} "${x##"$p"}"
### braces end the name
x=1; echo ${x}y "$x"y "${x}y" "[$xy]"
### an unknown form
echo before
echo ${x!y}; echo no
### without an end
echo before
echo ${x
### tilde
echo ~ ~/x "~" '~' a~ \~
x=~/y; echo $x; x=~:~/b; echo $x; x="~"; echo $x
### tilde in defaults
echo ${x:=~/f} "${y:=~/f}"; echo ${z:-~}
### splitting
x="a b c"; for i in $x; do echo $i; done; for i in "$x"; do echo $i; done
x="  a   b  "; set -- $x; echo $# "$1" "$2"
### splitting by a character
IFS=:; x="a:b::c:"; for i in $x; do echo "[$i]"; done
### splitting by a character and blanks
IFS=": "; x=" a : b:: c "; for i in $x; do echo "[$i]"; done
### an empty IFS splits nothing
IFS=; x="a b"; set -- $x; echo $#
### words as written are not split
IFS=x; echo axb "axb"; y=axb; echo $y; set -- $y; echo $#
### splitting joins what is glued on
x="a b"; set -- p$x"q r"s; echo $#; for i; do echo "[$i]"; done
### an empty expansion goes away
x=; set -- a $x b "$x" c; echo $#
set -- $x$x; echo $#; set -- ""$x; echo $#
### expansions come once
x='$y'; y=z; eval "echo $x"; echo "$x" $x
