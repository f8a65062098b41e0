/* SPDX-License-Identifier: MIT */
/* The VGA text screen: 80 columns, 25 rows. */
#pragma once

/* Clears the screen and makes it a console for output. Context: boot. */
void vga_init(void);
