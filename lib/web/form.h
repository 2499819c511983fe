/* form.h - what a form must contain, said once */
#ifndef FORM_H
#define FORM_H

#include "base/req.h"

enum { REQUIRED = 1, SECRET = 2 }; /* SECRET: never shown again in the form */

struct field {
	const char *name;
	const char *(*read)(struct req *, const char *text, const struct field *);
	void *into; /* set only when the text is valid */
	int flags;
	int64_t min, max;
	const char *choices; /* "a|b|c" */
};

/* The kind fixes the C type: TEXT(&n) with an int n does not compile. */
#define TEXT(p) read_text, (1 ? (p) : (const char **) 0)
#define LINE(p) read_line, (1 ? (p) : (const char **) 0)
#define EMAIL(p) read_email, (1 ? (p) : (const char **) 0)
#define ID(p) read_id, (1 ? (p) : (int64_t *) 0)
#define NUMBER(p) read_number, (1 ? (p) : (int64_t *) 0)
#define WHEN(p) read_when, (1 ? (p) : (const char **) 0)
#define DAY_TO_COME(p) read_day_to_come, (1 ? (p) : (const char **) 0)
#define CHOICE(p) read_choice, (1 ? (p) : (const char **) 0)
#define YES(p) read_yes, (1 ? (p) : (bool *) 0)

const char *read_text(struct req *, const char *, const struct field *);
const char *read_line(struct req *, const char *, const struct field *);
const char *read_email(struct req *, const char *, const struct field *);
const char *read_id(struct req *, const char *, const struct field *);
const char *read_number(struct req *, const char *, const struct field *);
const char *read_when(struct req *, const char *, const struct field *);
const char *read_day_to_come(struct req *, const char *, const struct field *);
const char *read_choice(struct req *, const char *, const struct field *);
const char *read_yes(struct req *, const char *, const struct field *);

bool form_read(struct req *, const struct field *);
void form_value(struct req *, const char *name, const char *value);
void form_error(struct req *, const char *name, const char *message);

#endif
