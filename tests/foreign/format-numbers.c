/* SPDX-License-Identifier: MIT */
/* What printf and scanf make of numbers: long division and the FPU at work. */
#include "tap.h"

#include <float.h>
#include <limits.h>
#include <math.h>

static char line[256];

#define SAYS(want, ...)                                                       \
    (snprintf(line, sizeof line, __VA_ARGS__), is_str(line, want, want))

int main(void)
{
    long double third = 1.0L / 3;
    double number;
    long long whole;

    plan(12);
    SAYS("-9223372036854775808", "%lld", LLONG_MIN);
    SAYS("18446744073709551615", "%llu", ULLONG_MAX);
    SAYS("   00042|42   |0x2a", "%8.5d|%-5d|%#x", 42, 42, 42);
    SAYS("3.141593 3.14159e+00 3.14159", "%f %.5e %g", M_PI, M_PI, M_PI);
    SAYS("1.79769313486231570815e+308", "%.20e", DBL_MAX);
    SAYS("0.333333333333333333", "%.18Lf", third);
    SAYS("0x1.8p+1", "%a", 3.0);
    SAYS("inf -inf nan", "%f %f %f", INFINITY, -INFINITY, NAN);
    SAYS("0.1000000000000000055511151231257827", "%.34f", 0.1);
    ok(sscanf("12345678901234 2.5e-3", "%lld %lf", &whole, &number) == 2,
       "sscanf reads two");
    ok(whole == 12345678901234LL && number == 0.0025, "as they are");
    ok(strtod("1e400", NULL) == HUGE_VAL && errno == ERANGE, "too large");
    return done();
}
