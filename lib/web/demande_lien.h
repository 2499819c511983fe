/* demande_lien.h - what the ways into the platform share */
#ifndef DEMANDE_LIEN_H
#define DEMANDE_LIEN_H

#include "base/req.h"

int demande_lien(struct req *, const char *form, const char *sent);
int demande_lien_too_many(struct req *, long seconds);

#endif
