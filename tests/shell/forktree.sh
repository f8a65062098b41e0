# forktree: OSTEP's homework of chapter 5 with real processes. The trees are the book's.
### forktree poses the book's exercise
forktree -s 4; forktree -s 4 -F
### forktree solves it
forktree -s 4 -c; forktree -s 4 -cF
### forktree of one's own actions
forktree -A a+b,b+c,c-,a+d -c
### forktree hangs orphans below the first process, or below the next one
forktree -A a+b,b+c,c+d,c+e,c- -c; forktree -A a+b,b+c,c+d,c+e,c- -cR
### forktree leaves an orphan its children
forktree -A a+b,b+c,c+d,d+e,a+f,c- -cF
### forktree hangs orphans behind the children that are there
forktree -A a+b,b+c,b+d,a+e,b- -cF
### forktree asks for the actions
forktree -t -s 7; forktree -tF -s 7; forktree -tc -s 7 -a 2
### forktree where only leaves exit
forktree -A a+b,b+c,b-,c-,b- -cL
### forktree in the other styles
for p in fancy line1 line2 basic; do forktree -A a+b,b+c,c+d,b+e,a+f -cF -P $p; done
### forktree of many
forktree -s 3 -a 100 -f 0.8 -cF | tail -n 80; forktree -s 1 -a 60 -f 1 -F | tail -n 12
### forktree takes the long names of its options
forktree --seed 4 --actions=3 --forks 0.5 --compute --final_only; forktree --action_list=a+b,b+c,b- --local_reparent --print_style=line1 --compute --final_only; forktree --seed=2 --show_tree --leaf_only
### forktree leaves nobody behind when it is killed
for s in INT TERM KILL; do sh -c 'echo $$; exec forktree -s 1 -a 100 -f 1 -c' | { read pid; read first; read second; kill -$s $pid; cat >/dev/null; echo $s: all are gone; }; done
### forktree leaves nobody behind when its reader has enough
{ forktree -s 1 -a 100 -f 1 -c | head -n 2; } 4>&1 | cat; echo all are gone
### forktree and what it does not understand
for a in "-A a" "-A a-" "-A a+" "-A +b" "-A a+b+c" "-A x+y" "-A a+b,b-,b-" "-A a+b,a+b" "-a x" "-a 1000" "-f 2" "-f 0" "-s -2" "-P none" "more"; do forktree $a >out; echo $?; grep -c Action out; done
