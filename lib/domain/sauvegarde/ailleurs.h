/* ailleurs.h - a copy of each dump in a second place, which can read nothing of it
 *
 * dump.second says where: file:///FOLDER or ssh://[USER@]HOST[:PORT]/FOLDER, a folder that is there
 * already, or s3://BUCKET@HOST (dump.second_key); it is this site's alone.  A copy is NAME.tar.gpg,
 * for the holder of the key whose public half is the file dump.key.  Nothing in clear is ever
 * written there.
 */
#ifndef AILLEURS_H
#define AILLEURS_H

#include "db/db.h"

const char *ailleurs_copy(struct req *, const char *folder, const char *nom);

#endif
