/* choses.c - a thing of each kind, made through its own form, among groupes_people() */

#include <inttypes.h>

#include "base/clock.h"
#include "base/text.h"
#include "choses.h"
#include "domain/notifications/desinscription.h"
#include "domain/notifications/notif.h"
#include "domain/objets/fichier.h"

static const char *leave; /* the token of a mail */

static void
send(const char *path, const char *body, int expected)
{
	check(post(path, body) == expected);
}

/* What is asked of one another. */
static void
asked_for(int64_t author)
{
	as(benl);
	send(groupes_at(paris, "/rejoindre"), "mot=Bonjour", 303);
	as(coop);
	send(groupes_at(lille, "/inviter"),
		at("contact=%" PRId64 "&role=coordination&mot=Viens", adm), 303);
	if (author != coop)
		send("/messages/nouveau", at("a=%" PRId64 "&titre=&texte=Chut", author), 303);
	send("/messages/siege", "sujet=2&texte=Notre+local+ferme&cle=k", 303);
}

/* What is written in a group. */
static void
written(int64_t author)
{
	int64_t word;

	as(author);
	send(groupes_at(paris, "/publications"),
		"genre=sondage&titre=Quel+soir&reponses=Jeudi%0D%0AVendredi", 303);
	send(groupes_at(paris, "/publications"), "genre=message&titre=Mot&texte=Bonjour", 303);
	word = last();
	fichier_store_bytes(&t, "note.txt", "Bonjour", 7, word);
	send(at("/fil/%" PRId64 "/commentaires", word), "texte=Bien", 303);
	send(groupes_at(paris, "/actions"), "titre=Coller", 303);
	send(groupes_at(paris, "/publications"),
		"genre=dates&titre=Bilan&jour1=2130-12-10T19:00&jour3=2130-12-11T19:00", 303);
	as(benp);
	send(at("/fil/%" PRId64 "/signaler", word), "motif=Ce+n%27est+pas+gentil", 303);
}

/* What takes place, who comes, and hours that wait. */
static void
planned(int64_t author)
{
	as(author);
	send("/agenda/nouveau",
		at("titre=Bilan&debut=2099-12-10T19:00&fin=2099-12-10T21:00&organisateur=%" PRId64
		   "&visibilite=groupes&groupes=%" PRId64
		   "&places=20&rrule=FREQ%%3DWEEKLY%%3BCOUNT%%3D2&publier=1",
			paris, paris),
		303);
	send(at("/agenda/%s/postes/nouveau", chose("evenement")), "titre=Parking", 303);
	send(at("/agenda/%s/questions", chose("evenement")), "texte=Un+velo", 303);
	db_exec(&t,
		SQL("INSERT INTO creneau (poste_id, jour, debut, fin, minimum, maximum)"
		    " SELECT MAX(id), '2099-12-10', '2099-12-10 08:00', '2099-12-10 12:00', 1, 4"
		    " FROM poste"));
	send("/actualites/nouvelle",
		at("groupe=%" PRId64 "&titre=Vu&audience=groupes&publier=1", paris), 303);
	as(benp);
	send("/agenda/abonnements", "quoi=moi", 200);
	send(at("/agenda/%s/inscription", chose("evenement")), "invites=0", 303);
	send("/heures",
		at("quoi=Affiches&mission=%" PRId64 "&jour=%s&duree=2", paris,
			text_iso_at(&t.mem, clock_now())),
		303);
}

/* A prospect to be welcomed in Paris, and what else no form makes. */
static void
come(void)
{
	int64_t new = t_person("Alice", "Nouvelle", "alice@exemple.org", "prospect", "benevole");

	db_exec(&t,
		SQL("INSERT INTO sync_tour (genre, debut, fin, etat)"
		    " VALUES ('complet', '2020-01-01', '2020-01-01', 'fait')"));
	t_member(paris, new, "membre");
	t_settle(new);
	leave = desinscription_new(&t, benp, "invitation");
	while (notif_spread(&t))
		;
}

void
choses(int64_t author)
{
	t_store();
	t_member(lille, coop, "coordination");
	asked_for(author);
	written(author);
	planned(author);
	as(author);
	send("/messages/nouveau", at("a=%" PRId64 "&titre=&texte=Chut", benp), 303);
	send("/annuaire/segments/nouveau",
		"g0=toutes&s1=ville&p1=0&o1=rempli&faire=garder&nom=Autre&partage=prive", 303);
	send(groupes_at(paris, "/recherche"), "q=barnum&faire=garder", 303);
	send("/compte/jetons", "nom=Tableur", 200);
	as(adm);
	send("/lettres/nouvelle", "objet=Bilan&audience=public:siege", 303);
	send(at("/contacts/%" PRId64 "/notes", benp), "texte=A+rappeler&niveau=siege", 303);
	send("/etiquettes/nouvelle", "nom=Fiable&famille=1", 303);
	send("/imports/lot?tout=1&champ=bio", "valeur=Bonjour&mode=1", 303);
	send("/admin/demandes/nouvelle",
		at("genre=effacement&nom=Paul&adresse=&voie=lettre&recue_le=%s",
			text_iso_at(&t.mem, clock_now())),
		303);
	come();
}

const char *
chose(const char *name)
{
	int n = (int) strcspn(name, ".");

	if (*name == '=' || *name == '\0')
		return *name == '=' ? name + 1 : "";
	if (strcmp(name, "groupe") == 0)
		return at("%" PRId64, paris);
	if (strcmp(name, "desinscription") == 0)
		return leave;
	if (strcmp(name, "contact") == 0)
		return at("%" PRId64, benp);
	return at("%" PRId64,
		db_int(&t,
			db_composed(&t,
				at("SELECT MAX(%s) FROM `%.*s`",
					name[n] == '.' ? name + n + 1 : "id", n, name))));
}
