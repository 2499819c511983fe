/* sortie.c - departures: seen, counted, then let through, or asked to an administrator
 *
 * Counted over an hour whatever closes people (status, archived, gone, merged, erased, a field that
 * comes from elsewhere) and whatever run saw it.  Whoever was let through by an administrator does
 * not count any more, nor who may not enter.  Kept open by an administrator: until the CRM says
 * something else of her.
 */

#include <inttypes.h>
#include <string.h>

#include "base/conf.h"
#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/crm/sortie.h"

/* May that person be closed now?  If not, her departure is noted. */
bool
sortie_may(struct req *r, int64_t contact_id, const char *cause, const char *valeur)
{
	const char *etat;

	if (db_int(r, SQL("SELECT acces FROM contact WHERE id = ?"), I(contact_id)) == 0)
		return true;
	etat = db_string(r,
		SQL("SELECT IF(etat = 'non' AND (cause <> ? OR valeur <> ?), 'faite', etat)"
		    " FROM sync_sortie WHERE contact_id = ?"),
		S(cause), S(valeur), I(contact_id));
	if (etat != NULL && strcmp(etat, "oui") == 0) {
		db_exec(r,
			SQL("UPDATE sync_sortie SET etat = 'faite', vue_le = UTC_TIMESTAMP(3)"
			    " WHERE contact_id = ?"),
			I(contact_id));
		return true;
	}
	if (etat != NULL && strcmp(etat, "faite") != 0 && strcmp(cause, "efface") == 0)
		db_exec(r, SQL("UPDATE sync_sortie SET cause = 'efface' WHERE contact_id = ?"),
			I(contact_id));
	if (etat == NULL || strcmp(etat, "faite") == 0)
		db_exec(r,
			SQL("REPLACE INTO sync_sortie (contact_id, cause, valeur, etat, vue_le)"
			    " VALUES (?, ?, ?, 'vue', UTC_TIMESTAMP(3))"),
			I(contact_id), S(cause), S(valeur));
	return false;
}

/* Whose status or type changes among those who may enter, as rows of sortie_hold()'s statement. */
static const char *
changing(struct req *r, const struct mapping *m, const struct crm_contact *contacts,
	struct known *const *known, size_t n)
{
	struct buffer all = { &r->mem };

	for (size_t i = 0; i < n; i++) {
		const struct known *k = known[i];
		const char *statut, *type;

		if (k == NULL || !k->open)
			continue;
		statut = contact_says(r, m, &contacts[i], k, STATUT);
		type = contact_says(r, m, &contacts[i], k, TYPE_CONTACT);
		if (k->leaving || strcmp(statut, k->columns[STATUT]) != 0 ||
			strcmp(type, k->columns[TYPE_CONTACT]) != 0)
			json_add(&all, JN("n", i), JS("s", statut), JS("t", type));
	}
	return all.n > 0 ? json_list(&all) : NULL;
}

/* The CRM does not say any more that she leaves. */
static void
stays(struct req *r, const struct known *k)
{
	if (k->leaving)
		db_exec(r, SQL("DELETE FROM sync_sortie WHERE contact_id = ? AND etat <> 'faite'"),
			I(k->id));
}

/* Hold those of the N whom their new status or type would close and who may not be closed yet. */
void
sortie_hold(struct req *r, const struct mapping *m, struct crm_contact *contacts,
	struct known *const *known, size_t n)
{
	const char *all = changing(r, m, contacts, known, n);
	struct rows *rows;

	if (all == NULL)
		return;
	rows = db_rows(r,
		SQL("SELECT j.n, " ACCES_LEVEL("j.s",
			"j.t") ", LEFT(CONCAT_WS(' ', j.s, j.t), 100)"
			       " FROM JSON_TABLE(?, '$[*]' COLUMNS (n INT PATH '$.n',"
			       " s VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci"
			       " PATH '$.s',"
			       " t VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci"
			       " PATH"
			       " '$.t')) j"),
		S(all));
	while (db_next(rows, &r->mem)) {
		size_t i = (size_t) db_num(rows, 0);

		if (db_num(rows, 1) > 0)
			stays(r, known[i]);
		else
			contacts[i].held = !sortie_may(
				r, known[i]->id, "statut", arena_strdup(&r->mem, db_text(rows, 2)));
	}
}

