/* creneau_avis.c - telling people of their shifts, and organisers of who leaves */

#include <inttypes.h>

#include "domain/agenda/creneau.h"
#include "domain/notifications/notif.h"

static const char *
address(struct req *r, const struct creneau *c)
{
	return arena_printf(&r->mem, "/agenda/%" PRId64 "/creneaux/%" PRId64, c->evenement, c->id);
}

/* How that person is called. */
const char *
creneau_qui(struct req *r, int64_t contact_id)
{
	const char *name = db_string(r,
		SQL("SELECT NULLIF(TRIM(CONCAT(prenom, ' ', nom)), '') FROM contact WHERE id = ?"),
		I(contact_id));

	return name == NULL || *name == '\0' ? "Une personne" : arena_strdup(&r->mem, name);
}

/* PHRASE, to one who holds it or did. */
void
creneau_tell(struct req *r, const struct creneau *c, int64_t contact_id, const char *phrase)
{
	int64_t ev = notif_event(r, "creneau", c->evenement, address(r, c), phrase);

	notif_to(r, ev, contact_id);
}

/* PHRASE, to all who hold it. */
void
creneau_tell_all(struct req *r, const struct creneau *c, const char *phrase)
{
	struct rows *who = db_rows(r,
		SQL("SELECT contact_id FROM creneau_place WHERE creneau_id = ? AND etat = 'pris'"),
		I(c->id));
	int64_t ev = 0;

	while (db_next(who, &r->mem)) {
		if (ev == 0)
			ev = notif_event(r, "creneau", c->evenement, address(r, c), phrase);
		notif_to(r, ev, db_num(who, 0));
	}
}

/* PHRASE, at once, to who organises the event. */
void
creneau_alert(struct req *r, const struct creneau *c, const char *phrase)
{
	int64_t ev = notif_event(r, "desistement", c->evenement, address(r, c), phrase);
	int64_t groupe = db_int(r, SQL("SELECT COALESCE(groupe_id, 0) FROM evenement WHERE id = ?"),
		I(c->evenement));
	struct rows *who = db_rows(r,
		SQL("SELECT organisateur_id FROM evenement WHERE id = ?"
		    " AND organisateur_id IS NOT NULL"
		    " UNION SELECT contact_id FROM evenement_organisateur WHERE evenement_id = ?"),
		I(c->evenement), I(c->evenement));

	while (db_next(who, &r->mem))
		notif_to(r, ev, db_num(who, 0));
	if (groupe != 0)
		notif_to_coordination(r, ev, groupe);
}
