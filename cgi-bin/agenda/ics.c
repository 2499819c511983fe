/* ics.c - events taken along: one, a list */

#include <inttypes.h>

#include "agenda/agenda.h"
#include "domain/agenda/calendrier.h"
#include "web/reply.h"

/* The dates of DATES ("[3,7]"), which the caller has found by the reader's right. */
int
agenda_ics(struct req *r, const char *dates, const char *nom, const char *file)
{
	header(r, "Content-Disposition",
		arena_printf(&r->mem, "attachment; filename=\"%s.ics\"", file));
	return reply_text(r, 200, "text/calendar; charset=utf-8",
		calendrier(
			r, &(struct calendrier) { .nom = nom, .contact_id = r->user.id }, dates));
}
