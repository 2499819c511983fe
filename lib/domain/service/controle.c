/* controle.c - the list of checks, looking, and writing down what was found */

#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/fault.h"
#include "domain/service/controle.h"

const char *const etat_mots[] = { "ok", "warn", "bad" };

/* In the order of the page. */
const struct surveille controles[CONTROLES] = {
	{ "synchro", "Synchronisation avec HubSpot", "sync", false, "age_seconds",
		controle_synchro },
	{ "courriels", "Courriels", "mail", false, "late", controle_courriels },
	{ "sauvegarde", "Sauvegarde de cette nuit", "archive", false, "age_seconds",
		controle_sauvegarde },
	{ "disque", "Disque", "folder", false, "used_percent", controle_disque },
	{ "certificat", "Certificat", "lock", false, "days_left", controle_certificat },
	{ "files", "Files d’attente", "list", false, "late", controle_files },
	{ "journal", "Journal", "history", false, "wrong_rows", controle_journal },
	{ "rapidite", "Rapidité", "clock", false, "p95_milliseconds", controle_rapidite },
	{ "site", "Adresse du site", "globe", true, "status", controle_site },
	{ "horloge", "Horloge", "clock", true, "skew_seconds", controle_horloge },
	{ "base", "Base de données", "archive", true, NULL, controle_base },
	{ "memoire", "Mémoire", "chart", true, "free_percent", controle_memoire },
};

static void
set(struct constat *c, enum etat etat, const char *mot)
{
	c->etat = etat;
	c->mot = mot;
}

/* It is worth a look, and nobody is woken. */
void
constat_warn(struct constat *c, const char *mot)
{
	set(c, ETAT_WARN, mot);
}

/* It is not well: administrators are told. */
void
constat_bad(struct constat *c, const char *mot)
{
	set(c, ETAT_BAD, mot);
}

/* The moment, and how our own site answers.  For jobs: programs that answer people have no network.
 */
struct regard
controle_regard(void)
{
	struct arena mem = { 0 };
	const char *site = conf.service_probe != NULL ? conf.service_probe : conf.site_url;
	struct regard g = { clock_now(), sonde(arena_printf(&mem, "%s/sante", site)) };

	arena_reset(&mem);
	return g;
}

static void
empty(const struct surveille *k, struct constat *c)
{
	*c = (struct constat) { .cle = k->cle,
		.titre = k->titre,
		.icone = k->icone,
		.discret = k->discret,
		.unite = k->unite,
		.mot = "",
		.phrase = "",
		.suite = "",
		.faire = "" };
}

/* One check.  One that breaks is a bad sign of its own; a base that is gone is for the caller. */
static void
look(struct req *r, const struct regard *g, const struct surveille *k, struct constat *c)
{
	jmp_buf here, *outer = fault_catcher;

	empty(k, c);
	fault_catcher = &here;
	if (setjmp(here) == 0) {
		k->regarde(r, g, c);
		fault_catcher = outer;
		return;
	}
	fault_catcher = outer;
	if (fault_kind != FAULT_BUG)
		fault_at(
			fault_kind, __FILE__, __LINE__, "%s", arena_strdup(&r->mem, fault_message));
	empty(k, c);
	constat_bad(c, arena_printf(&r->mem, "%s\u00A0: la vérification échoue", k->titre));
	c->phrase = "La vérification elle-même a échoué\u00A0: voir le journal d’essaim-service.";
	fprintf(stderr, "check %s: %s\n", k->cle, fault_message);
}

void
controle_look(struct req *r, const struct regard *g, struct constat found[CONTROLES])
{
	for (int i = 0; i < CONTROLES; i++)
		look(r, g, &controles[i], &found[i]);
}

/* Write down what was found.  In a transaction. */
void
controle_store(struct req *r, const struct regard *g, const struct constat found[CONTROLES])
{
	const char *now = clock_sql(&r->mem, g->now);

	for (int i = 0; i < CONTROLES; i++) {
		const struct constat *c = &found[i];

		db_exec(r,
			SQL("INSERT INTO service_etat (cle, etat, mot, phrase, suite, faire,"
			    " mesure, depuis, vu_le) VALUES (?, ?, ?, LEFT(?, 500), ?, ?, ?, ?, ?)"
			    " ON DUPLICATE KEY UPDATE"
			    " depuis = IF(etat = VALUES(etat) AND mot = VALUES(mot),"
			    " depuis, VALUES(depuis)), etat = VALUES(etat), mot = VALUES(mot),"
			    " phrase = VALUES(phrase), suite = VALUES(suite),"
			    " faire = VALUES(faire), mesure = VALUES(mesure),"
			    " vu_le = VALUES(vu_le)"),
			S(c->cle), S(etat_mots[c->etat]), S(c->mot), S(c->phrase), S(c->suite),
			S(c->faire), I(c->mesure),
			S(c->depuis != 0 ? clock_sql(&r->mem, c->depuis) : now), S(now));
	}
}

/* The row that db_next() stands on, of the check it names. */
static void
fill(struct req *r, struct rows *rows, struct constat *c)
{
	const char *etat = db_text(rows, 1);

	while (c->etat < ETAT_BAD && strcmp(etat_mots[c->etat], etat) != 0)
		c->etat++;
	c->mot = arena_strdup(&r->mem, db_text(rows, 2));
	c->phrase = arena_strdup(&r->mem, db_text(rows, 3));
	c->suite = arena_strdup(&r->mem, db_text(rows, 4));
	c->faire = arena_strdup(&r->mem, db_text(rows, 5));
	c->mesure = db_num(rows, 6);
	c->depuis = clock_parse(db_text(rows, 7));
}

/* What the last look found, in the order of the list.  How many; *SEEN: when, 0: never. */
int
controle_read(struct req *r, struct constat found[CONTROLES], time_t *seen)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT cle, etat, mot, phrase, suite, faire, mesure, depuis, vu_le"
		    " FROM service_etat"));
	struct constat all[CONTROLES];
	bool had[CONTROLES] = { false };
	int n = 0;

	*seen = 0;
	while (db_next(rows, &r->mem))
		for (int i = 0; i < CONTROLES; i++)
			if (strcmp(controles[i].cle, db_text(rows, 0)) == 0) {
				empty(&controles[i], &all[i]);
				fill(r, rows, &all[i]);
				had[i] = true;
				*seen = clock_parse(db_text(rows, 8));
			}
	for (int i = 0; i < CONTROLES; i++)
		if (had[i])
			found[n++] = all[i];
	return n;
}

enum etat
controle_worst(const struct constat *c, int n)
{
	enum etat worst = ETAT_OK;

	for (int i = 0; i < n; i++)
		if (c[i].etat > worst)
			worst = c[i].etat;
	return worst;
}

/* Look now, and say each on a line of standard output.  The worst. */
enum etat
controle_print(struct req *r)
{
	struct regard g = controle_regard();
	struct constat found[CONTROLES];

	controle_look(r, &g, found);
	for (int i = 0; i < CONTROLES; i++)
		printf("%s: %s: %s%s%s\n", found[i].cle, etat_mots[found[i].etat], found[i].mot,
			*found[i].mot != '\0' ? ". " : "", found[i].phrase);
	return controle_worst(found, CONTROLES);
}
