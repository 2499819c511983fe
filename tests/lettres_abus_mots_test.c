/* lettres_abus_mots_test.c - letters against words, names and fields that no form sends,
 * against links and mails that come back */

#include <inttypes.h>

#include "brouillon.h"
#include "base/conf.h"
#include "domain/lettres/lettre.h"
#include "domain/lettres/lettre_envoi.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/notifications/rebond.h"
#include "domain/objets/fichier.h"
#include "net/mail_write.h"

/* No word of a letter makes a mark of what is personal. */
TEST(lettres_abus_words_make_no_marks)
{
	static const char *const tries[] = { "&#xE000;jeton&#xE001;", "&#57344;jeton&#57345;",
		"\xEE\x80\x80jeton\xEE\x80\x81", "[x](https://a.example/?&#xE000;jeton&#xE001;)",
		"<b>\xEE\x80\x80pres\xEE\x80\x81</b>" };
	struct destinataire who = { .envoi = 77, .adresse = "a@b.org", .prenom = "Zoe" };
	struct rendu of, without, hers;

	a_letter();
	check(lettre_render(&t, brouillon, &without));
	for (unsigned i = 0; i < sizeof tries / sizeof *tries; i++) {
		const char *token = lettre_jeton(&t, JETON_LIEN, 77), *end;
		int n = 0;

		db_exec(&t, SQL("UPDATE lettre_bloc SET texte = ? WHERE lettre_id = ?"),
			S(tries[i]), I(brouillon));
		check(lettre_render(&t, brouillon, &of));
		lettre_personal(&t, &of, &who, &hers);
		for (end = hers.html; (end = strstr(end, token)) != NULL; end += 10)
			n++;
		t_check(n == 1, __FILE__, __LINE__, at("%s: %d", tries[i], n));
	}
}

/* A name of the CRM, or a subject, adds no header; each line is one that servers take. */
TEST(lettres_abus_names_and_subjects_add_no_header)
{
	static const char *const names[] = { "Zoe\r\nBcc: x@y.org", "\r\n\r\n<script>", "😀",
		"=?utf-8?Q?a?=", "\x01\x02" };
	struct rendu of, hers;

	a_letter();
	db_exec(&t, SQL("UPDATE objet SET titre = ? WHERE id = ?"),
		S("Bonjour {prenom} — été 😀 ﬁn"), I(brouillon));
	check(lettre_render(&t, brouillon, &of));
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		struct destinataire who = { 77, benp, "elodie@exemple.org", names[i], "" };
		const char *mail, *end, *line;

		lettre_personal(&t, &of, &who, &hers);
		mail = lettre_mail(&t, &hers, &who);
		end = strstr(mail, "\r\n\r\n");
		check(end != NULL);
		check(strstr(at("%.*s", (int) (end - mail), mail), "\r\nBcc") == NULL);
		check(strstr(hers.html, "<script>") == NULL);
		for (line = mail; (end = strstr(line, "\r\n")) != NULL; line = end + 2)
			if (end - line > 998)
				check(!"a line of more than 998");
	}
}

/* What is no address goes nowhere; an international domain is one. */
TEST(lettres_abus_addresses_that_are_none)
{
	static const char *const bad[] = { "", "@", "a@", "@b", "a b@c.org", "a@b@c.org",
		"<a@b.org>", "a@b.org,c@d.org", "a@b.org\r\nRCPT TO:<x@y.org>", "\"a b\"@c.org",
		"a@b.org\x01", "\xFF@b.org" };

	for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++)
		t_check(!mail_address_ok(bad[i]), __FILE__, __LINE__, bad[i]);
	check(mail_address_ok("élo@exemple.org") && mail_address_ok("elo@éxemple.org"));
}

