/* chiffres.h - people of two groups over two years, and the figures of a page */
#ifndef CHIFFRES_H
#define CHIFFRES_H

#include <json-c/json.h>

#include "people.h"

void dress_person(int64_t id, const char *code_postal, const char *naissance, const char *type);
void was_member(int64_t group, int64_t who, const char *from, const char *to);
/* A day of the month before this one. */
const char *last_month(void);
/* What the CRM brings at first. */
void options_of_fields(void);
void chiffres(void);
const char *as_json(const char *url);
int64_t total_of(const char *url);
/* Every object with a number and an address: the list that is there has that many. */
void follow_figures(json_object *o);
/* How many links the page has, each true. */
unsigned follow_all(const char *path);
int64_t figure(const char *path, const char *group, const char *name);
const char *path_of(const char *path, int64_t group);

#endif
