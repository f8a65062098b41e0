/* SPDX-License-Identifier: MIT */
/* The part of <string.h> that the kernel uses, with the standard's meaning. */
#pragma once

#include <stddef.h>

void *memcpy(void *to, const void *from, size_t len);
void *memmove(void *to, const void *from, size_t len);
void *memset(void *to, int byte, size_t len);
int memcmp(const void *a, const void *b, size_t len);
size_t strlen(const char *s);
size_t strnlen(const char *s, size_t max);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t max);
char *strchr(const char *s, int c);
char *strrchr(const char *s, int c);

/*
 * Copies FROM with its NUL into TO, cutting it to SIZE bytes in all.
 * Returns: the length of FROM; SIZE or more means that it was cut.
 */
size_t strlcpy(char *to, const char *from, size_t size);
