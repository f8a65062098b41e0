/* SPDX-License-Identifier: MIT */
/*
 * The real-time clock (MC146818 and its copies) in the PC's CMOS memory.
 *
 * Read once, at boot; from then on the ticks count.  Owns the two CMOS ports.
 * Invariant: a date is used only if two readings agree and no update was going
 * on, for the clock changes its registers one after the other.
 * Facts: Motorola MC146818A data sheet, registers A and B.  PC firmware keeps
 * the hours up to 23.  There is no register for the century that can be relied
 * on: years up to 69 are 20xx.
 */
#include "dev/rtc.h"

#include "lib/string.h"
#include "x86/io.h"

enum {
    RTC_INDEX = 0x70,
    RTC_DATA = 0x71,
    RTC_STATUS_A = 0x0A,
    RTC_STATUS_B = 0x0B,
    RTC_UPDATE_IN_PROGRESS = 0x80, /* in A */
    RTC_IS_BINARY = 0x04,          /* in B; otherwise BCD */
    RTC_UPDATE_TRIES = 100000,     /* an update takes 2 ms */
    RTC_READ_TRIES = 10,
};

/* The parts of a date, in the order of their registers. */
enum { SECOND, MINUTE, HOUR, DAY, MONTH, YEAR, RTC_PARTS };

static uint8_t rtc_register(uint8_t number)
{
    outb(RTC_INDEX, number);
    return inb(RTC_DATA);
}

static void rtc_read_date(uint8_t date[RTC_PARTS])
{
    static const uint8_t registers[RTC_PARTS] = { 0, 2, 4, 7, 8, 9 };
    int tries = RTC_UPDATE_TRIES;

    while (rtc_register(RTC_STATUS_A) & RTC_UPDATE_IN_PROGRESS && tries-- > 0)
        ;
    for (int i = 0; i < RTC_PARTS; i++)
        date[i] = rtc_register(registers[i]);
}

/* The seconds from 1970 to DATE in YEAR, by the Gregorian calendar. */
static int64_t rtc_seconds(int year, const uint8_t date[RTC_PARTS])
{
    /* Days before each month, in a year that begins in March, so that the day
     * that comes and goes is the last of the year. */
    static const int before[] = { 306, 337, 0,   31,  61,  92,
                                  122, 153, 184, 214, 245, 275 };
    const int days_to_1970 = 719468; /* from 1 March of year 0 */
    int march_year = date[MONTH] <= 2 ? year - 1 : year;
    int days = march_year * 365 + march_year / 4 - march_year / 100 +
               march_year / 400 + before[date[MONTH] - 1] + date[DAY] - 1 -
               days_to_1970;

    return (((int64_t)days * 24 + date[HOUR]) * 60 + date[MINUTE]) * 60 +
           date[SECOND];
}

int64_t rtc_read_seconds(void)
{
    enum { CENTURY_BORDER = 70, MONTHS = 12, DAYS = 31 };
    uint8_t date[RTC_PARTS], again[RTC_PARTS];
    int tries = RTC_READ_TRIES;

    do {
        rtc_read_date(date);
        rtc_read_date(again);
    } while (memcmp(date, again, sizeof(date)) != 0 && --tries > 0);
    if (!(rtc_register(RTC_STATUS_B) & RTC_IS_BINARY)) {
        for (int i = 0; i < RTC_PARTS; i++)
            date[i] = (uint8_t)((date[i] >> 4) * 10 + (date[i] & 0xF));
    }
    if (date[MONTH] < 1 || date[MONTH] > MONTHS || date[DAY] < 1 ||
        date[DAY] > DAYS)
        return 0;
    return rtc_seconds(date[YEAR] + (date[YEAR] < CENTURY_BORDER ? 2000 : 1900),
                       date);
}
