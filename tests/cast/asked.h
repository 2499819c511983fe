/* asked.h - which parameters the code reads while it answers, and what it would take for them
 *
 * The linker puts itself before param(), param_nth() and form_read(): no list of names is kept.
 */
#ifndef ASKED_H
#define ASKED_H

struct asked {
	char name[64];
	char likely[160]; /* what its form takes, encoded for an address; "": not known */
	enum { ANY, CLOSED, NUMERIC, WORDS } kind; /* what its form lets through to the handler */
	bool raw;                                  /* the handler reads it itself, too */
};

enum { ASKED = 160 };
extern struct asked asked[ASKED];
extern unsigned n_asked;

void asked_begin(void); /* forget, and note from now on */
void asked_end(void);

#endif
