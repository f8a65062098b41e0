# What busybox's ash and its applets do with processes and files. Each case is a
# script that ash runs; it must say the same on Tine as on Linux.
### pipes
seq 1 200 | grep 7 | sed 's/7/x/' | wc -l
yes | head -n 3
echo one two three | tr ' ' '\n' | sort -r | head -n 1
seq 1 20000 | md5sum
cat /bin/busybox | cat | cat | cmp - /bin/busybox; echo $?
### redirections
echo a >f; echo b >>f; cat <f; cat f f >g; wc -c <g
{ echo out; echo err >&2; } 2>&1 >h | sed 's/^/e: /'; cat h
exec 5>k; echo five >&5; exec 5>&-; cat k; echo x >&5; echo $?
set -C; echo y >f; echo $?; echo z >|f; cat f
cat nothing; echo $?; echo q >/none/such; echo $?
### background and wait
sleep 0 & wait $!; echo $?
(exit 7) & wait $!; echo $?
(exit 3) & a=$!; (exit 4) & b=$!; wait $b; echo $?; wait $a; echo $?
sleep 1000 & kill $!; wait $! 2>/dev/null; echo $?
sleep 1000 & kill -9 $!; wait $! 2>/dev/null; echo $?
for i in 1 2 3 4 5; do (echo $i >n$i) & done; wait; cat n*
### traps
trap 'echo bye' EXIT
trap 'echo usr1' USR1; kill -USR1 $$; echo after
trap '' TERM; kill $$; echo ignored
trap - TERM; trap 'echo term; exit 5' TERM; kill $$; echo not reached
### a script's jobs
(exit 1) & a=$!; (exit 2) & b=$!; wait $b; echo $?; wait $a; echo $?; wait 99999; echo $?
sleep 1000 & jobs | wc -l; kill %1; wait $! 2>/dev/null; echo $?; jobs >/dev/null; echo $?
{ echo g; echo h; } & wait; cat & wait $!; echo $?; echo a | cat | cat & wait $!; echo $?
### a script's traps
f() { trap 'echo bye $?' EXIT; }; f; (echo in); (trap 'echo sub' EXIT; echo in)
trap 'echo one; kill -USR2 $$; echo back' USR1; trap 'echo two' USR2; kill -USR1 $$
trap '' TERM; sh -c 'kill -TERM $$; echo child on'; trap - TERM; sh -c 'kill $$'; echo $?
### a script's limits and nice
nice; nice nice; nice -n 3 nice; nice -n 100 nice; nice sh -c 'exit 7'; echo $?
ulimit -n 50; ulimit -n; ulimit -Hn; (ulimit -n 20; sh -c 'ulimit -n'); ulimit -n
(ulimit -f 1; yes | head -c 2000 >big); wc -c <big; ulimit -t 1000; ulimit -t
### a trap interrupts wait
trap 'n=1' USR2
(while kill -USR2 $$; do sleep 0.1; done) & wait $!; echo $(($? > 128)) $n
kill $!; wait; echo done
### a signal ends a child
sh -c 'kill -TERM $$'; echo $?
sh -c 'kill -KILL $$'; echo $?
sh -c 'trap "exit 9" HUP; kill -HUP $$; sleep 100'; echo $?
sh -c 'trap "" PIPE; yes' 2>/dev/null | head -n 1
### here-documents
x=5
cat <<END
x is $x, $((x * x)), $(echo sub)
END
cat <<'END'
x is $x
END
cat <<-END
	no tab
	END
