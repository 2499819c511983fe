/* lettre_envoi.c - the states of a letter, as pages and essaim-mail change them */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/lettres/lettre_controle.h"
#include "domain/lettres/lettre_envoi.h"
#include "domain/lettres/lettre_gens.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/notif.h"
#include "domain/socle/journal.h"
#include "net/live.h"

/* It is in another state: who reads it follows, and open pages are told. */
static const char *
changed(struct req *r, int64_t id, const char *acte)
{
	lettre_follow(r, id);
	live_tell_objet(r, id);
	journal(r, acte, id, NULL, NULL);
	return NULL;
}

/* The first finding that blocks these words, a second reading among them; NULL: none does. */
static const char *
blocked(struct req *r, int64_t id)
{
	if (lettre_controle(r, id, "Constats") == 0)
		return NULL;
	for (struct row *c = row_first(r, "Constats"); c != NULL; c = row_next(c))
		if (strcmp(row_text(c, "gravite"), "bloque") == 0)
			return row_text(c, "phrase");
	return "La vérification trouve encore quelque chose à corriger.";
}

/* Why that draft cannot be sent by the reader; NULL: it can. */
const char *
lettre_send_refused(struct req *r, int64_t id)
{
	struct lettre_gens g;
	struct lettre l;
	const char *why;

	if (!lettre_read(r, id, &l) || l.modele || strcmp(l.etat, "brouillon") != 0)
		return "Cette lettre est déjà programmée ou partie.";
	if ((why = blocked(r, id)) != NULL)
		return why;
	if (!lettre_recipients(r, id, &g))
		return g.refus;
	return lettre_recipients_count(r, &g) == 0 ?
		"Cette lettre ne partirait à personne\u00A0: choisissez d’autres destinataires." :
		NULL;
}

/* It leaves at LE (UTC), or as soon as essaim-mail turns: the words as they are now, to whom the
 * audience names then. */
const char *
lettre_send(struct req *r, int64_t id, const char *le)
{
	const char *now = clock_sql(&r->mem, clock_now()), *why = lettre_send_refused(r, id);

	if (why == NULL && *le != '\0' && strcmp(le, now) < 0)
		why = "Cette heure est déjà passée.";
	if (why != NULL)
		return why;
	if (db_exec(r,
		    SQL("UPDATE lettre SET etat = 'programmee', par_id = ?, du_le = ?,"
			" retenue = '' WHERE id = ? AND etat = 'brouillon'"),
		    I(r->user.id), S(*le != '\0' ? le : now), I(id)) == 0)
		return "Cette lettre est déjà programmée ou partie.";
	lettre_freeze(r, id);
	return changed(r, id, "lettre.programmee");
}

/* What was typed in a pause is its subject. */
static void
take_subject(struct req *r, int64_t id)
{
	db_exec(r,
		SQL("UPDATE objet o JOIN lettre l ON l.id = o.id SET o.titre = l.sujet_corrige,"
		    " l.sujet_corrige = NULL WHERE o.id = ? AND l.sujet_corrige IS NOT NULL"),
		I(id));
}

/* Back to a draft, unless somebody may have got it: one that is held before its recipients are all
 * written has left for nobody. */
const char *
lettre_unsend(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE lettre SET etat = 'brouillon', du_le = NULL, commence_le = NULL,"
			" numero = 0, retenue = '', total = 0 WHERE id = ? AND (etat = 'programmee'"
			" OR (etat = 'pause' AND prete_le IS NULL))"),
		    I(id)) == 0)
		return "Cette lettre a déjà commencé à partir\u00A0: mettez-la en pause.";
	db_exec(r, SQL("DELETE FROM lettre_envoi WHERE lettre_id = ? AND etat = 'pret'"), I(id));
	take_subject(r, id);
	return changed(r, id, "lettre.deprogrammee");
}

const char *
lettre_pause(struct req *r, int64_t id)
{
	if (db_exec(r, SQL("UPDATE lettre SET etat = 'pause' WHERE id = ? AND etat = 'en_cours'"),
		    I(id)) == 0)
		return "Cette lettre n’est pas en train de partir.";
	return changed(r, id, "lettre.pause");
}

/* It goes on; while its audience is not taken, that is done as who presses this. */
const char *
lettre_resume(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE lettre SET etat = 'en_cours', retenue = '',"
			" par_id = IF(prete_le IS NULL, ?, par_id) WHERE id = ?"
			" AND etat = 'pause'"),
		    I(r->user.id), I(id)) == 0)
		return "Cette lettre n’est pas en pause.";
	return changed(r, id, "lettre.reprise");
}

/* Who has not got it will not; essaim-mail writes that down. */
const char *
lettre_stop(struct req *r, int64_t id)
{
	if (db_exec(r,
		    SQL("UPDATE lettre SET etat = 'arretee', retenue = '' WHERE id = ?"
			" AND etat IN ('en_cours', 'pause')"),
		    I(id)) == 0)
		return "Cette lettre n’est pas en train de partir.";
	return changed(r, id, "lettre.arretee");
}

/* The rest, and the archive, get the words as they are now; who has the others keeps them. */
const char *
lettre_correct(struct req *r, int64_t id)
{
	const char *why;
	struct lettre l;

	if (!lettre_read(r, id, &l) || strcmp(l.etat, "pause") != 0)
		return "Cette lettre n’est pas en pause.";
	if ((why = blocked(r, id)) != NULL)
		return why;
	if ((why = lettre_resume(r, id)) != NULL)
		return why;
	lettre_freeze(r, id);
	take_subject(r, id);
	lettre_index(r, id);
	return changed(r, id, "lettre.corrigee");
}

/* It waits for a person: who sends it is told. */
static void
tell(struct req *r, int64_t id, const char *why)
{
	const char *titre = "", *url = arena_printf(&r->mem, "/lettres/%" PRId64, id);
	int64_t by = 0;

	db_read(r,
		SQL("SELECT o.titre, COALESCE(l.par_id, 0) FROM lettre l"
		    " JOIN objet o ON o.id = l.id WHERE l.id = ?"),
		INTO(TO(&titre), TO(&by)), I(id));
	if (by != 0)
		notif_to(r,
			notif_event(r, "lettre", id, url,
				text_cut(&r->mem,
					arena_printf(&r->mem,
						"La lettre «\u00A0%s\u00A0» attend\u00A0: %s",
						text_cut(&r->mem, titre, 80), why),
					250)),
			by);
}

void
lettre_held(struct req *r, int64_t id, const char *why)
{
	db_exec(r,
		SQL("UPDATE lettre SET retenue = ?, du_le = IF(etat = 'programmee', NULL, du_le),"
		    " etat = IF(etat = 'programmee', 'brouillon', 'pause')"
		    " WHERE id = ? AND etat IN ('programmee', 'en_cours')"),
		S(why), I(id));
	changed(r, id, "lettre.retenue");
	tell(r, id, why);
}
