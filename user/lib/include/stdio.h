/* SPDX-License-Identifier: MIT */
/* Buffered input and output: stdio(3). */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <sys/types.h>
#include <asm/fcntl.h>

typedef struct file FILE;

extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#define stdin        stdin
#define stdout       stdout
#define stderr       stderr

#define EOF          (-1)
#define BUFSIZ       4096
#define FILENAME_MAX 4096
#define FOPEN_MAX    1024
#define TMP_MAX      10000
#define L_tmpnam     20
#define P_tmpdir     "/tmp"

#define _IOFBF       0
#define _IOLBF       1
#define _IONBF       2

#define PRINTF_LIKE(format_arg, first_arg) \
    __attribute__((format(printf, format_arg, first_arg)))
#define SCANF_LIKE(format_arg, first_arg) \
    __attribute__((format(scanf, format_arg, first_arg)))

FILE *fopen(const char *restrict path, const char *restrict mode);
FILE *fdopen(int fd, const char *mode);
FILE *freopen(const char *restrict path, const char *restrict mode,
              FILE *restrict f);
int fclose(FILE *f);
int fflush(FILE *f);
int fileno(FILE *f);
int feof(FILE *f);
int ferror(FILE *f);
void clearerr(FILE *f);
int setvbuf(FILE *restrict f, char *restrict buf, int mode, size_t size);
void setbuf(FILE *restrict f, char *restrict buf);
void setlinebuf(FILE *f);
int fseek(FILE *f, long offset, int whence);
int fseeko(FILE *f, off_t offset, int whence);
long ftell(FILE *f);
off_t ftello(FILE *f);
void rewind(FILE *f);

size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict f);
size_t fwrite(const void *restrict from, size_t size, size_t count,
              FILE *restrict f);
int fgetc(FILE *f);
int getc(FILE *f);
int getchar(void);
int getc_unlocked(FILE *f);
int getchar_unlocked(void);
int ungetc(int c, FILE *f);
char *fgets(char *restrict buf, int size, FILE *restrict f);
ssize_t getline(char **restrict line, size_t *restrict size, FILE *restrict f);
ssize_t getdelim(char **restrict line, size_t *restrict size, int delimiter,
                 FILE *restrict f);
int fputc(int c, FILE *f);
int putc(int c, FILE *f);
int putchar(int c);
int putc_unlocked(int c, FILE *f);
int putchar_unlocked(int c);
int fputs(const char *restrict s, FILE *restrict f);
int puts(const char *s);

int printf(const char *restrict format, ...) PRINTF_LIKE(1, 2);
int fprintf(FILE *restrict f, const char *restrict format, ...)
    PRINTF_LIKE(2, 3);
int dprintf(int fd, const char *restrict format, ...) PRINTF_LIKE(2, 3);
int sprintf(char *restrict buf, const char *restrict format, ...)
    PRINTF_LIKE(2, 3);
int snprintf(char *restrict buf, size_t size, const char *restrict format, ...)
    PRINTF_LIKE(3, 4);
int asprintf(char **restrict text, const char *restrict format, ...)
    PRINTF_LIKE(2, 3);
int vprintf(const char *restrict format, va_list args) PRINTF_LIKE(1, 0);
int vfprintf(FILE *restrict f, const char *restrict format, va_list args)
    PRINTF_LIKE(2, 0);
int vdprintf(int fd, const char *restrict format, va_list args)
    PRINTF_LIKE(2, 0);
int vsprintf(char *restrict buf, const char *restrict format, va_list args)
    PRINTF_LIKE(2, 0);
int vsnprintf(char *restrict buf, size_t size, const char *restrict format,
              va_list args) PRINTF_LIKE(3, 0);
int vasprintf(char **restrict text, const char *restrict format, va_list args)
    PRINTF_LIKE(2, 0);

int scanf(const char *restrict format, ...) SCANF_LIKE(1, 2);
int fscanf(FILE *restrict f, const char *restrict format, ...) SCANF_LIKE(2, 3);
int sscanf(const char *restrict s, const char *restrict format, ...)
    SCANF_LIKE(2, 3);
int vscanf(const char *restrict format, va_list args) SCANF_LIKE(1, 0);
int vfscanf(FILE *restrict f, const char *restrict format, va_list args)
    SCANF_LIKE(2, 0);
int vsscanf(const char *restrict s, const char *restrict format, va_list args)
    SCANF_LIKE(2, 0);

void perror(const char *prefix);
int remove(const char *path);
int rename(const char *from, const char *to);
int renameat(int from_dirfd, const char *from, int to_dirfd, const char *to);
int renameat2(int from_dirfd, const char *from, int to_dirfd, const char *to,
              unsigned int flags);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *f);
FILE *tmpfile(void);
char *ctermid(char *name);
