/* SPDX-License-Identifier: MIT */
/*
 * The real-time clock (MC146818 and its copies) in the PC's CMOS memory.
 *
 * Read once, at boot; from then on the ticks count.  Owns the two CMOS ports.
 * Invariant: a date is used only if two readings agree and no update was going
 * on, for the clock changes its registers one after the other.
 * Facts: Motorola MC146818A data sheet, registers A and B.  There is no
 * register for the century that can be relied on: years up to 69 are 20xx.
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
    RTC_IS_24_HOURS = 0x02,        /* in B; otherwise 12 */
    RTC_IS_AFTERNOON = 0x80,       /* in the hour, of 12 */
    RTC_UPDATE_TRIES = 100000,     /* an update takes 2 ms */
    RTC_READ_TRIES = 10,
};

/* The date in the clock's order; the registers' numbers are below. */
struct rtc_date {
    uint8_t second, minute, hour, day, month, year;
};

static uint8_t rtc_register(uint8_t number)
{
    outb(RTC_INDEX, number);
    return inb(RTC_DATA);
}

static void rtc_read_date(struct rtc_date *date)
{
    enum { SECOND = 0, MINUTE = 2, HOUR = 4, DAY = 7, MONTH = 8, YEAR = 9 };
    int tries = RTC_UPDATE_TRIES;

    while (rtc_register(RTC_STATUS_A) & RTC_UPDATE_IN_PROGRESS && tries-- > 0)
        ;
    date->second = rtc_register(SECOND);
    date->minute = rtc_register(MINUTE);
    date->hour = rtc_register(HOUR);
    date->day = rtc_register(DAY);
    date->month = rtc_register(MONTH);
    date->year = rtc_register(YEAR);
}

static uint8_t rtc_from_bcd(uint8_t value)
{
    return (uint8_t)((value >> 4) * 10 + (value & 0xF));
}

/* Makes plain numbers of what the registers hold. */
static void rtc_decode(struct rtc_date *date, uint8_t status_b)
{
    const int half_day = 12;
    bool is_afternoon = !(status_b & RTC_IS_24_HOURS) &&
                        (date->hour & RTC_IS_AFTERNOON);

    if (!(status_b & RTC_IS_24_HOURS))
        date->hour &= (uint8_t)~RTC_IS_AFTERNOON;
    if (!(status_b & RTC_IS_BINARY)) {
        date->second = rtc_from_bcd(date->second);
        date->minute = rtc_from_bcd(date->minute);
        date->hour = rtc_from_bcd(date->hour);
        date->day = rtc_from_bcd(date->day);
        date->month = rtc_from_bcd(date->month);
        date->year = rtc_from_bcd(date->year);
    }
    if (!(status_b & RTC_IS_24_HOURS))
        date->hour = (uint8_t)(date->hour % half_day +
                               (is_afternoon ? half_day : 0));
}

int64_t rtc_seconds(int year, int month, int day, int hour, int minute,
                    int second)
{
    /* Days before each month, in a year that begins in March, so that the day
     * that comes and goes is the last of the year. */
    static const int before[] = { 306, 337, 0,   31,  61,  92,
                                  122, 153, 184, 214, 245, 275 };
    const int days_to_1970 = 719468; /* from 1 March of year 0 */
    int march_year = month <= 2 ? year - 1 : year;
    int days = march_year * 365 + march_year / 4 - march_year / 100 +
               march_year / 400 + before[month - 1] + day - 1 - days_to_1970;

    return (((int64_t)days * 24 + hour) * 60 + minute) * 60 + second;
}

int64_t rtc_read_seconds(void)
{
    enum { CENTURY_BORDER = 70, MONTHS = 12, DAYS = 31 };
    struct rtc_date date, again;
    int tries = RTC_READ_TRIES;
    int year;

    rtc_read_date(&date);
    while (tries-- > 0) {
        rtc_read_date(&again);
        if (memcmp(&date, &again, sizeof(date)) == 0)
            break;
        date = again;
    }
    rtc_decode(&date, rtc_register(RTC_STATUS_B));
    if (date.month < 1 || date.month > MONTHS || date.day < 1 ||
        date.day > DAYS)
        return 0;
    year = date.year + (date.year < CENTURY_BORDER ? 2000 : 1900);
    return rtc_seconds(year, date.month, date.day, date.hour, date.minute,
                       date.second);
}
