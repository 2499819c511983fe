/* reponse.c - signed addresses of answers, and the answers that come there
 *
 * What is refused, and each file that cannot be kept, is told to the address that the person has
 * here, never to that of the mail, some an hour at most; machines are never answered.  So no loop
 * is possible and nobody else gets mail by it.
 */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/compte/compte.h"
#include "domain/messages/conversation.h"
#include "domain/messages/message.h"
#include "domain/messages/reponse.h"
#include "domain/messages/siege.h"
#include "domain/notifications/courriel.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/notifications/retour.h"
#include "domain/objets/fichier.h"
#include "domain/socle/genre.h"
#include "domain/socle/reglage.h"
#include "net/mail_read.h"

enum { REFUSALS = 20 };

/* What an answer is to: read out of its address; and what of it can be kept. */
struct but {
	int64_t conversation, contact;
	int64_t lettre; /* the letter that she answers, and no conversation; 0: none */
	const char *sujet;
	const char *email; /* of contact */
	struct upload files[MAIL_IN_JOINTS];
	unsigned n_files;
	struct perdu lost[MAIL_IN_JOINTS + ENTRANT_PERDUS];
	unsigned n_lost;
};

/* Is that where a letter is answered that was sent to somebody?  Then both are B's. */
static bool
read_letter(struct req *r, const char *address, struct but *b)
{
	int64_t envoi = lettre_adresse_read(r, JETON_REPONSE, conf.mail_reply, address);

	return envoi != 0 &&
		db_read(r,
			SQL("SELECT v.lettre_id, v.contact_id, o.titre FROM lettre_envoi v"
			    " JOIN objet o ON o.id = v.lettre_id"
			    " WHERE v.id = ? AND v.contact_id IS NOT NULL"),
			INTO(TO(&b->lettre), TO(&b->contact), TO(&b->sujet)), I(envoi));
}

/* Is that an address of ours, rightly signed? */
static bool
read_address(struct req *r, const char *address, struct but *b)
{
	const char *at = strrchr(conf.mail_reply, '@');
	size_t n = (size_t) (at - conf.mail_reply);
	char *end;

	if (read_letter(r, address, b))
		return true;
	if (strncasecmp(address, conf.mail_reply, n) != 0 || address[n] != '+')
		return false;
	b->conversation = strtoll(address + n + 1, &end, 10);
	if (*end != '-')
		return false;
	b->contact = strtoll(end + 1, &end, 10);
	if (*end != '-' || strlen(end + 1) < RETOUR_SIGN ||
		strcasecmp(end + 1 + RETOUR_SIGN, at) != 0)
		return false;
	return retour_signed(r, b->conversation, b->contact, end + 1);
}

/* The first time that this mail comes?  Mailboxes give the same one twice. */
static bool
is_new(struct req *r, const struct mail_in *m, const char *bytes, size_t n)
{
	const char *what = *m->id != '\0' ? arena_printf(&r->mem, "%s %s", m->from, m->id) :
					    sha256_hex(&r->mem, bytes, n);

	return db_exec(r,
		       SQL("INSERT IGNORE INTO courriel_recu (empreinte, recu_le, suite)"
			   " VALUES (?, ?, 'pris')"),
		       S(sha256_hex(&r->mem, what, strlen(what))),
		       S(clock_sql(&r->mem, clock_now()))) > 0;
}

/* Who answers becomes who asks.  False: she may not enter any more. */
static bool
become(struct req *r, struct but *b)
{
	int acces;

	if (!db_read(r,
		    SQL("SELECT prenom, nom, email, acces FROM contact WHERE id = ? AND acces > 0"),
		    INTO(TO(&r->user.prenom), TO(&r->user.nom), TO(&b->email), TO(&acces)),
		    I(b->contact)))
		return false;
	r->user.id = b->contact;
	r->user.level = (enum access) acces;
	return true;
}

/* Sort what came: files that are taken, and what is not with the reason. */
static void
sort_files(struct req *r, struct but *b, const struct mail_in *m)
{
	for (unsigned i = 0; i < m->n_joints; i++) {
		const struct joint *j = &m->joints[i];
		struct upload u = fichier_upload(r, j->nom, j->bytes, j->n);
		const char *why = fichier_refused(r, &u);

		if (why == NULL)
			b->files[b->n_files++] = u;
		else
			b->lost[b->n_lost++] = (struct perdu) { j->nom, why };
	}
	for (unsigned i = 0; i < m->n_perdus; i++)
		b->lost[b->n_lost++] = m->perdus[i];
}

/* Tell the person herself, by the mail GENRE, WHY and what was lost; not for ever.  False: not any
 * more. */
static bool
tell(struct req *r, const struct but *b, const char *genre, const char *why)
{
	if (db_int(r,
		    SQL("SELECT COUNT(*) FROM courriel WHERE contact_id = ?"
			" AND genre IN ('reponse_refusee', 'reponse_incomplete')"
			" AND cree_le > ?"),
		    I(b->contact), S(clock_sql(&r->mem, clock_now() - 3600))) >= REFUSALS)
		return false;
	unsay(r, "Courriel");
	say(r, "Courriel.prenom", r->user.prenom);
	say(r, "Courriel.raison", why);
	say(r, "Courriel.lien",
		b->lettre != 0 ? "/messages/siege" :
				 arena_printf(&r->mem, "/messages/%" PRId64, b->conversation));
	for (unsigned i = 0; i < b->n_lost; i++) {
		say(r, arena_printf(&r->mem, "Courriel.perdus.%u.nom", i), b->lost[i].nom);
		say(r, arena_printf(&r->mem, "Courriel.perdus.%u.raison", i), b->lost[i].raison);
	}
	courriel_queue(r, b->contact, b->email, genre);
	return true;
}

