/* dump_garde.c - which dumps are kept, what was noted of each, which one is not relied upon */

#include <inttypes.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/sauvegarde/dossier.h"
#include "domain/sauvegarde/dump.h"

enum { MONTHS = 12, LESS = 80 /* percent of the rows of the last one */ };

#define DUMP "essaim-2*-*-*T*Z"
#define BROKEN_OFF ".essaim-*"

/* The week of a dump, by its name, which never changes; weeks begin on a Monday. */
static long
week(struct arena *a, const char *name)
{
	time_t day = clock_parse(arena_printf(a, "%.10s 00:00:00", name + strlen("essaim-")));

	return (long) ((day / 86400 + 3) / 7);
}

/* Are both of one "essaim-AAAA-MM"? */
static bool
same_month(const char *a, const char *b)
{
	return strncmp(a, b, strlen("essaim-AAAA-MM")) == 0;
}

/* Of the dumps below FOLDER the newest of conf.dump_nights nights stay, the last of each of
 * conf.dump_weeks weeks, and the last of each of twelve months; those that a kill broke off go.
 * Only for who holds the lock of the dumps. */
void
dump_keep(struct req *r, const char *folder)
{
	const char *const *all;
	int n = dossier_names(&r->mem, folder, BROKEN_OFF, &all);
	long weeks = 0, months = 0;

	for (int i = 0; i < n; i++)
		dossier_drop(arena_printf(&r->mem, "%s/%s", folder, all[i]));
	n = dossier_names(&r->mem, folder, DUMP, &all);
	for (int i = n - 1; i >= 0; i--) {
		bool last = i + 1 == n;
		bool of_week = last || week(&r->mem, all[i]) != week(&r->mem, all[i + 1]);
		bool of_month = last || !same_month(all[i], all[i + 1]);
		bool stays = i >= n - conf.dump_nights;

		stays = (of_week && weeks++ < conf.dump_weeks) || stays;
		stays = (of_month && months++ < MONTHS) || stays;
		if (!stays)
			dossier_drop(arena_printf(&r->mem, "%s/%s", folder, all[i]));
	}
}

/* The newest dump below FOLDER, by its name; NULL: there is none. */
const char *
dump_last(struct req *r, const char *folder)
{
	const char *const *all;
	int n = dossier_names(&r->mem, folder, DUMP, &all);

	return n > 0 ? all[n - 1] : NULL;
}

/* Why a dump that was written must be looked at, next to the one before; NULL: it need not.  What
 * is rightly less is told once. */
const char *
dump_alarm(struct req *r, const struct bilan *b)
{
	int64_t before = 0, missing = 0;

	db_read(r, SQL("SELECT lignes, manquants FROM sauvegarde ORDER BY id DESC LIMIT 1"),
		INTO(TO(&before), TO(&missing)));
	if (b->rows * 100 < before * LESS)
		return arena_printf(&r->mem,
			"Elle contient %" PRId64 " lignes, la précédente en contenait %" PRId64 ".",
			b->rows, before);
	if (b->missing > missing)
		return arena_printf(&r->mem,
			"Des fichiers déposés manquent, ou ne sont plus ce qu’ils"
			" étaient\u00A0: %" PRId64 " (%" PRId64 " la fois d’avant).",
			b->missing, missing);
	return NULL;
}

/* What became of it; WRONG in a sentence, or NULL. */
int64_t
dump_note(struct req *r, const struct bilan *b, int64_t ms, const char *wrong)
{
	return db_insert(r,
		SQL("INSERT INTO sauvegarde (nom, faite_le, duree_ms, tables_n, lignes, fichiers,"
		    " octets, manquants, erreur) VALUES (?, UTC_TIMESTAMP(), ?, ?, ?, ?, ?, ?, ?)"),
		S(b->nom), I(ms), I(b->tables), I(b->rows), I(b->files), I(b->bytes), I(b->missing),
		S(wrong != NULL ? wrong : ""));
}

/* What became of its copy in the second place; WRONG in words, or NULL: it is there. */
void
dump_copied(struct req *r, int64_t id, const char *wrong)
{
	db_exec(r,
		SQL("UPDATE sauvegarde SET ailleurs_le = IF(? = '', UTC_TIMESTAMP(), NULL),"
		    " ailleurs_erreur = ? WHERE id = ?"),
		S(wrong != NULL ? wrong : ""),
		S(text_cut(&r->mem, wrong != NULL ? wrong : "", 490)), I(id));
}