TEST(lettres_abus_long_and_strange_fields_are_refused_or_kept_whole)
{
	static const char *const bad[] = { "objet=", "objet=%0A", "objet=a%0D%0ABcc:+x@y.org",
		"objet=%C3%A9&audience=public:groupe-%C3%A9", "objet=a&audience=segment:-1",
		"objet=a&audience=segment:99999999999999999999",
		"objet=a&audience=public:", "objet=a&depuis=-1", "objet=a&depuis=%C3%A9" };
	char *mega = arena_alloc(&t.mem, 1000001);

	a_letter();
	memset(mega, 'x', 1000000);
	mega[1000000] = '\0';
	as(sal);
	for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++) {
		int64_t before = last();
		int status = post("/lettres/nouvelle", bad[i]);

		t_check(status == 422 && last() == before, __FILE__, __LINE__,
			at("%s: %d", bad[i], status));
	}
	check(post("/lettres/nouvelle", at("objet=%s", mega)) == 422);
	check(post(draft("/blocs"), at("genre=texte&texte=%s", mega)) == 422);
	check(post(draft("/blocs"), at("genre=image&alt=%s", mega)) == 422);
	check(post(draft("/blocs"), at("genre=bouton&texte=a&lien=/%s", mega)) == 422);
	check(post(draft("/blocs"), "genre=texte&texte=a%00b") == 400);
	check(post(draft("/blocs"), "genre=titre&genre=texte&texte=a%0Ab") == 422);
	check(post(draft("/blocs"), "genre=pres&place=-9") == 303);
	check(post(draft("/blocs"), "genre=pres&place=9223372036854775807") == 303);
	check(db_int(&t,
		      SQL("SELECT MAX(place) = 3 AND COUNT(DISTINCT place) = 3 FROM lettre_bloc"
			  " WHERE lettre_id = ?"),
		      I(brouillon)) == 1);
}

/* ---- links and mails that come back ---- */

static int64_t
sent_to(int64_t who)
{
	db_exec(&t, SQL("UPDATE lettre SET etat = 'en_cours', total = 1, envoyes = 1 WHERE id = ?"),
		I(brouillon));
	return db_insert(&t,
		SQL("INSERT INTO lettre_envoi (lettre_id, contact_id, adresse, etat, du_le)"
		    " SELECT ?, id, email, 'envoye', UTC_TIMESTAMP() FROM contact WHERE id = ?"),
		I(brouillon), I(who));
}

static int64_t
figure(const char *column)
{
	return db_int(&t,
		db_composed(
			&t, at("SELECT %s FROM lettre WHERE id = %" PRId64, column, brouillon)));
}

static int64_t
refusals(int64_t who)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM refus_courriel WHERE contact_id = ?"), I(who));
}

/* No token of another use, of another site, cut or turned leaves anything; nor does reading. */
TEST(lettres_abus_links_leave_by_their_own_token_alone)
{
	static const char *const bad[] = { "apercu", "0", "%00", "..", "%C3%A9",
		"ffffffffffffffffffffffffffffffffffffffffff" };
	const char *jeton;
	int64_t envoi;

	a_letter();
	envoi = sent_to(benp);
	jeton = lettre_jeton(&t, JETON_LIEN, envoi);
	as(0);
	t_nobody();
	for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++)
		check(post_raw(at("/public/lettres/%s", bad[i]), "sorte=info") >= 400);
	check(post_raw(at("/public/lettres/%.41s", jeton), "") == 404);
	check(post_raw(at("/public/lettres/%s0", jeton), "") == 404);
	for (int use = 0; use < 128; use++)
		if (use != JETON_LIEN)
			check(post_raw(at("/public/lettres/%s", lettre_jeton(&t, use, envoi)),
				      "") == 404);
	for (int i = 0; i < 3; i++)
		check(get(at("/public/lettres/%s", jeton)) == 200);
	check(get(at("/public/lettres/%s.json", jeton)) == 200);
	check_hides("elodie@exemple.org");
	check(refusals(benp) == 0 && figure("desinscrits") == 0);
	check(post_raw(at("/public/lettres/%s", jeton),
		      "sorte=info&sorte=info&sorte=%C3%A9&sorte=&sorte=-1") == 200);
	check(refusals(benp) == 1 && figure("desinscrits") == 1);
}

static int64_t envoi_of_race;

static void
unsubscribe_races(void)
{
	struct racer both[2];
	const char *path, *back;
	int status[2];

	db_begin(false);
	a_letter();
	envoi_of_race = sent_to(benp);
	path = at("/public/lettres/%s", lettre_jeton(&t, JETON_LIEN, envoi_of_race));
	both[0] = both[1] = (struct racer) { 0, path, "" };
	t_race(both, JOURNAL, status);
	check(status[0] == 2 && status[1] == 2);
	check(refusals(benp) == 1 && figure("desinscrits") == 1);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM courriel WHERE genre ="
			  " 'desinscription_faite'")) == 1);
	back = db_string(&t,
		SQL("SELECT CONCAT('/public/avec-courriel/', REGEXP_SUBSTR(texte,"
		    " '(?<=avec-courriel/)[0-9a-f]+')) FROM courriel WHERE genre ="
		    " 'desinscription_faite'"));
	both[0] = both[1] = (struct racer) { 0, at("%s", back), "" };
	t_race(both, JOURNAL, status);
	check(status[0] == 2 && status[1] == 2);
	check(refusals(benp) == 0 && figure("desinscrits") == 0);
}

