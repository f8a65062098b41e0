# The built-in ulimit, and the programs nice, renice and time.
### ulimit shows
# Own: the host's limits are its own
ulimit -c; ulimit -S -c 10; ulimit -c; ulimit -Sc
### ulimit sets both
ulimit -n 50; ulimit -n; ulimit -Hn
### ulimit without a letter is about files
# Own: what they say goes to a longer file
ulimit -f 4; ulimit -f; ulimit
### ulimit with an error
ulimit -c foo; echo $?; ulimit -z; echo $?
### ulimit for a child
ulimit -n 30; sh -c 'ulimit -n'; (ulimit -n 20; ulimit -n); ulimit -n
### ulimit unlimited
ulimit -t; ulimit -t 1000; ulimit -t
### ulimit acts
# Own: what they say goes to a longer file
ulimit -f 1; dd=$(yes | head -c 2000 > big); ls -l big | wc -l; cat big | wc -c
### nice
nice; nice nice; nice -n 3 nice; nice -n 100 nice
### nice of what is not there
nice nonexistcmd; echo $?; nice ./a.c; echo $?
### nice gives its program's status
nice sh -c 'exit 7'; echo $?
### time gives its program's status
env time sh -c 'exit 7' 2>/dev/null; echo $?
### renice, the old form
nice sh -c 'renice 13 $$ >/dev/null; nice; renice -n 1 -p $$ >/dev/null; nice'
### renice of nobody
renice 19 999999; echo $?; renice; echo $?
