/* json.h - reading JSON that comes from elsewhere, and quoting a text in ours */
#ifndef JSON_H
#define JSON_H

#include <json-c/json.h>

#include "base/arena.h"

json_object *json_whole(struct arena *, const char *text, size_t n);
void json_owned(struct arena *, json_object *);
const char *json_text(json_object *, const char *key);
json_object *json_member(json_object *, const char *key);
char *json_quoted(struct arena *, const char *text);

#endif
