# procrun: OSTEP's homework of chapter 4 with real processes. The figures are the book's.
### procrun needs 11 ticks, or 7 when the I/O comes first
procrun -l 4:100,1:0 -c -p; procrun -l 1:0,4:100 -cp
### procrun with a CPU that is kept through the I/O
procrun -l 1:0,4:100 -c -p -S SWITCH_ON_END
### procrun takes all of its arguments
procrun -l 5:100,1:0 -S SWITCH_ON_IO -I IO_RUN_LATER -L 5 -c -p | tail -n 5
procrun --processlist 5:100,1:0 --switch=SWITCH_ON_IO --iodone=IO_RUN_LATER --iolength=5 --seed=3 --printstats -c | grep Total
### procrun runs one whose I/O is done later, or at once
for when in LATER IMMEDIATE; do procrun -l 3:0,5:100,5:100,5:100 -S SWITCH_ON_IO -I IO_RUN_$when -cp; done
### procrun draws the book's lots
for seed in 1 2 3; do procrun -s $seed -l 3:50,3:50 | grep -v -e '^P' -e '^$' | head -n 9; procrun -s $seed -l 3:50,3:50 -cp | grep Stats; done
### procrun as an exercise
procrun -l 2:100,1:0; procrun -l 1:0 -S SWITCH_ON_END -I IO_RUN_IMMEDIATE
### procrun of programs that are spelled out
procrun -P c2,i,c:c3 -L 1 -c; procrun -P i,i -L 0 -cp
### procrun has as many processes as it is told
procrun -l 1:0,1:0,1:0,1:0,1:0,1:0,1:0,1:0,1:0 -cp
### procrun leaves nobody behind when it is killed
for s in INT TERM KILL; do sh -c 'echo $$; exec procrun -l 9000:100,9000:100,4000:0 -c' | { read pid; read first; read second; kill -$s $pid; cat >/dev/null; echo $s: all are gone; }; done
### procrun leaves nobody behind when its reader has enough
{ procrun -l 9000:100,9000:100,4000:0 -c | head -n 2; } 4>&1 | cat; echo all are gone
### procrun and what it does not understand
for a in "" -l "-l x" "-l 1" "-l 1:" "-l -1:0" "-l 1:2:3" "-P x" "-P c1x" "-P cx" "-P c-1" "-P 3" "-l 1:0 -L x" "-l 1:0 -S x" "-l 1:0 -I x" "-l 1:0 -P i" "-l 1:0 more"; do procrun $a; echo $?; done
