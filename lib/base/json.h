/* json.h - reading JSON that comes from elsewhere, and writing ours
 *
 *	json_made(mem, JN("id", id), JS("nom", nom))		{"id":7,"nom":"Paris"}
 *
 *	struct buffer list = { mem };				an array, for JSON_TABLE
 *	json_add(&list, JN("i", id), JS("t", text));		or json_add_id(), _text(), _json()
 *	json_list(&list)					[{"i":7,"t":"Paris"}]; [] when empty
 */
#ifndef JSON_H
#define JSON_H

#include <json-c/json.h>

#include "base/arena.h"
#include "base/buffer.h"

json_object *json_whole(struct arena *, const char *text, size_t n);
void json_owned(struct arena *, json_object *);
const char *json_text(json_object *, const char *key);
json_object *json_member(json_object *, const char *key);

/* A member: a number, a text, or what is JSON already.  A text that is NULL is left out. */
struct json_pair {
	const char *key;
	char kind;
	int64_t n;
	const char *text;
};
#define JN(key, number) ((struct json_pair) { key, 'n', .n = (int64_t) (number) })
#define JS(key, string) ((struct json_pair) { key, 's', .text = (string) })
#define JR(key, json) ((struct json_pair) { key, 'r', .text = (json) })
#define json_made(mem, ...) json_made_(mem, (const struct json_pair[]) { __VA_ARGS__, { 0 } })
#define json_add(list, ...) json_add_(list, (const struct json_pair[]) { __VA_ARGS__, { 0 } })

char *json_quoted(struct arena *, const char *text);
char *json_made_(struct arena *, const struct json_pair *);
void json_add_(struct buffer *list, const struct json_pair *);
void json_add_id(struct buffer *list, int64_t id);
void json_add_text(struct buffer *list, const char *text);
void json_add_json(struct buffer *list, const char *json);
char *json_list(struct buffer *list);

#endif
