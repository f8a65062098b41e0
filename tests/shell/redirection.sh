# Redirection (XCU 2.7).
### write, append, read
echo a > f; echo b >> f; cat f; cat < f | wc -l
### the order counts
echo x 1>&2 2>/dev/null; echo y 2>&1 >/dev/null; { echo z >&2; } 2>&1
{ echo 1; echo 2 >&2; } 2>&1 >/dev/null | cat
### a redirection alone makes a file
>empty; test -e empty && test ! -s empty && echo empty
### it may stand anywhere
>f echo a b; <f cat; echo >f c d; cat f
### of groups and compound commands
{ echo x; } > o1 2>&1; cat o1
while read l; do echo got $l; done < a.c > o2; cat o2
if true; then echo z; fi > o3; cat o3
for i in 1 2; do echo $i; done >o4; cat o4
case x in x) echo c;; esac >o5; cat o5
(echo s) >o6; cat o6
### of a function
f() { echo in; echo err >&2; }; f >o 2>&1; cat o
g() { echo always; } >o7; g; cat o7
### errors to a file
cat nofile 2>err; echo $?; test -s err && echo said
### other descriptors
exec 3>out; echo to3 >&3; exec 3>&-; cat out
exec 4<a.c; read z <&4; echo $z; exec 4<&-
### a closed descriptor
echo b >&5; echo $?
exec 5>&1; echo c >&5; exec 5>&-; echo d >&5; echo $?
### saved and restored
exec 5>&1; { echo a >&5; } >/dev/null; exec 5>&-; echo on
### for the built-in alone
echo a >/dev/null; echo back; read x <a.c; read y; echo "$x[$y]"
### exec for good
exec >out; echo hidden; cat out >&2; exec 1>&2; echo gone
### a file that cannot be
echo x >/nonexistent/y; echo $?; echo on
cat </nonexistent; echo $?
### and with a special built-in
: </nonexistent; echo no
### and with a group
{ echo no; } </nonexistent; echo $?
while true; do echo no; done </nonexistent; echo $?
### noclobber
set -C; echo a > nc; echo b > nc; echo $?; echo c >| nc; cat nc; echo d >> nc; cat nc
### read and write
echo abc >rw; exec 3<>rw; read x <&3; echo $x; echo new >&3; exec 3>&-; cat rw
### names are expanded
f=name; echo a >$f; cat name; echo b >"$f 2"; cat "name 2"
### standard error and output in one
{ echo out; echo err >&2; } >f 2>&1; sort f
### duplicates share the offset
{ echo a; echo b >&3; echo c; } 3>&1 >f3 ; cat f3
exec 3>f4; echo 1 >&3; echo 2 >&3; exec 3>&-; cat f4
### a missing name
echo before
echo a >
