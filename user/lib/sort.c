/* SPDX-License-Identifier: MIT */
/*
 * Sorting and searching arrays: qsort and bsearch.
 *
 * qsort is heapsort: it needs no memory, no recursion, and never more than
 * n log n steps.  The array is seen as a binary tree, element i above 2i + 1
 * and 2i + 2; in a heap nobody is above a greater one, so the root is the
 * greatest.  Equal elements may change places (qsort(3) allows it).
 */
#include <stdlib.h>

typedef int compare_t(const void *, const void *);

struct array {
    char *base;
    size_t size; /* of an element */
    compare_t *compare;
};

static void element_swap(const struct array *a, size_t i, size_t j)
{
    char *x = a->base + i * a->size;
    char *y = a->base + j * a->size;

    for (size_t n = 0; n < a->size; n++) {
        char kept = x[n];

        x[n] = y[n];
        y[n] = kept;
    }
}

static int element_compare(const struct array *a, size_t i, size_t j)
{
    return a->compare(a->base + i * a->size, a->base + j * a->size);
}

/* Element I sinks below the greater of its children until it fits. */
static void heap_sink(const struct array *a, size_t i, size_t count)
{
    for (;;) {
        size_t child = 2 * i + 1;

        if (child >= count)
            return;
        if (child + 1 < count && element_compare(a, child, child + 1) < 0)
            child++;
        if (element_compare(a, i, child) >= 0)
            return;
        element_swap(a, i, child);
        i = child;
    }
}

void qsort(void *base, size_t count, size_t size, compare_t *compare)
{
    struct array a = {.base = base, .size = size, .compare = compare};

    for (size_t i = count / 2; i-- > 0;)
        heap_sink(&a, i, count);
    for (size_t end = count; end-- > 1;) {
        element_swap(&a, 0, end);
        heap_sink(&a, 0, end);
    }
}

void *bsearch(const void *key, const void *base, size_t count, size_t size,
              compare_t *compare)
{
    const char *from = base;

    while (count > 0) {
        const char *middle = from + count / 2 * size;
        int order = compare(key, middle);

        if (order == 0)
            return (void *)middle;
        if (order > 0) {
            from = middle + size;
            count--;
        }
        count /= 2;
    }
    return NULL;
}
