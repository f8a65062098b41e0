# cd and pwd, the way to here as the user went it; PWD, OLDPWD and CDPATH.
### PWD is in the environment
cd dir; env | grep -c '^PWD=.*/dir$'
### PWD from outside is believed where it is right
ln -s dir l; top=$PWD; cd dir; for w in $top/l $top/a.c; do x=$(PWD=$w sh -c pwd); echo ${x##*/}; done
### back through a link
mkdir -p r/s; ln -s r/s l; top=$PWD; cd l; [ "$PWD" = $top/l ]; echo $?; cd ..; [ "$PWD" = $top ]; echo $?
### the same with -P
mkdir -p r/s; ln -s r/s l; top=$PWD; cd -P l; [ "$PWD" = "$(cd $top/r/s; pwd -P)" ]; echo $?; cd -P ..; echo *
### the last of -L and -P counts
ln -s dir l; cd -P -L l; echo ${PWD##*/}; cd ..; cd -LP l; echo ${PWD##*/}
### pwd -P
ln -s dir l; cd l; for o in '' -L -P; do x=$(pwd $o); echo ${x##*/}; done
### dots and slashes go
top=$PWD; cd .//dir/../dir/./; [ "$PWD" = $top/dir ]; echo $?; cd /..; pwd; cd //; pwd -P
### what is no directory before dots
# Not dash: it believes every name
cd a.c/..; echo $?; cd none/..; echo $?
### cd - says where it went
top=$PWD; cd dir; cd - >/dev/null; [ "$PWD" = $top ]; echo $?; x=$(cd -); echo ${x##*/}
### OLDPWD
top=$PWD; cd dir; [ "$OLDPWD" = $top ]; echo $?; cd ..; [ "$OLDPWD" = $top/dir ]; echo $?
### HOME
HOME=$PWD/dir; cd; echo ${PWD##*/}; unset HOME; cd ..; echo *
### CDPATH
mkdir -p x/y; CDPATH=x; cd y >said; read x <../../said; echo ${x##*/}; echo ${PWD##*/x/}
### an empty part of CDPATH
mkdir -p x/y y; CDPATH=:x; cd y; echo ${PWD##*/}; [ -d ../x ]; echo $?
### CDPATH is not for dots
mkdir -p x/dir x/y; CDPATH=x; cd ./dir; echo *; cd ../y || echo failed
### a file
cd a.c && echo no; echo *
