/* releve_qui.c - who could hold a shift, and why the others could not
 *
 * Among the teams of the event's groups, who held a shift of it and who comes to it: each has one
 * reason, the first that applies; "libre" is in the list, who was asked least recently first.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/agenda/creneau.h"
#include "domain/agenda/evenement.h"
#include "domain/agenda/poste.h"
#include "domain/agenda/releve.h"
#include "domain/objets/etiquette.h"
#include "domain/objets/nommes.h"

#define OCCUPE(d) \
	"((" d ".debut < s.fin AND " d ".fin > s.debut) OR (" d ".jour <> s.jour AND " d \
	".debut < s.fin + INTERVAL e.repos_h HOUR AND " d \
	".fin > s.debut - INTERVAL e.repos_h HOUR))"

/* She has what the post asks for; a tag only where the reader knows who bears it (BEARS). */
#define HAS_IT \
	"CASE WHEN p.champ_id IS NOT NULL THEN EXISTS (SELECT 1 FROM champ_valeur v" \
	" WHERE v.contact_id = c.id AND v.champ_id = p.champ_id AND v.valeur = p.valeur)" \
	" WHEN p.etiquette_id IS NOT NULL THEN EXISTS (SELECT 1 FROM objet_etiquette y" \
	" WHERE y.objet_id = c.id AND y.etiquette_id = " SON_ETIQUETTE ") AND " BEARS( \
		"oc") " WHEN p.public_id IS NOT NULL THEN EXISTS (SELECT 1 FROM contact_public g" \
		      " WHERE g.contact_id = c.id AND g.public_id = p.public_id) ELSE TRUE END"

/* Binds the day of the site, BEARS_ME(r), whether the last place is kept, the moment. */
#define RAISON \
	"CASE WHEN EXISTS (SELECT 1 FROM creneau_place a WHERE a.creneau_id = s.id" \
	" AND a.contact_id = c.id AND a.etat = 'pris') THEN 'dedans'" \
	" WHEN EXISTS (SELECT 1 FROM releve_refus f WHERE f.evenement_id = e.id" \
	" AND f.contact_id = c.id) THEN 'refus'" \
	" WHEN COALESCE(c.pause_jusqu_a >= ?, FALSE) THEN 'pause'" \
	" WHEN NOT " HAS_IT " THEN 'formation'" \
	" WHEN p.age_min > 0 AND COALESCE(c.date_naissance > s.jour - INTERVAL p.age_min YEAR," \
	" TRUE) THEN 'age'" \
	" WHEN EXISTS (SELECT 1 FROM creneau_place b JOIN creneau d ON d.id = b.creneau_id" \
	" WHERE b.contact_id = c.id AND b.etat = 'pris' AND d.id <> s.id AND " OCCUPE( \
		"d") ") THEN 'occupe'" \
		     " WHEN EXISTS (SELECT 1 FROM inscription i" \
		     " JOIN place l ON l.inscription_id = i.id AND l.etat = 'inscrit'" \
		     " JOIN evenement_date q ON q.id = l.date_id AND q.etat = 'prevu'" \
		     " AND q.debut < s.fin AND q.fin > s.debut WHERE i.contact_id = c.id" \
		     " AND i.evenement_id <> e.id) THEN 'occupe'" \
		     " WHEN EXISTS (SELECT 1 FROM releve_demande t" \
		     " JOIN releve u ON u.id = t.releve_id WHERE u.creneau_id = s.id" \
		     " AND t.contact_id = c.id AND u.ferme_le IS NULL) THEN 'demande'" \
		     " WHEN ? AND NOT " HABITUE("c.id", "?") " THEN 'nouveau' ELSE 'libre' END"

/* Binds her id and the shift's, and ME(r). */
#define VIVIER \
	" FROM creneau s JOIN poste p ON p.id = s.poste_id" \
	" JOIN evenement e ON e.id = p.evenement_id JOIN objet o ON o.id = e.id" \
	" JOIN (SELECT cp.contact_id, ek.id AS evenement_id FROM evenement ek" \
	" JOIN public pb ON pb.genre = 'equipe' AND (pb.cle = CONCAT(ek.groupe_id, '')" \
	" OR EXISTS (SELECT 1 FROM evenement_groupe eg WHERE eg.evenement_id = ek.id" \
	" AND pb.cle = CONCAT(eg.groupe_id, ''))) JOIN contact_public cp" \
	" ON cp.public_id = pb.id WHERE ek.id = ?" \
	" UNION SELECT h.contact_id, hp.evenement_id FROM poste hp" \
	" JOIN creneau hc ON hc.poste_id = hp.id JOIN creneau_place h ON h.creneau_id = hc.id" \
	" WHERE hp.evenement_id = ?" \
	" UNION SELECT n.contact_id, n.evenement_id FROM inscription n" \
	" WHERE n.evenement_id = ? AND n.contact_id IS NOT NULL) w ON w.evenement_id = e.id" \
	" JOIN contact c ON c.id = w.contact_id AND c.acces > 0" \
	" JOIN objet oc ON oc.id = c.id AND " SEES( \
		"oc") " WHERE s.id = ? AND c.id <> ? AND " SEEN_BY("o", "c.id")

