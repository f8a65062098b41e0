/* SPDX-License-Identifier: MIT */
/*
 * Seconds since 1970 into dates and back; local time is UTC.
 *
 * Days are counted from 1 March of year 0, so that the leap day is the last
 * day of its year: then the months' lengths follow one formula, and 400 years
 * always have 146097 days (the Gregorian calendar's rule).
 * Read next: strftime.c.
 */
#include <stdio.h>
#include <time.h>

#define SECONDS_PER_DAY    86400
#define SECONDS_PER_HOUR   3600
#define SECONDS_PER_MINUTE 60
#define DAYS_PER_400_YEARS 146097
#define DAYS_TO_1970       719468 /* from 0000-03-01 to 1970-01-01 */
#define WEEKDAY_OF_1970    4      /* a Thursday */
#define MARCH              2      /* tm_mon counts from 0 */

/* Days from 1970-01-01 to the first of MONTH (0 is January) of YEAR. */
static long days_to_month(long year, int month)
{
    int months_from_march = (month + 12 - MARCH) % 12;

    if (month < MARCH)
        year--;

    long era = (year >= 0 ? year : year - 399) / 400;
    long year_of_era = year - era * 400;
    long days = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
                (153 * months_from_march + 2) / 5;

    return era * DAYS_PER_400_YEARS + days - DAYS_TO_1970;
}

/* Finds the year upwards from a guess that is never too late. */
static void days_to_date(long days, struct tm *tm)
{
    long year = 1970 + (days < 0 ? days / 365 - 1 : days / 366);
    int month = 0;

    while (days_to_month(year + 1, 0) <= days)
        year++;
    while (month < 11 && days_to_month(year, month + 1) <= days)
        month++;
    tm->tm_year = (int)(year - 1900);
    tm->tm_mon = month;
    tm->tm_mday = (int)(days - days_to_month(year, month)) + 1;
    tm->tm_yday = (int)(days - days_to_month(year, 0));
    tm->tm_wday = (int)(((days + WEEKDAY_OF_1970) % 7 + 7) % 7);
}

struct tm *gmtime_r(const time_t *restrict t, struct tm *restrict tm)
{
    long days = *t / SECONDS_PER_DAY;
    long rest = *t % SECONDS_PER_DAY;

    if (rest < 0) {
        rest += SECONDS_PER_DAY;
        days--;
    }
    days_to_date(days, tm);
    tm->tm_hour = (int)(rest / SECONDS_PER_HOUR);
    tm->tm_min = (int)(rest % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
    tm->tm_sec = (int)(rest % SECONDS_PER_MINUTE);
    tm->tm_isdst = 0;
    return tm;
}

struct tm *gmtime(const time_t *t)
{
    static struct tm tm;

    return gmtime_r(t, &tm);
}

struct tm *localtime_r(const time_t *restrict t, struct tm *restrict tm)
{
    return gmtime_r(t, tm);
}

struct tm *localtime(const time_t *t)
{
    return gmtime(t);
}

/* Takes fields out of their ranges and puts them right (mktime(3)). */
time_t timegm(struct tm *tm)
{
    long years = tm->tm_mon / 12;
    int month = tm->tm_mon % 12;
    long days;
    time_t t;

    if (month < 0) {
        month += 12;
        years--;
    }
    days = days_to_month(1900L + tm->tm_year + years, month) + tm->tm_mday - 1;
    t = days * SECONDS_PER_DAY + (time_t)tm->tm_hour * SECONDS_PER_HOUR +
        (time_t)tm->tm_min * SECONDS_PER_MINUTE + tm->tm_sec;
    gmtime_r(&t, tm);
    return t;
}

time_t mktime(struct tm *tm)
{
    return timegm(tm);
}

char *asctime_r(const struct tm *restrict tm, char *restrict buf)
{
    strftime(buf, 26, "%a %b %e %H:%M:%S %Y\n", tm);
    return buf;
}

char *asctime(const struct tm *tm)
{
    static char text[26];

    return asctime_r(tm, text);
}

char *ctime(const time_t *t)
{
    return asctime(localtime(t));
}
