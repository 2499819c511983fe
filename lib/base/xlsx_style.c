/* xlsx_style.c - which styles of a workbook are dates, and a day's number as a date */

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xlsx_part.h"

enum { FORMATS = 500, STYLES = 65536 };

struct formats {
	long id[FORMATS];
	bool date[FORMATS];
	unsigned n;
};

/* "dd/mm/yyyy" outside quotes, brackets and escapes; "General", "0.00" are none. */
static bool
is_date_code(const char *code)
{
	for (const char *c = code; *c != '\0'; c++)
		if (*c == '"' || *c == '[') {
			const char *end = strchr(c + 1, *c == '"' ? '"' : ']');

			if (end == NULL)
				return false;
			c = end;
		} else if (*c == '\\' || *c == '_' || *c == '*') {
			if (*++c == '\0')
				return false;
		} else if (strchr("dmyhsDMYHS", *c) != NULL) {
			return true;
		} else if (*c == 'G' || *c == ';') {
			return false;
		}
	return false;
}

static bool
is_date(const struct formats *f, long id)
{
	if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
		(id >= 50 && id <= 58))
		return true;
	for (unsigned i = 0; i < f->n; i++)
		if (f->id[i] == id)
			return f->date[i];
	return false;
}

static void
one_node(struct arena *mem, struct part *p, struct styles *s, struct formats *f, bool *in_cells)
{
	if (part_starts(p, "numFmt") && f->n < FORMATS) {
		f->id[f->n] = strtol(part_attribute(mem, p, "numFmtId"), NULL, 10);
		f->date[f->n++] = is_date_code(part_attribute(mem, p, "formatCode"));
	}
	if (part_starts(p, "cellXfs"))
		*in_cells = true;
	if (part_ends(p, "cellXfs"))
		*in_cells = false;
	if (*in_cells && part_starts(p, "xf") && s->n < STYLES)
		s->kinds[s->n++] =
			is_date(f, strtol(part_attribute(mem, p, "numFmtId"), NULL, 10)) ?
			KIND_DATE :
			KIND_NUMBER;
}

/* What the styles of the workbook are; none when it has no sheet of styles. */
void
styles_read(struct arena *mem, zip_t *zip, const char *name, struct styles *s)
{
	struct part *p = part_open(mem, zip, name, SMALL_PART);
	struct formats *f = arena_alloc(mem, sizeof *f);
	struct arena node = { 0 };
	bool in_cells = false;

	s->kinds = arena_alloc(mem, STYLES);
	s->n = 0;
	f->n = 0;
	while (p != NULL && part_next(p)) {
		one_node(&node, p, s, f, &in_cells);
		arena_reset(&node);
	}
}

/* Days since 1 March of the year 0, as a date of the calendar (H. Hinnant's civil_from_days). */
static void
calendar(int64_t z, int *year, int *month, int *day)
{
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;

	*day = (int) (doy - (153 * mp + 2) / 5 + 1);
	*month = (int) (mp < 10 ? mp + 3 : mp - 9);
	*year = (int) (yoe + era * 400 + (*month <= 2));
}

/* Excel's number of a day, its fraction the time: "2026-09-14", "2026-09-14 18:30", "18:30".  A
 * number that is no day is itself. */
char *
serial_text(struct arena *mem, double serial, bool from_1904)
{
	int64_t whole;
	int minutes, y, m, d;
	char *day;

	if (!(serial >= 0) || serial > 2958465)
		return arena_printf(mem, "%.15g", serial);
	whole = (int64_t) serial;
	minutes = (int) ((serial - (double) whole) * 1440 + 0.5);
	if (minutes == 1440)
		minutes = 0, whole++;
	if (whole == 0)
		return arena_printf(mem, "%02d:%02d", minutes / 60, minutes % 60);
	/* 1899-12-30 is 693899 days after 0000-03-01; Excel believes in 29 February 1900 */
	calendar(whole + 693899 + (from_1904 ? 1462 : whole < 60 ? 1 : 0), &y, &m, &d);
	day = text_ymd(mem, y, m, d);
	return minutes == 0 ? day :
			      arena_printf(mem, "%s %02d:%02d", day, minutes / 60, minutes % 60);
}
