/* table_reply.h - a list as a table, for who asked for .csv or .xlsx; the route says .formats = CSV
 * | XLSX */
#ifndef TABLE_REPLY_H
#define TABLE_REPLY_H

#include "base/req.h"

struct rows;

int table_reply(struct req *, const char *title, const char *acte, int64_t objet_id,
	const char *const *columns, unsigned n, struct rows *);

#endif