TEST(lettres_abus_two_who_leave_or_undo_at_once)
{
	t_apart(unsubscribe_races);
}

static bool
comes(const char *mail)
{
	return rebond_take(&t, arena_strdup(&t.mem, mail), strlen(mail));
}

#define REPORT \
	"\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status;" \
	" boundary=b\n\n--b\n\nperdu\n--b\nContent-Type: message/delivery-status\n\n" \
	"Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; %s\nAction: failed\n" \
	"Status: 5.1.1\n--b--\n"

/* What bounces without the sealed return path marks nobody; nor does what is broken. */
TEST(lettres_abus_forged_returns_mark_nobody)
{
	int64_t envoi;
	const char *deep = "";

	a_letter();
	conf.mail_bounce = "rebonds@lettres.example.org";
	envoi = sent_to(benp);
	check(!comes(at("From: <>\nTo: rebonds@lettres.example.org\nSubject: x" REPORT,
		"elodie@exemple.org")));
	check(!comes(at("From: <>\nTo: rebonds+%s@lettres.example.org\nSubject: x" REPORT,
		lettre_jeton(&t, JETON_LIEN, envoi), "elodie@exemple.org")));
	check(!comes(at("From: <>\nTo: rebonds+%s@lettres.example.org\nSubject: x" REPORT,
		"ffffffffffffffffffffffffffffffffffffffffff", "elodie@exemple.org")));
	check(!comes(""));
	check(!comes("\n\n\n"));
	check(!comes("From: <>\nContent-Type: multipart/report; boundary=\"\"\n\n--\n----\n"));
	for (int i = 0; i < 300; i++)
		deep = at("%sContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", deep, i, i);
	check(!comes(deep));
	check(figure("rebonds") == 0 && figure("plaintes") == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM adresse_erreur")) == 0);
	check(comes(at("From: <>\nTo: rebonds+%s@lettres.example.org\nSubject: x" REPORT,
		lettre_jeton(&t, JETON_RETOUR, envoi), "autre@exemple.org")));
	check(figure("rebonds") == 1);
}

/* What says that it is a picture and is none is in no letter. */
TEST(lettres_abus_what_is_no_picture_is_not_shown)
{
	int64_t page, svg;

	a_letter();
	t_store();
	as(sal);
	page = fichier_store_bytes(
		&t, "photo.jpg", "<html><script>alert(1)</script>", 31, brouillon);
	svg = fichier_store_bytes(
		&t, "photo.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", 41, brouillon);
	check(post(draft("/blocs"), at("genre=image&alt=x&piece=%" PRId64, page)) == 422);
	check(post(draft("/blocs"), at("genre=image&alt=x&piece=%" PRId64, svg)) == 422);
	as(0);
	t_nobody();
	check(get(at("/public/images/%s", lettre_jeton(&t, JETON_IMAGE, page))) == 404);
	check(get(at("/public/images/%s", lettre_jeton(&t, JETON_IMAGE, svg))) == 404);
}

/* Words that are being corrected are nobody's to read yet. */
TEST(lettres_abus_what_is_corrected_is_not_read_before)
{
	a_letter();
	as(adm);
	check(post(draft("/envoyer"), "") == 303);
	db_exec(&t,
		SQL("UPDATE lettre SET etat = 'pause', commence_le = UTC_TIMESTAMP(),"
		    " total = 2, envoyes = 1 WHERE id = ?"),
		I(brouillon));
	lettre_follow(&t, brouillon);
	as(benp);
	check(get(draft("")) == 200);
	as(sal);
	check(post(draft("/contenu"), "objet=Un+Mirabelle&apercu=Quetsche&sorte=info") == 303);
	check(post(draft("/blocs"), "genre=texte&texte=Reineclaude") == 303);
	as(benp);
	check(get(draft("")) == 200);
	check_hides("Mirabelle");
	check_hides("Quetsche");
	check_hides("Reineclaude");
	check(get("/lettres") == 200);
	check_hides("Mirabelle");
	check_hides("Quetsche");
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM recherche WHERE objet_id = ?"
			  " AND CONCAT(titre, corps) REGEXP 'irabelle|uetsche|eineclaude'"),
		      I(brouillon)) == 0);
	as(adm);
	check(get(draft("/contenu")) == 200);
	check_says("Mirabelle");
	t.user.id = adm;
	check(lettre_correct(&t, brouillon) == NULL);
	t.user.id = 0;
	as(benp);
	check(get("/lettres") == 200);
	check_says("Mirabelle");
}
