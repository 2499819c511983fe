/* export.h - all objects of one type, for an operator: csv, xlsx or json */
#ifndef EXPORT_H
#define EXPORT_H

#include <stdio.h>

#include "base/req.h"

const char *export_types(struct req *); /* "contacts|groupes|..." */
int64_t export_table(struct req *, const char *type, enum format, FILE *to);
int64_t export_write(struct req *, const char *type, enum format, FILE *to);
bool export_command(struct req *, const char *type, const char *format);

#endif
