/* attestation.c - a certificate of the hours of a year, as a document that bears a number; the page
 * of who may count them for the compte d'engagement citoyen */

#include <inttypes.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "base/local.h"
#include "base/pdf.h"
#include "base/text.h"
#include "domain/acces/appartenance.h"
#include "domain/agenda/duree.h"
#include "domain/socle/journal.h"
#include "heures/heures.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

/* What the certificate says of: the reader's, of that number. */
struct certificate {
	int64_t id, annee, minutes;
	const char *numero, *prenom, *nom, *cree_le;
};

/* A GET writes nothing: the number is given here. */
static int
heures_attester(struct req *r)
{
	int64_t an = strtoll(param(r, "an"), NULL, 10), minutes, id;

	if (an < 2000 || an > 2199)
		return refuse(r, 400);
	minutes = db_int(r,
		SQL("SELECT COALESCE(SUM(minutes), 0) FROM heures WHERE contact_id = ?"
		    " AND etat = 'validee' AND YEAR(jour) = ?"),
		I(r->user.id), I(an));
	if (minutes == 0)
		return redirect(r, "/heures?an=%" PRId64 "&fait=rien", an);
	id = db_int(r,
		SQL("SELECT id FROM attestation WHERE contact_id = ? AND annee = ? AND minutes = ?"
		    " ORDER BY id DESC LIMIT 1"),
		I(r->user.id), I(an), I(minutes));
	if (id == 0) {
		id = db_insert(r,
			SQL("INSERT INTO attestation (numero, contact_id, annee, minutes, cree_le)"
			    " VALUES (?, ?, ?, ?, ?)"),
			S(random_hex(&r->mem, 6)), I(r->user.id), I(an), I(minutes),
			S(clock_sql(&r->mem, clock_now())));
		journal(r, "heures.attestation", r->user.id, NULL, NULL);
	}
	return redirect(r, "/heures/attestations/%" PRId64, id);
}

/* Hours by mission, one a line. */
static const char *
missions(struct req *r, const struct certificate *c)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT COALESCE(o.titre, 'Événements'), SUM(h.minutes) FROM heures h"
		    " LEFT JOIN objet o ON o.id = h.groupe_id WHERE h.contact_id = ?"
		    " AND h.etat = 'validee' AND YEAR(h.jour) = ? AND h.decide_le <= ?"
		    " GROUP BY h.groupe_id ORDER BY 2 DESC LIMIT 20"),
		I(r->user.id), I(c->annee), S(c->cree_le));
	const char *all = "";

	while (db_next(rows, &r->mem))
		all = arena_printf(&r->mem, "%s%s\u00A0: %s\n", all, db_text(rows, 0),
			duree_words(&r->mem, db_num(rows, 1)));
	return all;
}

static int
document(struct req *r, const struct certificate *c)
{
	const char *hours = duree_words(&r->mem, c->minutes);
	const struct pdf_line lines[] = {
		{ conf.site_name, 11, true, 4 },
		{ text_day(&r->mem, text_iso_at(&r->mem, clock_parse(c->cree_le))), 10, false, 40 },
		{ "Attestation d’engagement bénévole", 22, true, 28 },
		{ arena_printf(&r->mem,
			  "%s atteste %s %s a donné %s de son temps comme bénévole en %" PRId64
			  ". Ces heures ont été notées à mesure et validées par la coordination de"
			  " chaque mission.",
			  conf.site_name, text_que(&r->mem, c->prenom), c->nom, hours, c->annee),
			12, false, 18 },
		{ missions(r, c), 12, false, 18 },
		{ "Attestation délivrée à sa demande, pour servir et valoir ce que de droit.", 12,
			false, 40 },
		{ arena_printf(&r->mem,
			  "Numéro %s. Pour la vérifier, sans compte\u00A0:"
			  " %s/public/attestations/%s",
			  c->numero, conf.site_url, c->numero),
			9, false, 0 },
		{ NULL },
	};
	size_t n;
	const char *bytes = pdf_write(&r->mem, "Attestation d’engagement bénévole", lines, &n);
	int fd = memfd_create("attestation", MFD_CLOEXEC);

	if (fd < 0 || write(fd, bytes, n) != (ssize_t) n || lseek(fd, 0, SEEK_SET) != 0)
		fault("the certificate cannot be kept in memory");
	return reply_file(r, fd, "application/pdf",
		arena_printf(&r->mem, "attestation-%" PRId64 ".pdf", c->annee));
}

