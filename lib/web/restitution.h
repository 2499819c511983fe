/* restitution.h - all that a site holds, handed back: as people read it, as it is kept, its files
 * under their names, and what each column means
 */
#ifndef RESTITUTION_H
#define RESTITUTION_H

#include "domain/sauvegarde/dump.h"

void restitution_write(struct req *, const char *folder, struct bilan *);
int restitution_command(struct req *, const char *folder);

#endif
