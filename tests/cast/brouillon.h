/* brouillon.h - a draft of a letter, its page and its form, for tests */
#ifndef BROUILLON_H
#define BROUILLON_H

#include "people.h"

extern int64_t brouillon;

void a_draft(void);  /* Salomé's for volunteers, among people(); she asks from then on */
void a_letter(void); /* the same with a text, which Adèle may send */
const char *draft(const char *rest);
const char *words(void);
int64_t block(const char *texte);
void text(const char *texte); /* a block more */
const char *hidden(const char *name);
const char *form(const char *url, const char *more);
unsigned found(const char *wanted);

#endif