static int
heures_attestation(struct req *r)
{
	struct certificate c = { .id = caught_id(r, 0) };

	if (!db_read(r,
		    SQL("SELECT a.numero, a.annee, a.minutes, a.cree_le, c.prenom, c.nom"
			" FROM attestation a JOIN contact c ON c.id = a.contact_id"
			" WHERE a.id = ? AND a.contact_id = ?"),
		    INTO(TO(&c.numero), TO(&c.annee), TO(&c.minutes), TO(&c.cree_le), TO(&c.prenom),
			    TO(&c.nom)),
		    I(c.id), I(r->user.id)))
		return not_found(r);
	return document(r, &c);
}

/* Did the reader coordinate a group in that year, or does she sit on the board? */
static bool
concerned(struct req *r, int64_t an)
{
	return db_int(r,
		       SQL("SELECT EXISTS (SELECT 1 FROM " LIFE(
			       "m") " JOIN groupe_role x ON x.cle = m.role AND x.coordination"
				    " WHERE m.debut <= ? AND (m.fin IS NULL OR m.fin >= ?))"
				    " OR EXISTS (SELECT 1 FROM champ_valeur v JOIN champ f"
				    " ON f.id = v.champ_id AND f.cle = 'types_benevolat'"
				    " WHERE v.contact_id = ? AND v.valeur = 'ca')"),
		       I(r->user.id), S(arena_printf(&r->mem, "%" PRId64 "-12-31", an)),
		       S(arena_printf(&r->mem, "%" PRId64 "-01-01", an)), I(r->user.id)) != 0;
}

/* Who supervises volunteers, or sits in a governing body: what the declaration asks, ready. */
static int
heures_cec(struct req *r)
{
	int64_t an = wall_at(clock_now()).year - (param(r, "an")[0] == '\0');
	int64_t asked = strtoll(param(r, "an"), NULL, 10), minutes;

	an = asked >= 2000 && asked < 2200 ? asked : an;
	minutes = db_int(r,
		SQL("SELECT COALESCE(SUM(h.minutes), 0) FROM heures h WHERE h.contact_id = ?"
		    " AND h.etat = 'validee' AND YEAR(h.jour) = ?"),
		I(r->user.id), I(an));
	say_int(r, "concerne", concerned(r, an));
	say_int(r, "an", an);
	say_int(r, "suivante", an + 1);
	say(r, "duree", duree_words(&r->mem, minutes));
	say_int(r, "assez", minutes >= 100 * 60);
	db_list(r, "missions",
		SQL("SELECT COALESCE(o.titre, 'Événements') AS titre, SUM(h.minutes) AS minutes"
		    " FROM heures h LEFT JOIN objet o ON o.id = h.groupe_id"
		    " WHERE h.contact_id = ? AND h.etat = 'validee' AND YEAR(h.jour) = ?"
		    " GROUP BY h.groupe_id ORDER BY minutes DESC LIMIT 20"),
		I(r->user.id), I(an));
	for (struct row *m = row_first(r, "missions"); m != NULL; m = row_next(m))
		row_say(m, "duree", duree_words(&r->mem, row_int(m, "minutes")));
	title(r, "Compte d’engagement citoyen");
	return page(r, "heures/cec.cs");
}

const struct route heures_attestation_routes[] = {
	{ POST, "attestation", MEMBER, heures_attester },
	{ GET, "attestations/:id", MEMBER, heures_attestation },
	{ GET, "engagement-citoyen", MEMBER, heures_cec },
	{ 0 },
};
