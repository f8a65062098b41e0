/* SPDX-License-Identifier: MIT */
/* The trace on the second serial port: trace=com2. */
#pragma once

/* From now on what happens goes to COM2, if there is one. Context: boot. */
void trace_com2_init(void);
