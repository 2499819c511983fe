/* fault.c - give up: to the catcher if there is one, else out of the process */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/fault.h"

jmp_buf *fault_catcher;
enum fault_kind fault_kind;
char fault_message[512];

/* Never returns: longjmp to fault_catcher, or exit status 1 with the message on stderr. */
_Noreturn void
fault_at(enum fault_kind kind, const char *file, int line, const char *fmt, ...)
{
	int n = snprintf(fault_message, sizeof fault_message, "%s:%d: ", file, line);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(fault_message + n, sizeof fault_message - (size_t) n, fmt, ap);
	va_end(ap);
	fault_kind = kind;
	if (fault_catcher != NULL)
		longjmp(*fault_catcher, 1);
	fprintf(stderr, "fault: %s\n", fault_message);
	exit(1);
}
