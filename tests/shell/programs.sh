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
### ps has the columns of the system
for o in -f -l -lf -j -jf u l j; do ps $o | head -n 1; done
