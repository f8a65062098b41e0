# ps, as it is on Debian: procps.
### ps has the columns of the system
for o in -f -l -lf -j -jf u l j; do ps $o | head -n 1; done
### ps chooses
sleep 100 & two=$!; until grep -q sleep /proc/$two/comm; do :; done
ps -o args= -p $two; ps -o args= $two; ps -o pid= -N | grep -c -w $two; ps --no-headers -o nlwp,comm -p $two; ps --sort=-pid -o pid= -p $$,$two | head -n 1 | grep -c -w $two; ps --sort=pid -o pid= -p $$ -p $two | head -n 1 | grep -c -w $$; ps --sort nope; echo $?; ps -p 99999999 -o pid=; echo $?; ps -d -o pid= | grep -c -w $two; ps -t nope -o pid=; echo $?; ps -p x; echo $?
for o in "" -f -l -lf -j -jf u l j; do ps $o $$ | head -n 1; done; ps -s $(ps -o sid= -p $$) -o pid= | grep -c -w $two; kill $two; wait $two; echo $?