/* Departures of those who may not enter any more, or are not there: nothing to decide. */
static void
clean(struct req *r)
{
	db_exec(r,
		SQL("DELETE s FROM sync_sortie s LEFT JOIN contact c ON c.id = s.contact_id"
		    " WHERE IF(s.etat = 'faite', s.vue_le < UTC_TIMESTAMP() -"
		    " INTERVAL 1 DAY, c.id IS NULL OR c.acces = 0)"));
}

/* How many may leave within an hour, of those who could enter at its beginning. */
static long
most_of(struct req *r)
{
	long people = (long) db_int(r,
		SQL("SELECT (SELECT COUNT(*) FROM contact WHERE acces > 0)"
		    " + (SELECT COUNT(*) FROM sync_sortie WHERE etat = 'faite'"
		    " AND vue_le > UTC_TIMESTAMP() - INTERVAL 1 HOUR)"));
	long share = people * conf.hubspot_brake_percent / 100;

	return share > conf.hubspot_brake_least ? share : conf.hubspot_brake_least;
}

/* Whom an operator forces out does not count any more either. */
static void
let_through(struct req *r, const char *since, bool forced)
{
	db_exec(r,
		SQL("UPDATE sync_sortie SET etat = 'oui', decide_le = UTC_TIMESTAMP(),"
		    " decide_par = IF(?, 0, NULL)"
		    " WHERE etat = 'vue' AND vue_le >= ?"),
		I(forced), S(since));
}

/* Judge what was seen SINCE ("": all): few are let through (all, when FORCED), else none.  In the
 * caller's transaction. */
void
sortie_judge(struct req *r, const char *since, bool forced, struct sorties *all)
{
	*all = (struct sorties) { 0 };
	if (*since == '\0')
		since = "2000-01-01";
	clean(r);
	if (forced)
		db_exec(r,
			SQL("UPDATE sync_sortie SET etat = 'oui', decide_le = UTC_TIMESTAMP(),"
			    " decide_par = 0 WHERE etat = 'frein'"));
	all->seen = (long) db_int(r,
		SQL("SELECT COUNT(*) FROM sync_sortie WHERE etat = 'vue' AND vue_le >= ?"),
		S(since));
	if (all->seen == 0)
		return;
	all->lately = (long) db_int(r,
		SQL("SELECT COUNT(*) FROM sync_sortie WHERE etat IN ('vue', 'frein', 'oui',"
		    " 'faite') AND decide_par IS NULL"
		    " AND vue_le > UTC_TIMESTAMP() - INTERVAL 1 HOUR"));
	all->most = most_of(r);
	all->stopped = all->lately > all->most && !forced;
	if (!all->stopped) {
		let_through(r, since, forced);
		return;
	}
	db_exec(r, SQL("UPDATE sync_sortie SET etat = 'frein' WHERE etat = 'vue'"));
}

/* How many departures wait for an administrator. */
long
sortie_waiting(struct req *r)
{
	return (long) db_int(r, SQL("SELECT COUNT(*) FROM sync_sortie WHERE etat = 'frein'"));
}

/* An administrator has seen the departures UNTIL that moment (SORTIE_SEEN): they are to be closed
 * by the next run, or kept open.  How many. */
long
sortie_decide(struct req *r, int64_t until, bool yes)
{
	return (long) db_exec(r,
		SQL("UPDATE sync_sortie SET etat = ?, decide_par = ?, decide_le = UTC_TIMESTAMP()"
		    " WHERE etat = 'frein' AND " SORTIE_SEEN " <= ?"),
		S(yes ? "oui" : "non"), I(r->user.id), I(until));
}
