/* xlsx_part.h - one XML part of a workbook, node by node; for xlsx*.c alone */
#ifndef XLSX_PART_H
#define XLSX_PART_H

#include <libxml/xmlreader.h>
#include <stdbool.h>
#include <stdint.h>
#include <zip.h>

#include "base/arena.h"

enum { SMALL_PART = 8 << 20 };

struct part {
	zip_file_t *file;
	xmlTextReaderPtr xml;
	int64_t left;   /* bytes that it may still unpack to */
	uint64_t nodes; /* that it may still hold */
	bool broken;
};

bool part_swollen(zip_t *);
uint64_t part_unpacked(void);
struct part *part_open(struct arena *, zip_t *, const char *name, int64_t most);
bool part_next(struct part *);
bool part_starts(struct part *, const char *name);
bool part_ends(struct part *, const char *name);
bool part_text(struct part *, const char **text);
char *part_attribute(struct arena *, struct part *, const char *name);

/* xlsx_strings.c: the strings that cells share, on the disk */
struct strings;
struct strings *strings_read(struct arena *, zip_t *, const char *name, const char *tmpdir);
const char *strings_at(const struct strings *, uint64_t n);

/* xlsx_style.c: which styles show a number as a date */
struct styles {
	unsigned char *kinds; /* by number of style */
	unsigned n;
};
enum { KIND_NUMBER, KIND_DATE };
void styles_read(struct arena *, zip_t *, const char *name, struct styles *);
char *serial_text(struct arena *, double serial, bool from_1904);

#endif
