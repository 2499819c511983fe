/* import_commande.h - an import from a shell */
#ifndef IMPORT_COMMANDE_H
#define IMPORT_COMMANDE_H

#include "base/req.h"

const char *import_command(struct req *, const char *path, bool dry, int64_t *id);

#endif
