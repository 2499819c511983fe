/* emporte.h - a list as a table, for who asked for .csv or .xlsx; the route says .formats = CSV | XLSX */
#ifndef EMPORTE_H
#define EMPORTE_H

#include "base/req.h"

struct rows;

int emporte(struct req *, const char *name, const char *acte, int64_t objet_id,
	const char *const *columns, unsigned n, struct rows *);

#endif
