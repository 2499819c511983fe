/* text.h - text of the French language: UTF-8, folding, sorting, search words, phones, dates
 *
 * Every function takes any bytes that end by NUL: bytes that are no UTF-8 count as U+FFFD.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/arena.h"

/* text.c: characters */
bool text_is_utf8(const char *, size_t);
int32_t text_next(const char **);
size_t text_put(int32_t code, char into[4]);
char *text_clean(struct arena *, const char *);
size_t text_length(const char *);
char *text_trim(struct arena *, const char *);
char *text_line(struct arena *, const char *);
char *text_email(struct arena *, const char *);
bool text_unseen(int32_t);
const char *text_key(const char *);
char *text_cut(struct arena *, const char *, size_t characters);

/* fold.c: comparing, sorting, naming */
char *text_fold(struct arena *, const char *);
char *text_fold_signs(struct arena *, const char *);
char *text_sort_key(struct arena *, const char *nom, const char *prenom);
char *text_initials(struct arena *, const char *prenom, const char *nom);
int text_hue(int64_t id);
char *text_number(struct arena *, int64_t n);

/* noms.c: names in sentences, and in their case */
char *text_de(struct arena *, const char *name);
char *text_que(struct arena *, const char *name);
char *text_names_case(struct arena *, const char *name, bool place);

/* stem.c: the words of the full-text index */
char *text_tokens(struct arena *, const char *);
char *text_query(struct arena *, const char *asked);
bool text_common(const char *word);

/* phone.c */
char *text_phone(struct arena *, const char *raw);
char *text_phone_next(struct arena *, const char **, const char **start);
char *text_phone_begun(struct arena *, const char *typed);
char *text_phone_show(struct arena *, const char *e164);
char *text_phone_typed(struct arena *, const char *raw);
char *text_postcode(struct arena *, const char *raw);

/* date.c */
bool text_date(const char *raw, int *year, int *month, int *day);
char *text_ymd(struct arena *, int year, int month, int day);
char *text_iso(struct arena *, const char *raw);
char *text_iso_at(struct arena *, time_t);
const char *text_month(int month);
const char *text_month_short(int month);
const char *text_weekday(int day);
char *text_day(struct arena *, const char *iso);
char *text_day_short(struct arena *, const char *iso, time_t now);
char *text_day_named(struct arena *, time_t);
char *text_inside(struct arena *, const char *words);
char *text_day_near(struct arena *, const char *iso, time_t now);
char *text_day_title(struct arena *, time_t then, time_t now);
char *text_moment(struct arena *, time_t);
char *text_when(struct arena *, time_t then, time_t now);
char *text_http_date(struct arena *, time_t);

#endif
