/* json.c - reading JSON that comes from elsewhere: whole and in UTF-8, or not at all; writing
 * ours */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"

enum { DEPTH = 32 };

static void
release(void *o)
{
	json_object_put(o);
}

/* Release O with the arena. */
void
json_owned(struct arena *mem, json_object *o)
{
	arena_own(mem, o, release);
}

/* TEXT as a JSON object or array that uses all of its N bytes, freed with the arena; NULL when
 * it is not. */
json_object *
json_whole(struct arena *mem, const char *text, size_t n)
{
	json_tokener *tok = n <= INT32_MAX ? json_tokener_new_ex(DEPTH) : NULL;
	json_object *o;
	bool whole;

	if (tok == NULL)
		return NULL;
	json_tokener_set_flags(tok, JSON_TOKENER_VALIDATE_UTF8);
	o = json_tokener_parse_ex(tok, text, (int) n);
	whole = o != NULL && json_tokener_get_error(tok) == json_tokener_success;
	for (size_t at = json_tokener_get_parse_end(tok); whole && at < n; at++)
		whole = text[at] != '\0' && strchr(" \t\r\n", text[at]) != NULL;
	json_tokener_free(tok);
	if (o != NULL)
		json_owned(mem, o);
	return whole ? o : NULL;
}

/* A member that is a text, or NULL: absent, null, another type. */
const char *
json_text(json_object *o, const char *key)
{
	json_object *v = json_member(o, key);

	return json_object_is_type(v, json_type_string) ? json_object_get_string(v) : NULL;
}

/* A member, or NULL: absent, null, or O is no object. */
json_object *
json_member(json_object *o, const char *key)
{
	json_object *v = NULL;

	if (json_object_is_type(o, json_type_object))
		json_object_object_get_ex(o, key, &v);
	return v;
}

/* ---- writing: members in the order given, no blank between them ---- */

static void
put_text(struct buffer *out, const char *text)
{
	buffer_char(out, '"');
	for (; *text != '\0'; text++)
		if (*text == '"' || *text == '\\') {
			buffer_char(out, '\\');
			buffer_char(out, *text);
		} else if ((unsigned char) *text < ' ') {
			buffer_puts(out, arena_printf(out->mem, "\\u%04x", (unsigned) *text));
		} else {
			buffer_char(out, *text);
		}
	buffer_char(out, '"');
}

static void
put_number(struct buffer *out, int64_t n)
{
	char digits[24];

	buffer_add(out, digits, (size_t) snprintf(digits, sizeof digits, "%" PRId64, n));
}

static void
put_object(struct buffer *out, const struct json_pair *pairs)
{
	const char *before = "{\"";

	for (; pairs->key != NULL; pairs++) {
		if (pairs->kind != 'n' && pairs->text == NULL)
			continue;
		buffer_puts(out, before);
		buffer_puts(out, pairs->key);
		buffer_puts(out, "\":");
		if (pairs->kind == 'n')
			put_number(out, pairs->n);
		else if (pairs->kind == 's')
			put_text(out, pairs->text);
		else
			buffer_puts(out, pairs->text);
		before = ",\"";
	}
	buffer_puts(out, *before == '{' ? "{}" : "}");
}

/* TEXT (UTF-8) as JSON, quotes included. */
char *
json_quoted(struct arena *mem, const char *text)
{
	struct buffer out = { mem };

	put_text(&out, text);
	return buffer_text(&out);
}

char *
json_made_(struct arena *mem, const struct json_pair *pairs)
{
	struct buffer out = { mem };

	put_object(&out, pairs);
	return buffer_text(&out);
}

/* What stands before one more element of LIST. */
static void
next_element(struct buffer *list)
{
	buffer_char(list, list->n == 0 ? '[' : ',');
}

void
json_add_(struct buffer *list, const struct json_pair *pairs)
{
	next_element(list);
	put_object(list, pairs);
}

void
json_add_id(struct buffer *list, int64_t id)
{
	next_element(list);
	put_number(list, id);
}

void
json_add_text(struct buffer *list, const char *text)
{
	next_element(list);
	put_text(list, text);
}

void
json_add_json(struct buffer *list, const char *json)
{
	next_element(list);
	buffer_puts(list, json);
}

/* The array whole; nothing can be added any more. */
char *
json_list(struct buffer *list)
{
	buffer_puts(list, list->n == 0 ? "[]" : "]");
	return buffer_text(list);
}
