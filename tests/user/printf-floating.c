/* SPDX-License-Identifier: MIT */
/* printf(3) of a double: %f, %e and %g, exactly rounded, the half to the even
 * digit. */
#include "tap.h"

static const struct row {
    const char *format;
    double value;
    const char *text;
} rows[] = {
    { "%f", 3.14159, "3.141590" },
    { "%.0f", 0.5, "0" },
    { "%.0f", 1.5, "2" },
    { "%.1f", 0.25, "0.2" },
    { "%.2f", 1e22, "10000000000000000000000.00" },
    { "%.20f", 0.1, "0.10000000000000000555" },
    { "%#.0f", 3, "3." },
    { "%08.2f", -1.005, "-0001.00" },
    { "%+.1f|", 9.96, "+10.0|" },
    { "%e", 12345.678, "1.234568e+04" },
    { "%.0e", 0.00025, "3e-04" },
    { "%.2E", 1e100, "1.00E+100" },
    { "%e", 0, "0.000000e+00" },
    { "%g", 0.0001, "0.0001" },
    { "%g", 0.00001, "1e-05" },
    { "%g", 123456, "123456" },
    { "%g", 1234567, "1.23457e+06" },
    { "%g", 100, "100" },
    { "%G", 1e20, "1E+20" },
    { "%.3g", 999.5, "1e+03" },
    { "%.0g", 0.05, "0.05" },
    { "%#g", 1, "1.00000" },
    { "%.17g", 1.7976931348623157e308, "1.7976931348623157e+308" },
    { "%.3e", 5e-324, "4.941e-324" },
};

int main(void)
{
    const size_t count = sizeof rows / sizeof rows[0];

    plan((int)count);
    for (size_t i = 0; i < count; i++) {
        char text[64];

        snprintf(text, sizeof text, rows[i].format, rows[i].value);
        is_str(text, rows[i].text, rows[i].format);
    }
    return done();
}