struct vivier {
	int64_t evenement, creneau;
	bool kept;
	const char *day, *now;
};
#define RAISON_DE(r, v) S((v).day), BEARS_ME(r), I((v).kept), S((v).now)
#define VIVIER_DE(r, v) \
	I((v).evenement), I((v).evenement), I((v).evenement), ME(r), I((v).creneau), I((r)->user.id)

static bool
read_vivier(struct req *r, int64_t creneau_id, struct vivier *v)
{
	struct creneau c;

	if (!creneau_read(r, creneau_id, &c))
		return false;
	*v = (struct vivier) { c.evenement, creneau_id,
		c.pris >= c.maximum - 1 && creneau_lacks_habitue(r, &c),
		text_iso_at(&r->mem, clock_now()), clock_sql(&r->mem, clock_now()) };
	return true;
}

static void
dress(struct req *r, struct row *row, int64_t need, int n)
{
	const char *asked = row_text(row, "demande"), *before = row_text(row, "avant"),
		   *km = row_text(row, "distance");

	visage(r, row, "id");
	if (*asked != '\0')
		row_say(row, "demande_le", text_when(&r->mem, clock_parse(asked), clock_now()));
	if (*before != '\0')
		row_say(row, "jusqu", text_hour(&r->mem, evenement_wall(before)));
	if (*km != '\0' && strtol(km, NULL, 10) > 0)
		row_say(row, "loin",
			arena_printf(&r->mem, "%ld\u00A0km environ",
				(strtol(km, NULL, 10) + 5) / 10 * 10));
	if (n <= need)
		row_say_int(row, "choisi", 1);
}

/* Kilometres from the département of the event to hers, by the centre of each; 0: the same one;
 * NULL: one is not known. */
#define KM \
	"(SELECT IF(la.code = ici.code, 0, 111.2 * SQRT(POW(la.nord - ici.nord, 2)" \
	" + POW((la.est - ici.est) * COS(RADIANS(ici.nord)), 2))) FROM departement ici" \
	" JOIN departement la ON la.code = c.departement WHERE ici.code = e.departement)"

/* Say INTO.N.{id, prenom, nom, teinte, initiales, proche, loin, demande_le, jusqu, choisi}: who
 * could hold it, who was asked least recently first, then who lives nearest.  How many in all. */
int64_t
releve_candidates(struct req *r, const char *into, int64_t creneau_id, int64_t page)
{
	struct vivier v;
	int64_t need = releve_need(r, creneau_id, 0);
	int n = page > 1 ? 1000 : 0;

	if (!read_vivier(r, creneau_id, &v))
		return 0;
	db_list(r, into,
		SQL("SELECT c.id, c.prenom, c.nom, CASE WHEN e.code_postal <> ''"
		    " AND c.code_lu = e.code_postal THEN 'ici' WHEN e.departement <> ''"
		    " AND c.departement = e.departement THEN 'pres' ELSE '' END AS proche, " KM
		    " AS distance,"
		    " (SELECT MAX(x.demande_le) FROM releve_demande x WHERE x.contact_id = c.id)"
		    " AS demande, (SELECT MAX(d.fin) FROM creneau_place b"
		    " JOIN creneau d ON d.id = b.creneau_id WHERE b.contact_id = c.id"
		    " AND b.etat = 'pris' AND d.jour = s.jour AND d.fin <= s.debut) AS avant" VIVIER
		    " AND " RAISON " = 'libre' ORDER BY DATE(demande), proche = 'ici' DESC,"
		    " distance IS NULL, distance, c.tri, c.id LIMIT ? OFFSET ?"),
		VIVIER_DE(r, v), RAISON_DE(r, v), I(RELEVE_PAR), I((page - 1) * RELEVE_PAR));
	for (struct row *row = row_first(r, into); row != NULL; row = row_next(row))
		dress(r, row, need + 1, ++n);
	return db_int(r, SQL("SELECT COUNT(*)" VIVIER " AND " RAISON " = 'libre'"), VIVIER_DE(r, v),
		RAISON_DE(r, v));
}

/* Say INTO.{dedans, refus, pause, formation, age, occupe, demande, nouveau}: how many are not
 * listed, for each reason. */
void
releve_others(struct req *r, const char *into, int64_t creneau_id)
{
	struct vivier v;
	struct rows *rows;

	if (!read_vivier(r, creneau_id, &v))
		return;
	rows = db_rows(r, SQL("SELECT " RAISON " AS raison, COUNT(*)" VIVIER " GROUP BY raison"),
		RAISON_DE(r, v), VIVIER_DE(r, v));
	while (db_next(rows, &r->mem))
		row_say_int(
			row_at(r, into), arena_strdup(&r->mem, db_text(rows, 0)), db_num(rows, 1));
}

/* May the reader ask that person to hold it? */
bool
releve_fits(struct req *r, int64_t creneau_id, int64_t contact_id)
{
	struct vivier v;

	return read_vivier(r, creneau_id, &v) &&
		db_int(r, SQL("SELECT 1" VIVIER " AND c.id = ? AND " RAISON " = 'libre'"),
			VIVIER_DE(r, v), I(contact_id), RAISON_DE(r, v)) != 0;
}
