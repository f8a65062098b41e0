# Programs of Debian's coreutils that the dynamic linker starts, with the C library
# that they share. Each case is a script that busybox ash runs.
### the linker starts them
gnu-printf '%s %05d %x %.3f\n' text 42 255 1.5
gnu-seq 3 | gnu-sort -r | gnu-od -An -c
gnu-expr 6 '*' 7; gnu-expr 1 = 2; echo $?
gnu-nosuch; echo $?
### sorting
printf 'b 2\na 10\nc 1\na 9\n' >f
gnu-sort f; gnu-sort -k2,2n f; gnu-sort -u -k1,1 f; gnu-sort -c f; echo $?
gnu-seq 20000 | gnu-sort -R | gnu-sort -n | cmp - - && gnu-seq 20000 | gnu-sort -rn | gnu-tail -n 2
gnu-seq 50000 | gnu-sort -S 64k -T . | md5sum
### the environment
gnu-env -i A=1 B=2 /bin/gnu-env
gnu-env -i PATH=/bin gnu-env -u PATH /bin/gnu-printf '%s\n' no environment
gnu-env nosuch; echo $?
gnu-env /etc/passwd; echo $?
gnu-env -C / pwd
### processes
gnu-timeout 30 gnu-sleep 0; echo $?
gnu-timeout -s KILL 0.1 gnu-sleep 1000; echo $?
gnu-timeout 0.1 gnu-sleep 1000; echo $?
gnu-nohup gnu-printf 'said\n' | cat
for i in 1 2 3 4 5 6 7 8; do gnu-printf '%d\n' $i & done | gnu-sort; wait
### files
gnu-seq 1000 >f; gnu-head -c 100 f | gnu-tail -c 10 | gnu-od -An -tx1
gnu-split -l 300 f part; gnu-wc -l part*; cat part* | cmp - f; echo $?
gnu-tac f | gnu-head -n 3; gnu-nl f | gnu-tail -n 1; gnu-cut -c 1 f | gnu-uniq -c | gnu-sort -rn | gnu-head -n 2
gnu-truncate -s 5 f; gnu-wc -c f; gnu-realpath -m /bin/../tmp/x
mkfifo p; gnu-tee copy <f >p & cat p >g; wait; cmp g copy && cmp copy f; echo $?
### the linker as a program
/lib/ld-linux.so.2 /bin/gnu-printf '%s\n' asked for
/lib/ld-linux.so.2 --argv0 other /bin/gnu-sort --nosuch 2>&1 | head -n 1
/lib/ld-linux.so.2 /nothing; echo $?
### a library is missing
gnu-ls; echo $?
