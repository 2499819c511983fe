/* compte.c - my account: password, devices */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "compte/compte.h"
#include "domain/compte/compte.h"
#include "domain/compte/invitation.h"
#include "domain/compte/tentative.h"
#include "domain/notifications/courriel.h"
#include "domain/socle/journal.h"
#include "net/lieu.h"
#include "net/live.h"
#include "web/demande_lien.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/session.h"

static const struct rule by_owner = { "mot_de_passe.actuel", 5, 300 };

/* "Firefox sous Linux", from what the browser says of itself. */
static const char *
device(struct req *r, const char *agent)
{
	static const char *const browsers[][2] = { { "Edg", "Edge" }, { "OPR/", "Opera" },
		{ "Firefox/", "Firefox" }, { "FxiOS", "Firefox" }, { "CriOS", "Chrome" },
		{ "Chrome/", "Chrome" }, { "Safari/", "Safari" }, { NULL } };
	static const char *const systems[][2] = { { "iPhone", "iPhone" }, { "iPad", "iPad" },
		{ "Android", "Android" }, { "Windows", "Windows" }, { "Mac OS X", "macOS" },
		{ "CrOS", "ChromeOS" }, { "Linux", "Linux" }, { NULL } };
	const char *browser = NULL, *system = NULL;

	for (size_t i = 0; browsers[i][0] != NULL && browser == NULL; i++)
		if (strstr(agent, browsers[i][0]) != NULL)
			browser = browsers[i][1];
	for (size_t i = 0; systems[i][0] != NULL && system == NULL; i++)
		if (strstr(agent, systems[i][0]) != NULL)
			system = systems[i][1];
	if (browser == NULL && system == NULL)
		return *agent != '\0' ? "Un programme" : "";
	return arena_printf(&r->mem, "%s%s%s", browser != NULL ? browser : "Un navigateur",
		system != NULL ? " sous " : "", system != NULL ? system : "");
}

/* Replace the moments of a list by words, under WORDS. */
static void
say_when(struct req *r, struct row *row, const char *column, const char *words)
{
	const char *utc = row_text(row, column);

	if (*utc != '\0')
		row_say(row, words, text_when(&r->mem, clock_parse(utc), clock_now()));
}

/* As many as the page has room for: this one, then the last used; the others are counted. */
enum { SESSIONS = 15 };

static void
say_sessions(struct req *r)
{
	db_list(r, "sessions",
		SQL("SELECT LOWER(LEFT(HEX(empreinte), 16)) AS id, appareil, adresse, cree_le,"
		    " vu_le, empreinte = COALESCE(UNHEX(?), '') AS ici FROM session"
		    " WHERE contact_id = ? AND expire_le > UTC_TIMESTAMP()"
		    " ORDER BY ici DESC, vu_le DESC LIMIT ?"),
		S(r->user.session), I(r->user.id), I(SESSIONS));
	say_int(r, "Sessions.autres",
		db_int(r,
			SQL("SELECT GREATEST(COUNT(*) - ?, 0) FROM session WHERE contact_id = ?"
			    " AND expire_le > UTC_TIMESTAMP()"),
			I(SESSIONS), I(r->user.id)));
	for (struct row *s = row_first(r, "sessions"); s != NULL; s = row_next(s)) {
		row_say(s, "appareil", device(r, row_text(s, "appareil")));
		row_say(s, "lieu", lieu_of(&r->mem, row_text(s, "adresse")));
		say_when(r, s, "vu_le", "vue");
		say_when(r, s, "cree_le", "ouverte");
	}
}

/* Came by a link just now: who can read her mail may choose a password without the old one. */
static bool
by_link(struct req *r)
{
	return db_int(r,
		       SQL("SELECT par_lien AND cree_le > UTC_TIMESTAMP() - INTERVAL 30 MINUTE"
			   " FROM session WHERE empreinte = UNHEX(?)"),
		       S(r->user.session)) != 0;
}

int
compte_show(struct req *r)
{
	db_one(r, "compte",
		SQL("SELECT c.id, c.email, co.mot_de_passe IS NOT NULL AS mot_de_passe,"
		    " co.totp IS NOT NULL AS second_facteur, co.role, co.cree_le, co.vu_le"
		    " FROM contact c LEFT JOIN compte co ON co.contact_id = c.id WHERE c.id = ?"),
		I(r->user.id));
	say(r, "compte.export", "/compte/donnees");
	say(r, "compte.effacement", "/compte/effacement");
	say_int(r, "compte.par_lien", by_link(r));
	say_int(r, "compte.invite", invitation_may(r));
	say_sessions(r);
	compte_tokens(r);
	title(r, "Mon compte");
	return page(r, "compte/index.cs");
}

