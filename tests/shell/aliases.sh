# alias and unalias (XCU 2.3.1; alias, unalias).
### a word for another
alias e='echo hi'
e there
### not on the line that sets it
alias e='echo one'; e two
echo $?
### quoted it is none
alias echo='echo no'
\echo a; "echo" b; 'echo' c
### only where a command begins
alias a=b
echo a
### within its own text it is not replaced
alias echo='echo one'
echo two
### two that call each other
alias a=b b=a
a 2>&1 | grep -c found
### a blank at its end
alias x='echo ' y=z
x y
x y y
### reserved words
alias begin='if true; then'
begin echo yes; fi
### several commands
alias two='echo one; echo'
two three
### several lines
alias two='echo one
echo two'
two
### behind an assignment and in a pipeline
alias show='echo shown'
x=1 show | cat; ! show
### in a function it is replaced when that is read
alias say='echo old'
f() { say x; }
alias say='echo new'
f; say x
### in eval and in a substitution
alias say='echo said'
eval 'say a'; echo "$(say b)"
### an empty one
alias nothing=''
nothing echo a
### what is set is shown
alias b='x y' a="it's"
alias a; alias b
### all are shown in order
alias b=2 a=1
alias
### one that is not set
alias nope; echo $?
### unalias
alias e='echo hi'
unalias e
e 2>/dev/null; echo $?
unalias e; echo $?
### unalias -a
alias a=b c=d
unalias -a
alias; echo $?
### type and command
alias ll='ls -l'
type ll; command -v ll
### in a subshell
alias e='echo one'
(e; unalias e; alias e='echo two'); e
### options belong to it
alias l='echo -a'
l -b
### before a redirection
alias e='echo redirected'
e >f; cat f
>g e; cat g
### in a case and a loop
alias hi='echo hi'
case x in x) hi;; esac
for i in 1 2; do hi; done
### here-document behind it
alias c=cat
c <<X
text
X
