/* SPDX-License-Identifier: MIT */
/*
 * A program starts with argc, argv, environment and auxiliary vector on its
 * stack, and the vector tells the page size, the program headers, the clock's
 * ticks and who runs it (execve(2), getauxval(3)).
 */
#include "tap.h"

extern char **environ;

enum {
    AUX_END = 0, AUX_PHDR = 3, AUX_PHENT = 4, AUX_PHNUM = 5, AUX_PAGESZ = 6,
    AUX_ENTRY = 9, AUX_UID = 11, AUX_EUID = 12, AUX_CLKTCK = 17,
    AUX_SECURE = 23, AUX_RANDOM = 25, PROGRAM_HEADER_SIZE = 32
};

/* The value of the entry TYPE, MISSING if there is none. */
static unsigned long aux_value(unsigned long type, unsigned long missing)
{
    char **at = environ;
    unsigned long *aux;

    while (*at != NULL)
        at++;
    for (aux = (unsigned long *)(at + 1); aux[0] != AUX_END; aux += 2)
        if (aux[0] == type)
            return aux[1];
    return missing;
}

int main(int argc, char **argv)
{
    unsigned long entry = aux_value(AUX_ENTRY, 0);

    plan(10);
    is(argc, 1, "argc");
    ok(argv[0] != NULL && argv[1] == NULL, "argv ends with NULL");
    ok(environ == argv + argc + 1, "the environment follows argv");
    is(aux_value(AUX_PAGESZ, 0), 4096, "AT_PAGESZ");
    is(aux_value(AUX_PHENT, 0), PROGRAM_HEADER_SIZE, "AT_PHENT");
    ok(aux_value(AUX_PHNUM, 0) > 0 && aux_value(AUX_PHDR, 0) > 0x1000,
       "AT_PHDR and AT_PHNUM");
    ok(entry > 0x1000 && *(volatile char *)entry != 0,
       "AT_ENTRY points to code");
    is(aux_value(AUX_CLKTCK, 0), 100, "AT_CLKTCK");
    ok(aux_value(AUX_UID, 77777) == getuid() &&
       aux_value(AUX_EUID, 77777) == geteuid() &&
       aux_value(AUX_SECURE, 77777) == 0, "AT_UID, AT_EUID, AT_SECURE");
    ok(aux_value(AUX_RANDOM, 0) > 0x1000, "AT_RANDOM points somewhere");
    return done();
}
