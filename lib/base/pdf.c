/* pdf.c - a document of pages of text, by Pango and Cairo: any letter, bold, line breaks where the
 * language wants them */

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/pdf.h"

/* Fontconfig loses 288 bytes, once a process, however many documents are written. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig";
}

const char *__lsan_default_options(void);
const char *
__lsan_default_options(void)
{
	return "print_suppressions=0";
}

/* A4, in points. */
static const double WIDTH = 595, HEIGHT = 842, MARGIN = 64;

struct pages {
	cairo_t *cr;
	PangoContext *fonts;
	double y;
};

static cairo_status_t
take(void *into, const unsigned char *bytes, unsigned n)
{
	buffer_add(into, (const char *) bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

/* One paragraph below what stands there; on the next page when it does not fit. */
static void
paragraph(struct pages *p, const struct pdf_line *l)
{
	PangoLayout *layout = pango_layout_new(p->fonts);
	PangoFontDescription *font = pango_font_description_new();
	int height;

	pango_font_description_set_family_static(font, "Inter, DejaVu Sans, sans-serif");
	pango_font_description_set_weight(
		font, l->bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(font, (l->size > 0 ? l->size : 11) * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(layout, (int) ((WIDTH - 2 * MARGIN) * PANGO_SCALE));
	pango_layout_set_spacing(layout, 3 * PANGO_SCALE);
	pango_layout_set_text(layout, l->text, -1);
	pango_layout_get_size(layout, NULL, &height);
	if (p->y + (double) height / PANGO_SCALE > HEIGHT - MARGIN) {
		cairo_show_page(p->cr);
		p->y = MARGIN;
	}
	cairo_move_to(p->cr, MARGIN, p->y);
	pango_cairo_show_layout(p->cr, layout);
	p->y += (double) height / PANGO_SCALE + l->after;
	g_object_unref(layout);
}

/* The paragraphs LINES, one below the other on pages of A4: the bytes of the document. */
char *
pdf_write(struct arena *a, const char *title, const struct pdf_line *lines, size_t *bytes)
{
	struct buffer out = { a };
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(take, &out, WIDTH, HEIGHT);
	PangoFontMap *map = pango_cairo_font_map_new();
	struct pages p = { cairo_create(surface), pango_font_map_create_context(map), MARGIN };

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
	for (; lines->text != NULL; lines++)
		paragraph(&p, lines);
	g_object_unref(p.fonts);
	g_object_unref(map);
	cairo_destroy(p.cr);
	cairo_surface_finish(surface);
	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
		fault("no document: %s", cairo_status_to_string(cairo_surface_status(surface)));
	cairo_surface_destroy(surface);
	*bytes = out.n;
	return buffer_text(&out);
}
