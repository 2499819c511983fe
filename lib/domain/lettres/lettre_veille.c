/* lettre_veille.c - events, news and groups of a letter: as they stood when it was scheduled, and
 * as they stand ten minutes before it leaves
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/lettres/lettre_envoi.h"
#include "domain/lettres/lettre_veille.h"

enum { MINUTES = 10, CARDS = 100, AT_ONCE = 5 };

/* ---- what it leads to ---- */

/* The number that S begins with; of a group's publication, its own. */
static int64_t
number(const char *s)
{
	static const char below[] = "/publications/";
	char *end;
	int64_t id = strtoll(s, &end, 10);

	return strncmp(end, below, sizeof below - 1) == 0 ?
		strtoll(end + sizeof below - 1, NULL, 10) :
		id;
}

/* The ids of things of this site that WORDS lead to, each once: how many. */
static unsigned
linked(const char *words, int64_t ids[CARDS])
{
	static const char *const parts[] = { "/agenda/", "/actualites/", "/groupes/", "/fil/" };
	const char *site = conf.site_url;
	size_t n_site = strlen(site);
	unsigned n = 0, i;

	for (const char *s = words; (s = strstr(s, site)) != NULL; s += n_site)
		for (unsigned p = 0; p < sizeof parts / sizeof *parts; p++) {
			int64_t id;

			if (strncmp(s + n_site, parts[p], strlen(parts[p])) != 0)
				continue;
			id = number(s + n_site + strlen(parts[p]));
			for (i = 0; i < n && ids[i] != id; i++)
				;
			if (id > 0 && i == n && n < CARDS)
				ids[n++] = id;
		}
	return n;
}

/* ---- how each stands ---- */

/* One of them: WRONG says in words why the letter cannot lead there, NULL: it can. */
struct stand {
	const char *titre, *debut, *lieu;
	int64_t date;
	bool full;
	const char *wrong;
};

static void
look_event(struct req *r, int64_t id, struct stand *s)
{
	bool there, off;

	/* The date that the card shows: the one it showed, or the next. */
	if (!db_read(r,
		    SQL("SELECT d.id, d.debut, COALESCE(NULLIF(d.lieu, ''), e.lieu),"
			" e.places IS NOT NULL AND d.pris >= e.places,"
			" e.supprime_le IS NULL AND e.etat <> 'brouillon',"
			" e.etat = 'annule' OR d.etat = 'annule'"
			" FROM evenement e JOIN evenement_date d ON d.evenement_id = e.id"
			" WHERE e.id = ? ORDER BY d.id = ? DESC, d.fin < ?, d.etat = 'annule',"
			" IF(d.fin < ?, NULL, d.debut), d.debut DESC LIMIT 1"),
		    INTO(TO(&s->date), TO(&s->debut), TO(&s->lieu), TO(&s->full), TO(&there),
			    TO(&off)),
		    I(id), I(s->date), S(clock_sql(&r->mem, clock_now())),
		    S(clock_sql(&r->mem, clock_now()))) ||
		!there)
		s->wrong = "n’existe plus";
	else if (off)
		s->wrong = "est annulé";
}

static void
look(struct req *r, int64_t id, struct stand *s)
{
	const char *genre;
	bool gone;

	s->debut = s->lieu = "";
	if (!db_read(r, SQL("SELECT genre, titre, archive_le IS NOT NULL FROM objet WHERE id = ?"),
		    INTO(TO(&genre), TO(&s->titre), TO(&gone)), I(id)))
		return;
	if (strcmp(genre, "evenement") == 0)
		look_event(r, id, s);
	else if (strcmp(genre, "actualite") == 0) {
		if (gone ||
			db_int(r,
				SQL("SELECT etat <> 'publiee' OR supprime_le IS NOT NULL"
				    " FROM actualite WHERE id = ?"),
				I(id)))
			s->wrong = "a été retirée";
	} else if (strcmp(genre, "groupe") == 0 && gone)
		s->wrong = "a fermé sa page";
}

/* ---- when its words are frozen ---- */

