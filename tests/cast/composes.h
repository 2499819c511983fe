/* composes.h - people with values, and what a segment finds among them */
#ifndef COMPOSES_H
#define COMPOSES_H

#include "domain/annuaire/filtre.h"
#include "people.h"

/* A condition as JSON. */
#define C(sujet, op, ...) "{\"sujet\":\"" sujet "\",\"op\":\"" op "\",\"v\":[" __VA_ARGS__ "]}"

int64_t field_of(const char *cle, const char *genre);
void value_of(int64_t who, const char *cle, const char *valeur);
void composes(void);
const char *first_names(struct filtre *f);
/* The first names, in order, that the conditions find: before they are counted and after. */
const char *found_by(const char *conditions);
void as_staff(void);

#endif
