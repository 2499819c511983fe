/* server.h - a server that a test plays, in a process of its own, on a socket of this machine */
#ifndef SERVER_H
#define SERVER_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

enum { SERVER_LINE = 4096 };

/* TALK has one client at a time, and returns when it hangs up; it finds what the test set before
 * server_start(), and what it changes the test does not see.  On the unix socket PATH, or (NULL) on
 * the port that is returned. */
typedef void server_talk(FILE *in, FILE *out);
int server_start(server_talk *talk, const char *path);
bool server_line(
	FILE *in, char line[SERVER_LINE]);         /* the next one, noted; false: the client left */
bool server_bytes(FILE *in, char *into, size_t n); /* the same of N bytes */
char *server_end(struct arena *);                  /* no more: all that was noted */

bool begins_with(const char *text, const char *words);
int times_in(const char *text, const char *words); /* how often they stand there */

#endif
