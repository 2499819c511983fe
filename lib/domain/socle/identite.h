/* identite.h - is this the site, or a copy of it that was restored somewhere?
 *
 * The base bears the identity of where it serves: the host of site.url, the machine and the name of
 * the base.  A dump bears none, so that what is restored from one, and what is copied to another
 * machine or address, is a copy: it writes to nobody until an operator says that it is the site.
 * Several machines that serve one base are each named in it (site_join()).
 */
#ifndef IDENTITE_H
#define IDENTITE_H

#include "db/db.h"

#define IDENTITE_COPIE "copie"
/* As SQL, for the column valeur of reglage in a dump; it says itself of what it made. */
#define IDENTITE_MASK "IF(cle = 'site.identite', '" IDENTITE_COPIE "', valeur)"

bool site_muet(struct req *);
bool site_resume(struct req *);

enum { JOINED, JOINED_BEFORE, JOIN_COPY };
int site_join(struct req *);

#endif
