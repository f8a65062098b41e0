# Arithmetic expansion (XCU 2.6.4): long long, the operators of C.
### the four, and the rest
echo $((1+2*3)) $(( (1+2)*3 )) $((7/2)) $((7%3)) $((-7/2)) $((-7%3))
### signs
echo $((2 - -1)) $((- 3)) $((3-1-1)) $((+4)) $((!0)) $((!5)) $((~0))
### comparing
echo $((1<2)) $((2<=2)) $((1>2)) $((2>=3)) $((1==1)) $((1!=1))
### bits
echo $((1<<4)) $((256>>3)) $((5 & 3 | 8 ^ 1)) $((6&3)) $((6|3)) $((6^3))
### logic goes no further than it must
echo $((1&&0)) $((1||0)) $((0&&(x=5))) "[$x]" $((1||(x=5))) "[$x]"
### the conditional
echo $((3>2?10:20)) $((0?1:2?3:4)) $((1 ? 2 : 1/0))
### bases
echo $((0x1f)) $((017)) $((010)) $((0xFF)) $((0))
### variables, with and without a dollar
n=5; echo $((n*2)) $(($n*2)) $((n<<2|1)) $((n>=5&&n<=5)) $((-n)) $((unset_one+1))
### assignment
echo $((x=5)) $x $((x+=2)) $((x*=3)) $((x-=1)) $((x/=4)) $((x%=3)) $x
echo $((x=6)) $((x<<=2)) $((x>>=1)) $((x&=12)) $((x|=1)) $((x^=3)) $x
### precedence
echo $((2*3%4)) $((2+3<<1)) $((1|2&3)) $((1<2==1)) $((10-4-3)) $((2+3*4-1))
### 64 bits
echo $((9223372036854775807)) $((0x7fffffff*2)) $((1<<40))
echo $((1000000*1000000)) $((1000000000000/1000000))
echo $((5000000000%1000007)) $((-5000000000/3))
### overflow wraps
# POSIX leaves it open; all shells wrap.
echo $((9223372036854775807+1))
### parentheses
echo $((  (2)  )) $((((1+1))*2))
### expansions inside
set -- 3 4; echo $(($1*$2)) $(( $(echo 5) + 1 )) $((${#1}+1))
### quotes are no matter
echo "$((1+1))" $((1 + 1 ))
### blanks and newlines
echo $((1 +
2))
### division by zero
echo before; echo $((1/0)); echo no
### nonsense
echo before; echo $((1 +)); echo no
### a loop that counts
i=0; while [ $i -lt 5 ]; do i=$((i+1)); done; echo $i
i=3; while [ $((i-=1)) -ge 0 ]; do echo $i; done
### many steps
i=0 s=0; while :; do i=$((i+1)); s=$((s+i)); [ $i -ge 1000 ] && break; done
echo $s
