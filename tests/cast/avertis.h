/* avertis.h - three people to be told, and what tells them */
#ifndef AVERTIS_H
#define AVERTIS_H

#include "people.h"

extern int64_t anna, bea, chloe, groupe, closed_;

int64_t account_of(const char *prenom, const char *email);
/* A group of Anna and Béa, and something in it that its members alone see. */
void avertis(void);
int64_t event_of(int64_t author, const char *genre, const char *url);
void spread(void);
int64_t lines_of(int64_t who);
void choose(int64_t who, const char *genre, const char *canal, bool on);

#endif
