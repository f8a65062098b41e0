/* SPDX-License-Identifier: MIT */
/*
 * false: does nothing and says that it went wrong.
 *
 * See true.c.
 * Exit status: 1.
 */
int main(void)
{
    return 1;
}
