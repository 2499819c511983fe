/* accueil.c - welcoming who asks to join: what waits for me, what is late, one task */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "contacts/contacts.h"
#include "domain/acces/niveau.h"
#include "domain/contacts/accueil.h"
#include "web/form.h"
#include "web/list.h"
#include "web/reply.h"
#include "web/table_reply.h"

enum { PAR = 20 };

static const struct list list = { "/contacts/accueil", KEEPS("vue", "groupe"), PAR };

static const struct {
	const char *vue, *libelle;
	enum access who;
} views[] = {
	{ "miens", "Pour moi", MEMBER },
	{ "tous", "Mes groupes", MEMBER },
	{ "retard", "En retard", MEMBER },
	{ "seuls", "Groupes sans coordination", STAFF },
	{ "finis", "Terminés", MEMBER },
};
enum { VIEWS = sizeof views / sizeof *views };

/* The view asked for, else the first that suits: the staff begins with all. */
static const char *
view_of(struct req *r)
{
	for (size_t i = 0; i < VIEWS; i++)
		if (views[i].who <= r->user.level && strcmp(views[i].vue, param(r, "vue")) == 0)
			return views[i].vue;
	return r->user.level >= STAFF ? "tous" : "miens";
}

static void
say_views(struct req *r, const char *vue, int64_t groupe)
{
	int n = 0;

	for (size_t i = 0; i < VIEWS; i++) {
		struct row *row;

		if (views[i].who > r->user.level)
			continue;
		row = row_nth(r, "Filtre.vues", n++);
		row_say(row, "cle", views[i].vue);
		row_say(row, "libelle",
			strcmp(views[i].vue, "tous") == 0 && r->user.level >= STAFF ?
				"En cours" :
				views[i].libelle);
		row_say_int(row, "total", accueil_count(r, views[i].vue, groupe));
		row_say(row, "url", list_link(r, &list, "vue", views[i].vue));
		if (strcmp(views[i].vue, vue) == 0)
			row_say(row, "ici", "1");
	}
}

static int
take(struct req *r, const char *vue, int64_t groupe)
{
	static const char *const columns[] = { "Personne", "Groupe", "Confié à", "État", "Pour le",
		"Demande du", "Numéro Essaim" };

	return table_reply(r, "personnes-a-accueillir", "relais.export", groupe, columns, 7,
		accueil_rows(r, vue, groupe));
}

static int
contacts_relays(struct req *r)
{
	const char *vue = view_of(r);
	int64_t here = pager_asked(r), groupe = strtoll(param(r, "groupe"), NULL, 10), total;

	if (niveau(r) < N_COORDINATION || (groupe != 0 && !accueil_may(r, groupe)))
		return not_found(r);
	if (table_asked(r))
		return take(r, vue, groupe);
	total = accueil_count(r, vue, groupe);
	if ((here - 1) * PAR >= total)
		here = 1;
	say_list(r, "items");
	accueil_list(r, "items", vue, groupe, PAR, (here - 1) * PAR);
	list_pager(r, &list, here, total);
	if (r->format == JSON)
		return page(r, "");
	say(r, "Filtre.csv", strchr(list_link(r, &list, "vue", vue), '?') + 1);
	say(r, "Filtre.vue", vue);
	say_views(r, vue, groupe);
	if (groupe != 0)
		db_one(r, "Filtre.groupe", SQL("SELECT id, titre FROM objet WHERE id = ?"),
			I(groupe));
	title(r, "Personnes à accueillir");
	return page(r, "contacts/relais.cs");
}

/* TEXT with {prenom}, {groupe} and {signature} filled in. */
static const char *
filled(struct req *r, const char *text)
{
	const struct {
		const char *key, *value;
	} keys[] = {
		{ "{prenom}", said(r, "relais.prenom") },
		{ "{groupe}", said(r, "relais.groupe") },
		{ "{signature}", r->user.prenom },
	};
	struct buffer out = { &r->mem };

	while (*text != '\0') {
		size_t k = 0;

		while (k < 3 && strncmp(text, keys[k].key, strlen(keys[k].key)) != 0)
			k++;
		if (k < 3) {
			buffer_puts(&out, keys[k].value);
			text += strlen(keys[k].key);
		} else {
			buffer_char(&out, *text++);
		}
	}
	return buffer_text(&out);
}

static int
contacts_relay(struct req *r)
{
	const struct modele *m = modele(r);
	const char *phone;
	struct personne p;

	if (!accueil_find(r, "relais", caught_id(r, 0)) ||
		!contact_find(r, said_id(r, "relais.contact_id"), &p))
		return not_found(r);
	contacts_head(r, m, &p);
	say(r, "contact.email", contact_text(&r->mem, m, &p, champ_find(m, "email")));
	phone = contact_text(&r->mem, m, &p, champ_find(m, "telephone"));
	say(r, "contact.telephone", phone);
	say(r, "contact.tel", text_phone_next(&r->mem, &phone, NULL));
	say(r, "contact.ville", contact_text(&r->mem, m, &p, champ_find(m, "ville")));
	accueil_candidates(r, "Liste.responsables", said_id(r, "relais.groupe_id"));
	say(r, "Message.texte", filled(r, accueil_message(r)));
	say(r, "Message.lien",
		arena_printf(&r->mem, "mailto:%s?subject=%s&body=%s", said(r, "contact.email"),
			url_escape(r, said(r, "relais.groupe")),
			url_escape(r, said(r, "Message.texte"))));
	title(r, "Accueillir %s %s", said(r, "contact.prenom"), said(r, "contact.nom"));
	return page(r, "contacts/accueillir.cs");
}

static int
contacts_relay_move(struct req *r)
{
	const char *etat = "";
	int64_t responsable = 0, id = caught_id(r, 0);
	const struct field fields[] = { { "etat", CHOICE(&etat),
						.choices = "a_faire|contacte|rejoint|sans_suite" },
		{ "responsable", ID(&responsable) }, { 0 } };

	if (!accueil_find(r, "relais", id))
		return not_found(r);
	form_read(r, fields);
	if (!r->invalid && !accueil_move(r, id, etat, responsable))
		form_error(r, "responsable", "Choisissez une personne qui coordonne ce groupe.");
	if (r->invalid)
		return contacts_relay(r);
	if (strcmp(param(r, "retour"), "fiche") == 0)
		return redirect(r, "/contacts/%s?fait=relais", said(r, "relais.contact_id"));
	return redirect(r, "/contacts/accueil/%" PRId64 "?fait=relais", id);
}

const struct route contacts_accueil_routes[] = {
	{ GET, "accueil", MEMBER, contacts_relays, .formats = CSV | XLSX },
	{ GET, "accueil/:id", MEMBER, contacts_relay, .prive = true },
	{ POST, "accueil/:id", MEMBER, contacts_relay_move },
	{ 0 },
};
