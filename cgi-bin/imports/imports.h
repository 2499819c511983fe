/* imports.h - what the pages of imports share */
#ifndef IMPORTS_PAGES_H
#define IMPORTS_PAGES_H

#include "domain/imports/import.h"
#include "web/route.h"

bool imports_open(struct req *);

#endif