seq 1 5000 >big; { echo 'cat <<END'; cat big; echo END; } >doc; sh doc | md5sum
### command substitution
echo "$(echo a; echo b)" $(seq 1 5) "$(printf 'x\n\n')"
echo `echo \`echo deep\``
x=$(exit 3); echo $?
y=$(seq 1 30000); echo ${#y}
echo $(sh -c 'echo in; (sleep 0; echo bg) & wait')
### arithmetic, parameters, patterns
echo $((0x10 + 010 * 2)) $((1 << 20)) $((-7 / 2)) $((-7 % 3)) $((5 > 3 ? 1 : 2))
v=path/to/file.tar.gz; echo ${v##*/} ${v%.*} ${v%%.*} ${v#*/} ${#v} ${u:-none}
case abc in a?c) echo match;; esac
touch a1 a2 b1 .h; echo a* [!a]* .h* z*
IFS=:; set -- $(echo a:b:c); echo $# $2
### functions and loops
f() { local x=$1; [ $x -le 1 ] && { echo 1; return; }; echo $((x * $(f $((x - 1))))); }
f 10
i=0; while :; do i=$((i + 1)); [ $i = 3 ] && continue; [ $i -gt 5 ] && break; echo $i; done
for w in "a b" c; do echo "[$w]"; done; until true; do :; done; echo $?
### printf
printf '%d %5d|%-5d|%05d %x %o %c %s %%\n' 1 2 3 4 255 8 chr string
printf '%s,' a b c; printf '\n\101\x42\n'; printf '%.3f %e %g\n' 3.14159 31415.9 0.0001
### sed
seq 1 10 | sed -n '3,5p;/9/{s/9/nine/p}'
printf 'a b\nc d\n' | sed -e 's/\(.\) \(.\)/\2 \1/' -e '1!G;h;$!d'
echo hello >f; sed -i 's/l/L/g' f; cat f
### awk
seq 1 100 | awk '{ s += $1; if ($1 % 2) o++ } END { print s, o, NR, s / NR }'
printf 'b 2\na 1\nc 3\n' | awk '{ v[$1] = $2 } END { for (k in v) print k, v[k] }' | sort
awk 'BEGIN { printf "%.4f %s %d\n", atan2(1, 1) * 4, substr("process", 1, 4), length("abc") }'
awk 'BEGIN { while (("seq 1 3" | getline x) > 0) print "got", x; print system("exit 4") }'
echo 'x=1;y=2' | awk -F'[=;]' '{ print $2 + $4; print toupper($1) | "cat" }'
### sort, uniq, cut, paste, join
printf '3\n1\n2\n1\n' | sort -n | uniq -c | sed 's/^ *//'
printf 'b:2\na:10\nc:1\n' | sort -t: -k2n
printf 'a:b:c\n' | cut -d: -f1,3; printf '1\n2\n' >l; printf 'x\ny\n' >r; paste l r
printf 'one two\n' | rev; seq 5 | tac | tr '\n' ' '; echo; seq 1 3 | nl | sed 's/[ \t]\+/ /g'
### find and xargs
mkdir -p d/e/f; echo 1 >d/one; echo 22 >d/e/two; ln -s one d/link; chmod 600 d/one
find d | sort; find d -type f -size -2c | sort; find d -name 't*' -exec cat {} \;
find d -type l; find d -type f -print0 | xargs -0 cat | sort; find d -perm 600
seq 1 10 | xargs -n 3 echo; echo a b | xargs -I{} echo '<{}>'; echo x | xargs false; echo $?
find d -depth -delete; ls d; echo $?
### tar, gzip, cpio
mkdir -p t/u; seq 1 1000 >t/u/n; ln -s n t/u/s; chmod 751 t/u; echo e >t/e
tar -cf a.tar t; tar -tf a.tar | sort; mkdir x; tar -xf a.tar -C x; cmp t/u/n x/t/u/n; echo $?
readlink x/t/u/s; stat -c '%a %F' x/t/u x/t/e
tar -czf a.tgz t; gunzip -c a.tgz | tar -t | wc -l; gzip -c t/u/n | gunzip | md5sum
(cd t; find . | cpio -o -H newc 2>/dev/null) | cpio -it 2>/dev/null | sort
### dd, od, and big files
dd if=/dev/zero of=z bs=1024 count=300 2>/dev/null; wc -c <z; md5sum <z
echo abcdef | dd bs=1 skip=2 count=3 2>/dev/null; echo
printf '\000\001\377' | od -An -tx1; printf 'hi' | hexdump -C; echo text | base64
dd if=z of=sparse bs=1 count=1 seek=100000 2>/dev/null; wc -c <sparse
truncate -s 5 z; wc -c <z; head -c 3 /dev/zero | wc -c; split -b 60000 sparse p; ls p*
### files, links, modes
echo a >f; ln f g; ln -s f s; stat -c '%h %s %a %F' f s; [ f -ef g ]; echo $?
mv f h; cat s; echo $?; readlink s; rm g; stat -c %h h; cp -p h c; [ -s c ] && echo filled
umask 027; touch m; mkdir n; stat -c %a m n; chmod u=rx,go= m; stat -c %a m; rmdir n
test -x m; echo $?; test -d /tmp; echo $?; test h -nt nothing; echo $?; ls -a | sort
touch -d '2001-02-03 04:05:06' old; stat -c %Y old; date -u -r old +%Y-%m-%dT%H:%M:%S
mkdir -p q/w; cp -r q v; ls -R q v; rm -r q; rm nothing; echo $?; mktemp -d /tmp/test/XXXXXX | wc -c
### timeout, sleep, time, nice, env, nohup
timeout 1 sleep 1000; echo $?; timeout 1000 true; echo $?; timeout -s KILL 1 sleep 1000; echo $?
usleep 1000; sleep 0.01; echo $?; env -i A=b env; (A=c env | grep ^A=)
time true 2>/dev/null; echo $?; nohup echo hup 2>/dev/null; setsid sh -c 'echo session'; echo $?
### sh -c, eval, source, exec, getopts
sh -c 'echo $0 $1' zero one; eval 'x=1; echo $x'; echo 'echo sourced $#' >s; . ./s
(exec echo replaced; echo never); while getopts ab: o -a -b arg; do echo $o $OPTARG; done
(exec nothing); echo $?; ./s; echo $?; chmod +x s; ./s; echo $?; type cd; command -v sed
printf '#!/bin/busybox awk -f\nBEGIN { print ARGC }\n' >k; chmod +x k; ./k a b
### ulimit
(ulimit -n 20; ulimit -n; sh -c 'ulimit -n')
(ulimit -c 0; ulimit -c); (ulimit -f 1; dd if=/dev/zero of=big bs=512 count=9 2>/dev/null; echo $?; wc -c <big)
(ulimit -n 5; exec 3</dev/null 4</dev/null; exec 5</dev/null; echo $?)
### umask, cd, pwd, test
mkdir -p a/b; cd a/b; pwd | sed 's,.*/\(a/b\),\1,'; cd ..; cd - >/dev/null; cd; pwd
umask; umask 077; umask; umask -S; umask u=rwx,g=rx,o=; umask
### read, set, shift
printf 'one two three\nfour\n' | { read a b; echo "$a|$b"; read c; echo $c; read d; echo $?; }
set -- a b c; shift; echo $1 $#; set -e; (false; echo no); echo not reached
### fifo and process tree
mkfifo p; cat p >got & echo through >p; wait; cat got
sh -c 'sh -c "sh -c \"echo deep; exit 6\""'; echo $?
(sh -c 'exit 1' | sh -c 'exit 2'; echo $?); set -o pipefail; false | true; echo $?
### a shell of many children
i=0; while [ $i -lt 60 ]; do true; sh -c ":" & i=$((i + 1)); done; wait; echo $i
### checksums of everything
seq 1 50000 >n; md5sum n; sha1sum n; sha256sum n; sha512sum n; cksum n; crc32 n; bzip2 -c n | bunzip2 | md5sum
### text tools
seq 1 12 | column -c 40 2>/dev/null; printf 'a\tb\n' | expand | cat -A; fold -w 3 <<E
abcdefg
E
seq 1 3 >x; seq 2 4 >y; diff x y | tail -n +3; diff -u x x; echo $?
printf 'b\na\n' | tee t | sort; cat t; seq 100 | tail -n 2; strings -n 6 /bin/busybox | head -n 1 | wc -l
expr 7 \* 6; expr abc : 'a\(.\)'; echo '2 ^ 10; 1 / 3' | bc; seq -s, 1 2 9; factor 360
basename /a/b.c .c; dirname /a/b.c; realpath /bin/../bin/busybox; which sh; yes n | head -c 5; cal 2 2000
