# Patterns and pathnames (XCU 2.13, 2.6.6).
### star and question mark
echo *.c; echo ?.c; echo d*/*; echo *
### brackets
echo [ab].c; echo [!a].c; echo [a-b].c; echo [x].c
### none matches
echo nomatch* [z]* nodir/*
### quoted
echo "*.c" '*.c' \*.c "*".c [\a].c
### from a variable
x="*"; echo $x "$x"; x='[ab].c'; echo $x; x='a\*'; echo "$x"
### hidden files
echo .h*; echo *hid; echo .[!.]*
### a slash is matched by a slash only
echo d?r/f? d*f1 */f1 ./*.c
### sorted
>z1; >y1; >Z1; >x1; echo *1
### directories
mkdir -p p/q; >p/q/f; >p/g; echo p/*; echo p/*/*; echo p/*/; echo p//*
### set -f
set -f; echo *; set +f; echo *.c
### the result of a substitution
echo $(echo '*.c') "$(echo '*.c')"
### after splitting
x='a.* b.*'; echo $x
### names with blanks
>'a b'; >'a  c'; for i in a*; do echo "[$i]"; done
### case: star, question mark
case abc in ab?) echo q;; esac; case a.b in *.*) echo dot;; esac
case abc in *b*) echo in;; esac; case abc in b*) echo no;; *) echo other;; esac
### case: brackets
case "[x]" in "["*) echo br;; esac; case - in [a-]) echo dash;; esac
case ] in []]) echo rb;; esac; case b in [a-c]) echo range;; esac
case d in [!a-c]) echo outside;; esac
### case: classes
case x in [[:alpha:]]) echo alpha;; esac; case 5 in [[:digit:][:upper:]]) echo 5;; esac
case X in [[:upper:]]) echo upper;; esac; case ' ' in [[:space:]]) echo space;; esac
case x in [![:digit:]]) echo none;; esac
### case: a slash and a leading dot are as others
case a/b in a*b) echo slash;; esac; case .x in *) echo dot;; esac
### case: quoted
case 'a*' in a\*) echo 1;; esac; case 'a*' in "a*") echo 2;; esac; case ab in a\*) echo no;; *) echo 3;; esac
### case: an open bracket alone
case '[' in [) echo alone;; esac; case '[a' in [a) echo text;; *) echo no;; esac
