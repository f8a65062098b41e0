# Quoting (XCU 2.2): what is taken as it stands, and what is not.
### words and blanks
echo hello world
echo a  b "c  d" 'e  f' g\ h
### quotes inside words
x=1
echo $x ${x} "${x}y" '$x' pre"$x"post'$x'
### each quote inside the other
echo "a'b" 'a"b' "a\'b" a\'b 'it'\''s'
### backslash in double quotes
echo "a\"b\$c\\d\`e" "\x" '\x' \x
### a dollar that names nothing
echo "a$" a$ $ "$ " $% "$%"
### line continuation
echo \
continued; ec\
ho joined; echo "dq\
cont"; echo 'sq\
cont'
### continuation between tokens
echo one \
  two; if true \
 ; then echo c; fi
### newlines are kept in quotes
x="a
b"
echo $x
echo "$x"
### comments
# a whole line
echo a # behind a command
echo a#b '#' \#
echo hi #c
#c2

echo there
### only a comment
# nothing else
### nothing at all

### an empty word is a word
f() { echo $#; }
f '' "" ; f ''"" ; f x''
### words that look like other things
echo {a,b} a=b =c; echo -- a
echo if then fi in case do; for in in a; do echo $in; done
time=3; echo $time
### quotes in a pattern are literal
case "*" in \*) echo star;; esac
case abc in "a*") echo no;; *) echo literal;; esac
### a quoted here
set -- "a b" 'c "d"' e\"f
for i in "$@"; do echo "[$i]"; done
### unterminated double quote
echo before
echo "unterminated
### unterminated single quote
echo before
echo 'unterminated