/* Is it her address?  One that opens the door by sign-in opens it by mail. */
static bool
is_hers(struct req *r, const struct but *b, const char *from)
{
	struct compte_personne people[PERSONNES];
	int n;

	if (strcasecmp(from, b->email) == 0)
		return true;
	n = compte_people(r, from, people);
	for (int i = 0; i < n; i++)
		if (people[i].id == b->contact)
			return true;
	return false;
}

/* The same of the conversation alone: she may still write there. */
static const char *
closed(struct req *r, const struct but *b)
{
	if (b->lettre != 0)
		return NULL;
	if (!conversation_say(r, b->conversation) ||
		strcmp(said(r, "conversation.participe"), "1") != 0)
		return "vous ne faites plus partie de cette conversation";
	if (strcmp(said(r, "conversation.reponses"), "auteur") == 0 &&
		*said(r, "conversation.cree_par") == '\0')
		return "la personne qui vous écrivait n’est plus là";
	return NULL;
}

/* Why that answer cannot be taken, in a sentence; NULL: it can. */
static const char *
reason(struct req *r, struct but *b, const struct mail_in *m)
{
	const char *why;

	if (!is_hers(r, b, m->from))
		return "elle vient d’une autre adresse que la vôtre";
	if ((why = closed(r, b)) != NULL)
		return why;
	if (text_length(m->texte) > MESSAGE_LONG)
		return "elle est trop longue\u00A0: 20 000 caractères au plus";
	if (message_pace(r) != NULL)
		return "vous avez écrit beaucoup de messages en peu de temps";
	sort_files(r, b, m);
	if (*m->texte == '\0' && b->n_files == 0)
		return b->n_lost > 0 ?
			"rien de ce qu’elle contenait n’a pu être gardé" :
			"elle ne contenait aucun texte, hors de ce qu’elle cite\u202F; écrivez"
			" au-dessus";
	return NULL;
}

/* A sending whose answers are for its author: the answer goes there. */
static int64_t
place(struct req *r, const struct but *b)
{
	int64_t author = said_id(r, "conversation.cree_par");

	if (b->lettre != 0)
		return siege_answer(
			r, text_cut(&r->mem, arena_printf(&r->mem, "Re\u00a0: %s", b->sujet), 200));
	if (strcmp(said(r, "conversation.reponses"), "auteur") == 0 && author != 0 &&
		author != r->user.id)
		return conversation_between(r, author);
	if (strcmp(said(r, "conversation.genre"), "siege") == 0)
		siege_follow(r, b->conversation);
	return b->conversation;
}

static void
take(struct req *r, const struct but *b, const struct mail_in *m)
{
	int64_t where = place(r, b);
	int64_t id = message_send(r,
		&(struct envoi) { where,
			*m->texte != '\0'      ? m->texte :
				b->n_files > 1 ? "(fichiers joints)" :
						 "(fichier joint)",
			"courriel" });

	for (unsigned i = 0; i < b->n_files; i++)
		message_attach(r, id, fichier_store(r, &b->files[i], where));
	if (b->lettre != 0)
		db_exec(r, SQL("UPDATE lettre SET reponses = reponses + 1 WHERE id = ?"),
			I(b->lettre));
}

/* The kind of that objet, if it takes answers itself. */
static const struct genre *
answered(struct req *r, int64_t objet_id)
{
	const char *name = db_string(r, SQL("SELECT genre FROM objet WHERE id = ?"), I(objet_id));
	const struct genre *g = name != NULL ? genre_find(name) : NULL;

	return g != NULL && g->repond != NULL ? g : NULL;
}

/* Take a mail that came in, in the transaction under way: as a message of who answers, or with a
 * polite refusal to her, or not at all. */
enum reponse
reponse_take(struct req *r, const char *bytes, size_t n)
{
	struct mail_in m;
	struct but b = { 0 };
	const char *why;
	const struct genre *kind;
	bool ours = false;

	if (conf.mail_reply == NULL || strrchr(conf.mail_reply, '@') == NULL ||
		!mail_read(&r->mem, bytes, n, &m))
		return REPONSE_IGNOREE;
	for (unsigned i = 0; i < m.n_to && !ours; i++)
		ours = read_address(r, m.to[i], &b);
	kind = ours ? answered(r, b.conversation) : NULL;
	if (!ours || (m.automatic && kind == NULL) || !is_new(r, &m, bytes, n) || !become(r, &b))
		return REPONSE_IGNOREE;
	if (kind != NULL) /* a calendar answers for her: nobody is answered */
		return is_hers(r, &b, m.from) && kind->repond(r, b.conversation, &m) ?
			REPONSE_PRISE :
			REPONSE_IGNOREE;
	if ((why = reason(r, &b, &m)) != NULL)
		return tell(r, &b, "reponse_refusee", why) ? REPONSE_REFUSEE : REPONSE_IGNOREE;
	take(r, &b, &m);
	if (b.n_lost > 0)
		tell(r, &b, "reponse_incomplete", "");
	return REPONSE_PRISE;
}