/* Keep how all that it leads to stands now: the caller has just frozen its words. */
void
lettre_veille_note(struct req *r, int64_t id)
{
	int64_t ids[CARDS];
	/* Where links lead that are counted, its text says. */
	const char *words = db_string(r,
		SQL("SELECT CONCAT(e.html, e.texte) FROM lettre l JOIN lettre_edition e"
		    " ON e.lettre_id = l.id AND e.numero = l.edition WHERE l.id = ?"),
		I(id));
	unsigned n = words != NULL ? linked(words, ids) : 0;

	db_exec(r, SQL("DELETE FROM lettre_carte WHERE lettre_id = ?"), I(id));
	for (unsigned i = 0; i < n; i++) {
		struct stand s = { 0 };

		look(r, ids[i], &s);
		if (s.titre != NULL)
			db_exec(r,
				SQL("INSERT INTO lettre_carte (lettre_id, objet_id, etat)"
				    " VALUES (?, ?, ?)"),
				I(id), I(ids[i]),
				S(arena_printf(&r->mem, "%" PRId64 "|%d|%s|%s", s.date, s.full,
					s.debut, s.lieu)));
	}
}

/* ---- ten minutes before ---- */

/* What is wrong with that card, that was not when the words were frozen; NULL: nothing. */
static const char *
changed(struct req *r, int64_t id, const char *before, const char **titre)
{
	struct stand s = { .date = strtoll(before, NULL, 10) };
	int64_t date = s.date;
	const char *flag = before + strcspn(before, "|"), *debut, *lieu;

	flag += *flag == '|';
	debut = flag + strcspn(flag, "|");
	debut += *debut == '|';
	lieu = debut + strcspn(debut, "|");
	look(r, id, &s);
	*titre = s.titre != NULL ? s.titre : "Une page";
	if (s.titre == NULL || s.wrong != NULL)
		return s.wrong != NULL ? s.wrong : "n’existe plus";
	if (date == 0)
		return NULL;
	if (s.date != date || strncmp(debut, s.debut, strlen(s.debut)) != 0)
		return "a changé de date";
	if (strcmp(lieu + (*lieu == '|'), s.lieu) != 0)
		return "a changé de lieu";
	return s.full && *flag != '1' ? "est complet" : NULL;
}

/* Why that letter cannot leave as it is, in words; "": it can. */
static const char *
wrong(struct req *r, int64_t id)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT objet_id, etat FROM lettre_carte WHERE lettre_id = ?"
		    " ORDER BY objet_id"),
		I(id));
	struct buffer why = { &r->mem };

	while (db_next(rows, &r->mem)) {
		const char *titre,
			*what = changed(r, db_num(rows, 0), arena_strdup(&r->mem, db_text(rows, 1)),
				&titre);

		if (what != NULL && why.n < 700)
			buffer_puts(&why,
				arena_printf(&r->mem, "%s«\u00A0%s\u00A0» %s.",
					why.n > 0 ? " " : "", text_cut(&r->mem, titre, 80), what));
	}
	return buffer_text(&why);
}

/* Look at it again, once for the hour it is due at.  What is not scheduled is none of its. */
bool
lettre_veille(struct req *r, int64_t id)
{
	const char *why;
	bool looked;

	if (!db_read(r,
		    SQL("SELECT veillee_pour <=> du_le FROM lettre"
			" WHERE id = ? AND etat = 'programmee' FOR UPDATE"),
		    INTO(TO(&looked)), I(id)) ||
		looked)
		return true;
	db_exec(r, SQL("UPDATE lettre SET veillee_pour = du_le WHERE id = ?"), I(id));
	if (*(why = wrong(r, id)) == '\0')
		return true;
	lettre_held(r, id, why);
	return false;
}

/* Those that leave within ten minutes. */
void
lettre_veille_tour(struct req *r)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT id FROM lettre WHERE etat = 'programmee' AND du_le <= ?"
		    " AND NOT veillee_pour <=> du_le ORDER BY du_le LIMIT 5"),
		S(clock_sql(&r->mem, clock_now() + MINUTES * 60)));
	int64_t ids[AT_ONCE];
	unsigned n = 0;

	while (db_next(rows, &r->mem))
		ids[n++] = db_num(rows, 0);
	for (unsigned i = 0; i < n; i++)
		lettre_veille(r, ids[i]);
}
