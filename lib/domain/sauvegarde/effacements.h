/* effacements.h - who was erased, kept beside the dumps: a copy that is restored erases them again
 *
 * FOLDER/effacements, a line each: number TAB id TAB made (UTC) TAB erased (UTC).  No word of
 * anybody.
 */
#ifndef EFFACEMENTS_H
#define EFFACEMENTS_H

#include "db/db.h"

void effacements_write(struct req *, const char *folder);
int64_t effacements_replay(struct req *, const char *file);
int64_t effacements_beside(struct req *, const char *dump);
int effacements_command(struct req *, char **argv);

#endif
