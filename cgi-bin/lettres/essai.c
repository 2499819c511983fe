/* essai.c - a draft sent to oneself, and to a colleague, to see it where it will be read */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/compte/tentative.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/courriel.h"
#include "lettres/lettres.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/route.h"

enum { AN_HOUR = 3600, AT_MOST = 20, PEOPLE = 10 };

/* Colleagues of the staff who may get one: those of whom she sees the card. */
void
lettres_offer_essai(struct req *r)
{
	db_list(r, "Collegues",
		SQL("SELECT c.id AS valeur, CONCAT_WS(' ', c.prenom, c.nom) AS libelle"
		    " FROM contact c JOIN objet o ON o.id = c.id WHERE c.acces = 3 AND c.id <> ?"
		    " AND c.email <> '' AND " SEES("o") " ORDER BY c.tri, c.id LIMIT 300"),
		I(r->user.id), ME(r));
}

/* One for that person, as she would get it; its links open nothing. */
static void
send(struct req *r, const struct rendu *of, const struct destinataire *who)
{
	struct rendu one;

	lettre_personal(r, of, who, &one);
	say(r, "Courriel.objet", one.sujet);
	say(r, "Courriel.texte", one.texte);
	say(r, "Courriel.corpsHtml", one.html);
	courriel_about(
		r, courriel_queue(r, who->contact, who->adresse, "essai"), of->lettre, "", "");
}

/* Whom the form names, the reader first: how many; 0: somebody is none of them. */
static unsigned
read_people(struct req *r, struct destinataire *people)
{
	unsigned n = 0;

	for (unsigned i = 0; n < PEOPLE; i++) {
		const char *qui = i == 0 ? "" : param_nth(r, "qui", i - 1);
		struct destinataire *p = &people[n];

		if (i > 0 && qui == NULL)
			break;
		if (i > 0 && *qui == '\0')
			continue;
		*p = (struct destinataire) { .contact =
						     i == 0 ? r->user.id : strtoll(qui, NULL, 10) };
		if (!db_read(r,
			    SQL("SELECT c.email, c.prenom, COALESCE(c.departement, '')"
				" FROM contact c JOIN objet o ON o.id = c.id WHERE c.id = ?"
				" AND c.acces >= IF(? = 0, 1, 3) AND c.email <> '' AND " SEES("o")),
			    INTO(TO(&p->adresse), TO(&p->prenom), TO(&p->departement)),
			    I(p->contact), I(i), ME(r)))
			return 0;
		n++;
	}
	return n;
}

static int
essai(struct req *r)
{
	struct destinataire people[PEOPLE];
	struct lettre l;
	struct rendu of;
	unsigned n;
	long left;
	int refused = lettres_load_draft(r, &l);

	if (refused != 0)
		return refused;
	n = read_people(r, people);
	if (n == 0)
		form_error(r, "qui", "Choisissez une personne de l’équipe salariée.");
	else if (tentative_window(r, "essai", arena_printf(&r->mem, "%" PRId64, r->user.id), n,
			 AN_HOUR, &left) > AT_MOST)
		form_error(r, "qui",
			arena_printf(&r->mem,
				"Beaucoup d’essais sont partis\u00A0: attendez %ld\u00A0minutes.",
				left / 60 + 1));
	if (r->invalid)
		return lettres_verification(r, &l);
	lettre_render_sent(r, l.id, &of);
	for (unsigned i = 0; i < n; i++)
		send(r, &of, &people[i]);
	return redirect(r, "/lettres/%" PRId64 "/verification?fait=essai", l.id);
}

const struct route lettres_essai_routes[] = {
	{ POST, ":id/essai", MEMBER, essai, .domaine = "lettres" },
	{ 0 },
};
