/* SPDX-License-Identifier: MIT */
/*
 * Dates as text: strftime in the C locale (POSIX.1-2017).
 *
 * Each letter adds a piece to the buffer; letters that stand for a longer
 * format, such as %T for %H:%M:%S, call the same function again.
 * Read next: calendar.c.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#define PIECE_MAX 64

static const char *const days[] = {
    "Sunday",   "Monday", "Tuesday",  "Wednesday",
    "Thursday", "Friday", "Saturday",
};
static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

/* Weeks begin at weekday FIRST; days before the first one are in week 0. */
static int week_of_year(const struct tm *tm, int first)
{
    return (tm->tm_yday + 7 - (tm->tm_wday - first + 7) % 7) / 7;
}

static int days_in_year(int year)
{
    int is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return 365 + is_leap;
}

/* ISO 8601: weeks begin on Monday and belong to their Thursday's year. */
static int iso_week(const struct tm *tm, int *year)
{
    int days_since_monday = (tm->tm_wday + 6) % 7;
    int thursday = tm->tm_yday + 3 - days_since_monday;

    *year = tm->tm_year + 1900;
    if (thursday < 0)
        thursday += days_in_year(--*year);
    else if (thursday >= days_in_year(*year))
        thursday -= days_in_year((*year)++);
    return thursday / 7 + 1;
}

static const char *longer_format(char letter)
{
    switch (letter) {
    case 'c':
        return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x':
        return "%m/%d/%y";
    case 'F':
        return "%Y-%m-%d";
    case 'R':
        return "%H:%M";
    case 'r':
        return "%I:%M:%S %p";
    case 'T':
    case 'X':
        return "%H:%M:%S";
    default:
        return NULL;
    }
}

static const char *text_of(char letter, const struct tm *tm)
{
    switch (letter) {
    case 'A':
        return days[tm->tm_wday];
    case 'B':
        return months[tm->tm_mon];
    case 'p':
        return tm->tm_hour < 12 ? "AM" : "PM";
    case 'P':
        return tm->tm_hour < 12 ? "am" : "pm";
    case 'Z':
        return "UTC";
    case 'z':
        return "+0000";
    case 'n':
        return "\n";
    case 't':
        return "\t";
    case '%':
        return "%";
    default:
        return NULL;
    }
}

/* The number that LETTER stands for, and in *FORMAT how it is printed. */
static long number_of(char letter, const struct tm *tm, const char **format)
{
    int year = tm->tm_year + 1900;
    int hour12 = tm->tm_hour % 12 ? tm->tm_hour % 12 : 12;
    struct tm copy = *tm;
    int iso_year;
    int week = iso_week(tm, &iso_year);

    *format = strchr("GsuwY", letter) ? "%ld"
              : strchr("ekl", letter) ? "%2ld"
              : letter == 'j'         ? "%03ld"
                                      : "%02ld";
    switch (letter) {
    case 'C':
        return year / 100;
    case 'd':
    case 'e':
        return tm->tm_mday;
    case 'G':
        return iso_year;
    case 'g':
        return iso_year % 100;
    case 'H':
    case 'k':
        return tm->tm_hour;
    case 'I':
    case 'l':
        return hour12;
    case 'j':
        return tm->tm_yday + 1;
    case 'M':
        return tm->tm_min;
    case 'm':
        return tm->tm_mon + 1;
    case 'S':
        return tm->tm_sec;
    case 's':
        return timegm(&copy);
    case 'U':
        return week_of_year(tm, 0);
    case 'u':
        return tm->tm_wday ? tm->tm_wday : 7;
    case 'V':
        return week;
    case 'W':
        return week_of_year(tm, 1);
    case 'w':
        return tm->tm_wday;
    case 'Y':
        return year;
    case 'y':
        return year % 100;
    default:
        *format = NULL;
        return 0;
    }
}

/* Writes what LETTER stands for to PIECE.  Returns its length. */
static size_t piece_write(char letter, const struct tm *tm, char *piece)
{
    const char *format = longer_format(letter);
    const char *text = text_of(letter, tm);
    long number;

    if (format)
        return strftime(piece, PIECE_MAX, format, tm);
    if (text)
        return strlcpy(piece, text, PIECE_MAX);
    if (letter == 'a')
        return (size_t)snprintf(piece, PIECE_MAX, "%.3s", days[tm->tm_wday]);
    if (letter == 'b' || letter == 'h')
        return (size_t)snprintf(piece, PIECE_MAX, "%.3s", months[tm->tm_mon]);
    number = number_of(letter, tm, &format);
    if (format)
        return (size_t)snprintf(piece, PIECE_MAX, format, number);
    return (size_t)snprintf(piece, PIECE_MAX, "%%%c", letter);
}

size_t strftime(char *restrict buf, size_t size, const char *restrict format,
                const struct tm *restrict tm)
{
    char piece[PIECE_MAX];
    size_t len = 0;

    for (; *format; format++) {
        size_t n = 1;

        piece[0] = *format;
        if (*format == '%' && format[1])
            n = piece_write(*++format, tm, piece);
        if (len + n >= size)
            return 0;
        memcpy(buf + len, piece, n);
        len += n;
    }
    if (size == 0)
        return 0;
    buf[len] = '\0';
    return len;
}
