/* titulaires.h - two who have an account, and what they send */
#ifndef TITULAIRES_H
#define TITULAIRES_H

#include "people.h"

const char *session_of(int64_t who);
void titulaires(void);
int submit(const char *path, const char *body);
/* The 64 digits shown once. */
const char *new_token(void);
const char *a_token(const char *how);

#endif
