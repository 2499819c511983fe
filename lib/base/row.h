/* row.h - what the page says: values by name, and rows, which are results of statements or places
 *
 * Rows are ClearSilver's nodes; only row.c, what fills them (db.c) and what prints them
 * (template.c, reply.c, page.c) know that.  A name is a path ("groupe.titre", "items.0") made of
 * literals and numbers, never of data; values are data, escaped where they are shown.  NULL says
 * "".
 */
#ifndef ROW_H
#define ROW_H

#include <stdint.h>

struct req;
struct row;

void say(struct req *, const char *name, const char *value);
/* The same, and NAME.texte as people read it: "1 048". */
void say_number(struct req *, const char *name, int64_t n);
void say_int(struct req *, const char *name, int64_t value);
struct row *say_list(struct req *, const char *name);
void unsay(struct req *, const char *name);
const char *said(struct req *, const char *name);
int64_t said_id(struct req *, const char *name);
int said_int(struct req *, const char *name);

/* Rows from an array of JSON objects, as MariaDB writes it; NULL, "": none. */
void say_json(struct req *, const char *name, const char *json);

struct row *row_page(struct req *);
struct row *row_at(struct req *, const char *path);
struct row *row_nth(struct req *, const char *list, int64_t n);
struct row *row_find(struct req *, const char *path);
struct row *row_first(struct req *, const char *list);
struct row *row_next(struct row *);
struct row *row_in(struct row *, const char *path);
struct row *row_inside(struct row *, const char *path);
struct row *row_child(struct row *, const char *list);
const char *row_key(struct row *);

const char *row_text(struct row *, const char *name);
int64_t row_id(struct row *, const char *name);
int row_int(struct row *, const char *name);
void row_say(struct row *, const char *name, const char *value);
void row_say_int(struct row *, const char *name, int64_t value);
struct row *row_say_list(struct row *, const char *name);
void row_is_number(struct row *, const char *name);
/* NAME.texte of a number that the row has, as people read it; none of what is absent. */
void row_read_number(struct req *, struct row *, const char *name);
void row_copy(struct row *into, const char *name, struct row *from);
void row_unsay(struct row *, const char *name);

#endif
