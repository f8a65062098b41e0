# Here-documents (XCU 2.7.4).
### expansions in it
cat <<EOT
x is $HOME \$HOME `echo bq` $(echo cs) $((1+1)) "q" 'r'
EOT
### none when the word is quoted
cat <<'EOT'
x is $HOME \$HOME `echo bq`
EOT
cat <<\E
$no `no`
E
cat <<"E F"
x
E F
### tabs taken away
cat <<-EOT
	tabbed
		twice
	EOT
echo after
### two at once
cat <<A; cat <<B
a
A
b
B
### the rest of the line goes on
cat <<E | wc -l; echo done
text
more
E
### to a file
cat <<E >out; cat out
body
E
### backslashes
cat <<E
\$x \\ \" \' \a $1 ${2} cont\
inued
E
### defaults and quotes
cat <<E
$(echo "in here")
${x:-"quoted"}
E
### for a subshell
(cat; echo after) <<E
in
E
### for a loop
while read line; do echo "<$line>"; done <<E
a b
 c
E
### in a loop
for i in 1 2; do cat <<E
loop $i
E
done
### in a function
f() { cat <<E
in func $1
E
}; f a; f b
### for a descriptor
exec 3<<E
h1
h2
E
read a <&3; read b <&3; echo $a $b
### an empty one
cat <<E
E
echo "[$(cat <<E
E
)]"
### its end must be alone
cat <<E
 E
E 
E
echo after
### larger than a pipe
big=0123456789abcdef
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do big=$big$big; done
cat <<E | wc -c
$big
E
