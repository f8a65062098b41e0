# states: the diagram of the states, drawn from a trace in a file.
### states lists the steps of a trace
cat >trace <<'end'
time_ns,pid,event,from,to,cause
1000,1,process,0,BLOCKED,init
1000,2,process,1,BLOCKED,sh
1000,4,process,2,READY,spin
2000,0,state,RUNNING,READY,descheduled
2100,4,state,READY,RUNNING,scheduled
3000,2,state,BLOCKED,READY,I/O done
3100,4,state,RUNNING,READY,preferred one woken
3200,2,state,READY,RUNNING,scheduled
3300,2,fork,,5,sh
3350,5,state,NEW,READY,forked
3400,2,state,RUNNING,BLOCKED,I/O initiate
3500,5,state,READY,RUNNING,scheduled
3600,5,exec,4,,start
3610,5,exec,5,"a ""b, c",start
3700,5,exit,,0,exit 0
3710,5,state,RUNNING,ZOMBIE,exited
3800,2,wait,5,0,exit 0
3900,4,state,READY,RUNNING,scheduled
4000,4,state,RUNNING,STOPPED,stopped
end
states -f trace | cat; states -1 -f trace; head -n 10 trace >begin; states -1 -f begin; head -n 18 trace | states -1 -f /dev/stdin | head -n 2
### states of more than a box holds
{ echo time_ns,pid,event,from,to,cause; for i in 1 2 3 4 5 6 7 8 9; do echo "1,10$i,process,1,READY,a-long-name"; echo "1,$i,process,1,ZOMBIE,z"; done; echo 2,0,lost,,17,overflow; } >trace
states -1 -f trace
### states forgets nobody and invents nobody
{ echo time_ns,pid,event,from,to,cause; echo 1,3,wait,9,0,exit 0; echo 2,9,state,READY,RUNNING,scheduled; printf '3,9,state,RUNNING,BLO'; } >trace
states -f trace | cat; states -1 -f trace | grep 9
### states without a trace
states -f nope; echo $?; states -x; echo $?; states more; echo $?; states -f; echo $?
