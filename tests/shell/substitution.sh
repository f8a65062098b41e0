# Command substitution (XCU 2.6.3).
### both forms
echo $(echo hi) `echo there` "$(echo "a  b")" $(echo "a  b")
### nested
echo $(echo $(echo nested)) `echo \`echo old\``
echo "$(echo "$(echo "in  quotes")")"
### newlines at the end are cut
echo "[$(printf 'a\n\n\n')]"; echo "[$(printf 'a\nb\n')]"; echo $(printf 'a\nb\n')
y=$(printf '\n\nx\n\n'); echo "[$y]"
### backslashes in the old form
echo `echo "a b"` `echo '$HOME'` "`echo \"q\"`" `echo \\\\`
### quotes in the new form
echo "$(echo "a\"b" 'c"d')" $(echo '$HOME' "\$HOME")
### several commands
echo $(echo a; echo b) "$(echo a; echo b)"
### a subshell inside
x=$( (echo sub1); echo sub2 ); echo $x
### it is a subshell
x=5; f() { x=$((x+1)); echo $x; }; y=$(f); echo $x $y; f >/dev/null; echo $x
### its status
echo $(exit 4); echo $?; x=$(exit 4); echo $?; $(exit 3); echo $?
### as a command
$(echo echo built) from words; $(true); echo $?
### a case inside
echo "$(case x in x) echo in;; esac)"; echo $(case y in (y) echo paren;; esac)
### a here-document inside
x=$(cat <<E
line
E
); echo "$x"
### a parenthesis in a here-document inside
echo "$(cat <<E
a)b
E
)"
### a comment inside
echo $(echo a # b )
)
### an empty one
echo "[$()]" "[$( )]" "[``]"; $(); echo $?
### its output is split and matched
x='*.c'; echo $(echo "$x") "$(echo "$x")"
### no end
echo before
echo $(echo a
### large output
x=$(i=0; while [ $i -lt 2000 ]; do echo 0123456789; i=$((i+1)); done)
echo ${#x}
