/* row.c - what the page says, kept in ClearSilver's tree */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/json.h"
#include "base/req.h"
#include "base/text.h"

static HDF *
hdf_of(struct row *row)
{
	return (HDF *) row;
}

static struct row *
row_of(HDF *h)
{
	return (struct row *) h;
}

/* The page itself. */
struct row *
row_page(struct req *r)
{
	return row_of(r->hdf);
}

/* ---- rows: where they are ---- */

/* The place PATH inside ROW, made when it is not there. */
struct row *
row_in(struct row *row, const char *path)
{
	HDF *h;

	if (hdf_get_node(hdf_of(row), path, &h) != STATUS_OK)
		fault("out of memory for %s", path);
	return row_of(h);
}

/* The place PATH of the page, made when it is not there. */
struct row *
row_at(struct req *r, const char *path)
{
	return row_in(row_page(r), path);
}

/* The place N, from 0, of a list of the page, made when it is not there. */
struct row *
row_nth(struct req *r, const char *list, int64_t n)
{
	return row_at(r, arena_printf(&r->mem, "%s.%" PRId64, list, n));
}

/* The place PATH inside ROW (NULL: none is there); NULL when nothing was said there. */
struct row *
row_inside(struct row *row, const char *path)
{
	return row != NULL ? row_of(hdf_get_obj(hdf_of(row), path)) : NULL;
}

/* The place PATH of the page; NULL when nothing was said there. */
struct row *
row_find(struct req *r, const char *path)
{
	return row_inside(row_page(r), path);
}

/* The first row of a list inside ROW, NULL when there is none; "" is ROW's own. */
struct row *
row_child(struct row *row, const char *list)
{
	struct row *of = *list != '\0' ? row_inside(row, list) : row;

	return of != NULL ? row_of(hdf_obj_child(hdf_of(of))) : NULL;
}

/* The first row of a list of the page, NULL when there is none. */
struct row *
row_first(struct req *r, const char *list)
{
	return row_child(row_page(r), list);
}

struct row *
row_next(struct row *row)
{
	return row_of(hdf_obj_next(hdf_of(row)));
}

/* The name of ROW in its list: "0", "1", or what it was said under. */
const char *
row_key(struct row *row)
{
	return hdf_obj_name(hdf_of(row));
}

/* ---- what they say ---- */

/* "" when nothing was said, or ROW is NULL. */
const char *
row_text(struct row *row, const char *name)
{
	return row != NULL ? hdf_get_value(hdf_of(row), name, "") : "";
}

/* A number of the database; 0 when there is none. */
int64_t
row_id(struct row *row, const char *name)
{
	return strtoll(row_text(row, name), NULL, 10);
}

/* A small number: a count, a flag; 0 when there is none. */
int
row_int(struct row *row, const char *name)
{
	return (int) row_id(row, name);
}

void
row_say(struct row *row, const char *name, const char *value)
{
	if (hdf_set_value(hdf_of(row), name, value != NULL ? value : "") != STATUS_OK)
		fault("out of memory for %s", name);
}

/* ATTR is how .json prints NAME: "n" without quotes, "a" as a list. */
static void
row_kind(struct row *row, const char *name, const char *attr)
{
	if (hdf_set_attr(hdf_of(row), name, "t", attr) != STATUS_OK)
		fault("out of memory for %s", name);
}

/* NAME, already said, is a number, which .json prints without quotes. */
void
row_is_number(struct row *row, const char *name)
{
	row_kind(row, name, "n");
}

/* A number, which .json prints without quotes. */
void
row_say_int(struct row *row, const char *name, int64_t value)
{
	char s[24];

	snprintf(s, sizeof s, "%" PRId64, value);
	row_say(row, name, s);
	row_is_number(row, name);
}

/* NAME is a list, which .json prints as one although it is empty; made when it is not there. */
struct row *
row_say_list(struct row *row, const char *name)
{
	struct row *list = row_in(row, name);

	row_kind(row, name, "a");
	return list;
}

/* All that FROM says, said again as NAME of INTO; FROM NULL: nothing. */
void
row_copy(struct row *into, const char *name, struct row *from)
{
	if (from != NULL && hdf_copy(hdf_of(into), name, hdf_of(from)) != STATUS_OK)
		fault("out of memory for %s", name);
}

/* As if NAME, and what is in it, had never been said. */
void
row_unsay(struct row *row, const char *name)
{
	hdf_remove_tree(hdf_of(row), name);
}

/* ---- the page itself ---- */

void
say(struct req *r, const char *name, const char *value)
{
	row_say(row_page(r), name, value);
}

void
say_int(struct req *r, const char *name, int64_t value)
{
	row_say_int(row_page(r), name, value);
}

void
say_number(struct req *r, const char *name, int64_t n)
{
	say_int(r, name, n);
	say(r, arena_printf(&r->mem, "%s.texte", name), text_number(&r->mem, n));
}

void
row_read_number(struct req *r, struct row *row, const char *name)
{
	const char *text = row_text(row, name);

	if (*text != '\0')
		row_say(row, arena_printf(&r->mem, "%s.texte", name),
			text_number(&r->mem, row_id(row, name)));
}

struct row *
say_list(struct req *r, const char *name)
{
	return row_say_list(row_page(r), name);
}

/* One value of a row: NULL says nothing, a flag 1 or 0. */
static void
say_member(struct row *row, const char *name, json_object *v)
{
	bool flag = json_object_is_type(v, json_type_boolean);

	if (v == NULL)
		return;
	row_say(row, name,
		!flag                              ? json_object_get_string(v) :
			json_object_get_boolean(v) ? "1" :
						     "0");
	if (flag || json_object_is_type(v, json_type_int) ||
		json_object_is_type(v, json_type_double))
		row_is_number(row, name);
}

void
say_json(struct req *r, const char *name, const char *json)
{
	struct row *list = say_list(r, name);
	json_object *all = json != NULL ? json_whole(&r->mem, json, strlen(json)) : NULL;
	size_t n = json_object_is_type(all, json_type_array) ? json_object_array_length(all) : 0;

	for (size_t i = 0; i < n; i++) {
		char at[24];
		struct row *row;

		snprintf(at, sizeof at, "%zu", i);
		row = row_in(list, at);
		json_object_object_foreach(json_object_array_get_idx(all, i), key, value)
			say_member(row, key, value);
	}
}

void
unsay(struct req *r, const char *name)
{
	row_unsay(row_page(r), name);
}

/* What was said under that name; "" when nothing was. */
const char *
said(struct req *r, const char *name)
{
	return row_text(row_page(r), name);
}

int64_t
said_id(struct req *r, const char *name)
{
	return row_id(row_page(r), name);
}

int
said_int(struct req *r, const char *name)
{
	return row_int(row_page(r), name);
}
