/* imports.h - the pages of imports, file by file */
#ifndef IMPORTS_PAGES_H
#define IMPORTS_PAGES_H

#include "domain/imports/import.h"
#include "web/route.h"

bool imports_open(struct req *);

/* modele.c */
int imports_template(struct req *);

/* colonnes.c */
int imports_columns(struct req *);
int imports_columns_save(struct req *);

/* resultat.c */
int imports_show(struct req *);
int imports_lines(struct req *);
int imports_apply(struct req *);
int imports_undo(struct req *);
int imports_drop(struct req *);

/* lot.c */
int imports_many(struct req *);
int imports_many_try(struct req *);

#endif
