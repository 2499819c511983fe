/* pdf.h - a document of pages of text, by Pango and Cairo */
#ifndef PDF_H
#define PDF_H

#include <stdbool.h>

#include "base/arena.h"

struct pdf_line {
	const char *text; /* plain, UTF-8; NULL ends the list */
	double size;      /* points; 0: 11 */
	bool bold;
	double after; /* points of air below */
};

char *pdf_write(struct arena *, const char *title, const struct pdf_line *, size_t *bytes);

#endif
