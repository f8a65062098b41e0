# The small programs: what the others say of their own arguments.
### grep takes patterns from a file
printf 'y\nz\n' >p; grep -n -f p a.c b.c; : >none; grep -f none a.c; echo $?
### grep takes many patterns
printf 'foo\nbar\n\n' | grep -c -e foo -e bar; printf 'a\n\n' | grep -c -e ''
### grep finds behind a NUL byte
printf '\000x\n' >bin; grep x bin; grep -c x bin; grep -v x bin; echo $?
### mv of a file to itself
mv a.c a.c; echo $?; ln a.c l; mv a.c l; echo $?; ls a.c l | cat
### yes with a dash
yes -- a b | head -n 2; yes -- | head -n 1
### nice and time want a program
nice -n 5; echo $?; nice -n x true; echo $?; time -p; echo $?
### env with a dash
env - A=b; env - sh -c 'echo "$HOME."'
### a count that is none
head -n x a.c; echo $?; tail -n x a.c; echo $?; head -n -; echo $?
### a mode that is none
chmod 999 a.c; echo $?; chmod u+q a.c; echo $?
### a time that is none
sleep 1x; echo $?; sleep nan; echo $?; sleep -1; echo $?; date 5; echo $?
### ls shows where each descriptor leads
ls -l /proc/self/fd | grep -c -v -e ' -> ' -e total
### a status for each wrong usage
for p in cat head tail wc cp mv rm rmdir mkdir ln chmod touch tee id uname renice sleep date ls grep sort env nice; do
    $p -@ </dev/null; echo $p $?
done
### ls says what it could not read
ls nope; echo $?; ls a.c nope; echo $?
### head in bytes and lines, and tail
yes | head -c 100001 | wc -c; yes abc | head -n 30000 | tail -c +5 | wc; yes | head -n 70000 >big; head -c 20 big | wc -c; tail -n 3 big; printf 'no end' | head; echo; echo x | head -n 0
### head and tail of many files, and all but the end
head -q -n 1 a.c b.c; tail -q -n 1 a.c b.c; head -v a.c; printf '1\n2\n3\n4\n5' >n; head -n -3 n; head -n -9 n; head -n -0 n; echo; head -c -6 n; echo 1 | head -n -1
### cp keeps what it is told to keep
leads() { set -- $(ls -l $1); echo $1 ${11}; }
ln -s a.c l; cp -P l m; leads m; cp l n; leads n; touch -t 200102030405.06 a.c; chmod 640 a.c; cp -p a.c o; set -- $(ls -l o); echo $1 $5 $6 $7 $8; cp -a dir d2; ls d2; cp -P l dir/f1; leads dir/f1
### cp asks before it writes over a file
echo n | cp -i a.c b.c; cat b.c; echo y | cp -i a.c b.c; cat b.c; cp -i a.c new; cat new
### touch to a given time
for t in 202001021530 199912312359.58 0301120000 12312359.59; do touch -t $t a.c; echo $?; done; touch -t 202001021530.07 b.c; set -- $(ls -l b.c); echo $6 $7 $8
for t in 1 20201301 202002301200 2020 202001021530.99x 12; do touch -t $t a.c; echo $?; done
### mkdir with modes in letters
umask 022; for m in u=rwx go-w 700 a-x,u+s u+q = 1777; do rm -fr d; mkdir -m $m d; echo $?; set -- $(ls -ld d); echo $1; done
### grep in directories
echo xx >dir/f1; mkdir dir/e; echo x >dir/e/g; ln -s ../a.c dir/l; grep -r x dir | sort; grep -r x | sort; grep -r x a.c; grep -rh yy . ; grep -rl x dir b.c | sort; grep -rc x dir | sort; grep -r z dir; echo $?; grep -rs x nope; echo $?
### kill says so when it cannot
env kill -s NONE 1; echo $?; env kill 99999999; echo $?; env kill x; echo $?; kill 99999999; echo $?
### ls in its formats
ln -s a.c l; ln -s dir dl; echo '#' >run; chmod +x run; touch -t 202001020304 a.c b.c dir run; touch -t 201901020304 .hid
{ ls -m; ls -ma; ls -x a.c; ls -C b.c run | cat; ls -p; ls -F; ls -1m; ls -m1; ls -s .hid dir; ls -h; ls -lo a.c b.c | head -c 10; ls -c >/dev/null; ls -u >/dev/null; ls -tr a.c b.c .hid
ls -l a.c run | while read mode links user group rest; do echo $mode $links "$rest"; done; ls -lL l | while read mode rest; do echo $mode; done; ls -lh a.c | while read m n u g size rest; do echo $size; done
ls -lg a.c | while read m n g rest; do echo "$m $n $rest"; done; ls -log a.c run; ls -L dl; ls -dF dl dir; } | cat
### ls -h rounds up
for n in 0 1023 1024 1025 10137 10138 10240 10241 100000; do head -c $n /dev/zero >z; ls -lgoh z; done | while read m n size rest; do echo $size; done