static void
tell_by_mail(struct req *r)
{
	const char *email =
		db_string(r, SQL("SELECT email FROM contact WHERE id = ?"), I(r->user.id));

	say(r, "Courriel.prenom", r->user.prenom);
	courriel_queue(r, r->user.id, email, "mot_de_passe");
}

/* Does the person prove that she is the owner?  By the old password, or by a fresh link. */
static bool
proved(struct req *r, const char *old)
{
	if (by_link(r) ||
		!db_int(r, SQL("SELECT mot_de_passe IS NOT NULL FROM compte WHERE contact_id = ?"),
			I(r->user.id)))
		return true;
	return *old != '\0' && compte_verify(r, r->user.id, old);
}

static int
compte_change_password(struct req *r)
{
	const char *old = "", *password = "", *why,
		   *me = arena_printf(&r->mem, "%lld", (long long) r->user.id);
	const struct field fields[] = { { "actuel", TEXT(&old), SECRET, .max = 1000 },
		{ "mot_de_passe", TEXT(&password), REQUIRED | SECRET, .max = 1000 }, { 0 } };
	long wait = tentative_wait(r, &by_owner, me);

	if (r->bearer != NULL)
		return forbidden(r);
	if (wait > 0)
		return demande_lien_too_many(r, wait);
	form_read(r, fields);
	if (!r->invalid && (why = compte_refused(r, r->user.id, password)) != NULL)
		form_error(r, "mot_de_passe", why);
	if (!r->invalid && !proved(r, old)) {
		tentative_count(r, &by_owner, me);
		r->keep = true;
		form_error(r, "actuel",
			"Ce n’est pas votre mot de passe actuel. Oublié\u202F? Entrez par un lien"
			" reçu"
			" par courriel.");
	}
	if (r->invalid)
		return compte_show(r);
	compte_create(r, r->user.id);
	compte_password(r, r->user.id, password);
	session_close_others(r, r->user.id);
	tell_by_mail(r);
	journal(r, "compte.mot_de_passe", r->user.id, NULL, NULL);
	return redirect(r, "/compte?fait=mot-de-passe");
}

static int
compte_close_session(struct req *r)
{
	const char *id = r->caught[0];

	if (strlen(id) != 16 || strspn(id, "0123456789abcdef") != 16 ||
		db_exec(r,
			SQL("DELETE FROM session WHERE contact_id = ?"
			    " AND SUBSTRING(empreinte, 1, 8) = UNHEX(?)"),
			I(r->user.id), S(id)) == 0)
		return not_found(r);
	live_end_person(r, r->user.id);
	journal(r, "compte.session_fermee", r->user.id, NULL, NULL);
	return redirect(r, "/compte?fait=session");
}

static int
compte_close_others(struct req *r)
{
	session_close_others(r, r->user.id);
	journal(r, "compte.sessions_fermees", r->user.id, NULL, NULL);
	return redirect(r, "/compte?fait=sessions");
}

/* Stop reading as somebody else. */
static int
compte_as_end(struct req *r)
{
	db_exec(r, SQL("UPDATE session SET comme_id = NULL WHERE empreinte = UNHEX(?)"),
		S(r->user.session));
	if (r->user.by != 0) {
		int64_t seen = r->user.id;

		r->user.id = r->user.by; /* the journal names who did it */
		journal(r, "droit.voir_comme_fin", seen, NULL, NULL);
	}
	return redirect(r, "/admin/droits");
}

static const struct route routes[] = {
	{ POST, "comme/fin", PROSPECT, compte_as_end },
	{ GET, "", PROSPECT, compte_show },
	{ POST, "mot_de_passe", PROSPECT, compte_change_password },
	{ POST, "sessions/fermer", PROSPECT, compte_close_others },
	{ POST, "sessions/:id/fermer", PROSPECT, compte_close_session },
	{ 0 },
};

extern const struct route compte_charte_routes[], compte_donnees_routes[], compte_droits_routes[],
	compte_facteur_routes[], compte_invitations_routes[], compte_jetons_routes[];

const struct area compte_area = { "compte",
	ROUTES(routes, compte_charte_routes, compte_donnees_routes, compte_droits_routes,
		compte_facteur_routes, compte_invitations_routes, compte_jetons_routes),
	EVEN_HELD | PRIVE };
