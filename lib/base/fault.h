/* fault.h - the one way to give up on what must not fail
 *
 * A fault does not return.  In a worker it abandons the request; in a cron job or a
 * test it prints the message and exits with 1.  What a user may cause is never a fault.
 */
#ifndef FAULT_H
#define FAULT_H

#include <setjmp.h>

enum fault_kind {
	FAULT_BUG, /* ours, or no memory: page 500, the worker retires */
	/* a key is taken: by somebody since we looked, so the request is run once more, or by us */
	FAULT_RACE,
	/* deadlock, connection lost before COMMIT: the same request may be run again */
	FAULT_AGAIN,
	FAULT_DOWN,  /* no database: page 503, the worker goes on */
	FAULT_STORE, /* no store of files: the same, and jobs go on with what needs none */
};

#define fault(...) fault_at(FAULT_BUG, __FILE__, __LINE__, __VA_ARGS__)
#define fault_again(...) fault_at(FAULT_AGAIN, __FILE__, __LINE__, __VA_ARGS__)
#define fault_store(...) fault_at(FAULT_STORE, __FILE__, __LINE__, __VA_ARGS__)
#define fault_down(...) fault_at(FAULT_DOWN, __FILE__, __LINE__, __VA_ARGS__)

_Noreturn void fault_at(enum fault_kind, const char *file, int line, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

extern jmp_buf *fault_catcher;     /* where to go; NULL: print and exit */
extern enum fault_kind fault_kind; /* of the last one */
extern char fault_message[512];

#endif
