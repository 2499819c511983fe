/* entrant_test.c - mails as programs send them: their files, what is told as lost */

#include <stdio.h>

#include "base/charset.h"
#include "base/conf.h"
#include "lettres.h"

#define HEX "205a6f707e79a08e9c287b0858a2cef4"
#define LINK "http://127.0.0.1/public/sans-courriel/" HEX
#define PNG \
	"iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMwaAjAihiGlgQA+jBAAcsE" \
	"/yMAAAAASUVORK5CYII=\n"

/* Whatever folders the sender's machine keeps them in. */
TEST(entrant_names_of_files_hold_no_folder)
{
	static const char *const names[][2] = { { "C:\\\\Users\\\\ines\\\\plan.pdf", "plan.pdf" },
		{ "../../etc/plan.pdf", "plan.pdf" }, { "/home/ines/plan.pdf", "plan.pdf" },
		{ "dossier/..\\\\plan.pdf", "plan.pdf" }, { "dossier/", "piece-jointe-1.pdf" },
		{ "../..", "piece-jointe-1.pdf" }, { "..pdf", "piece-jointe-1.pdf" } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		lettre_mixte(arena_printf(&t.mem,
			"--b\nContent-Type: application/pdf\n"
			"Content-Disposition: attachment; filename=\"%s\"\n\n%%PDF\n--b--\n",
			names[i][0]));
		t_check(lue.n_joints == 1 && meme_texte(lue.joints[0].nom, names[i][1]), __FILE__,
			__LINE__, names[i][0]);
	}
	lettre_mixte(
		"--b\nContent-Type: application/pdf\n"
		"Content-Disposition: attachment; filename*=UTF-8''..%2F%C3%A9t%C3%A9%5Cplan.pdf\n"
		"\n%PDF\n--b--\n");
	check(lue.n_joints == 1 && meme_texte(lue.joints[0].nom, "plan.pdf"));
}

TEST(entrant_keeps_words_and_files_in_their_order)
{
	check(meme_texte(
		lettre_mixte(
			"--b\nContent-Type: text/plain; charset=utf-8\n\nVoici la salle :\n--b\n"
			"Content-Type: image/png; name=salle.png\n"
			"Content-Disposition: inline; filename=salle.png\n"
			"Content-Transfer-Encoding: base64\n\n" PNG
			"--b\nContent-Type: text/plain\n\n\nEt la date : mardi.\n--b--\n"),
		"Voici la salle :\n\nEt la date : mardi."));
	check(a_fichier("salle.png") && lue.n_joints == 1);
	check(meme_texte(
		lettre_mixte("--b\nContent-Type: text/plain\n\nOui.\n--b\n"
			     "Content-Type: text/plain; name=\"liste.txt\"\n"
			     "Content-Disposition: inline; filename=\"liste.txt\"\n\nA\n--b\n"
			     "Content-Type: text/html\n"
			     "Content-Disposition: attachment\n\n<p>B</p>\n--b\n"
			     "Content-Type: image/jpeg; name=photo\n\nx\n--b--\n"),
		"Oui."));
	check(a_fichier("liste.txt") && a_fichier("piece-jointe-2.html") && a_fichier("photo.jpg"));
	check(meme_texte(
		lettre_mixte(
			"--b\nContent-Type: text/plain\n\nJe te transmets.\n--b\n"
			"Content-Type: message/rfc822\n"
			"Content-Disposition: attachment; filename=\"devis.eml\"\n\n"
			"From: a@exemple.org\nSubject: =?UTF-8?Q?Devis_=C3=A9lectrique?=\n"
			"Content-Type: multipart/mixed; boundary=c\n\n"
			"--c\nContent-Type: text/plain\n\nLe devis est joint. " LINK "\n--c\n"
			"Content-Type: application/pdf; name=devis.pdf\n\n%PDF\n--c--\n\n--b--\n"),
		"Je te transmets."));
	check(a_fichier("devis.pdf") && a_fichier("devis.txt") && lue.n_perdus == 0);
	for (unsigned i = 0; i < lue.n_joints; i++)
		if (strcmp(lue.joints[i].nom, "devis.txt") == 0)
			check(strstr(lue.joints[i].bytes, "Objet : Devis électrique\n") != NULL &&
				strstr(lue.joints[i].bytes, "Le devis est joint.") != NULL &&
				strstr(lue.joints[i].bytes, HEX) == NULL);
}

TEST(entrant_tells_what_it_cannot_keep)
{
	const char *many = "";

	lettre_mixte("--b\nContent-Type: text/plain\n\nOui.\n--b\n"
		     "Content-Type: application/ms-tnef; name=winmail.dat\n\nx\n"
		     "--b\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nx\n--b\n"
		     "Content-Type: image/png; name=vide.png\n\n\n--b--\n");
	check(a_perdu("winmail.dat") && a_perdu("smime.p7m") && a_perdu("vide.png") &&
		lue.n_joints == 0);
	for (int i = 0; i < 23; i++)
		many = arena_printf(
			&t.mem, "%s--b\nContent-Type: text/plain; name=f%02d.txt\n\nx\n", many, i);
	lettre_mixte(arena_printf(&t.mem, "%s--b--\n", many));
	check(lue.n_joints == 20 && a_fichier("f00.txt") && a_fichier("f19.txt"));
	check(a_perdu("f20.txt") && a_perdu("f21.txt") && a_perdu("f22.txt") && lue.n_perdus == 3);
	lettre("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";"
	       " boundary=b",
		"--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\n"
		"Content-Type: application/octet-stream\n\nx\n--b--\n");
	check(a_perdu("le message chiffré"));
	lettre("Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b",
		"--b\nContent-Type: text/plain\n\nOui.\n--b\n"
		"Content-Type: application/pgp-signature; name=signature.asc\n\nx\n--b--\n");
	check(meme_texte(lue.texte, "Oui.") && lue.n_perdus == 0 && lue.n_joints == 0);
	many = "";
	for (int i = 0; i < 3000; i++)
		many = arena_printf(&t.mem, "%s--b\n\n%d\n", i % 100 == 0 ? "" : many, i);
	for (int i = 0; i < 5; i++)
		many = arena_printf(&t.mem, "%s%s%s", many, many, i == 0 ? "" : many);
	lettre_mixte(many);
	check(a_perdu("la suite du courriel"));
}

/* So many times. */
static const char *
times(const char *s, size_t n)
{
	size_t one = strlen(s);
	char *all = arena_alloc(&t.mem, one * n + 1);

	for (size_t i = 0; i < n; i++)
		memcpy(all + one * i, s, one);
	all[one * n] = '\0';
	return all;
}

/* A text may say the same again and again; and what is read of all parts together is bounded. */
TEST(entrant_tells_that_the_end_of_the_words_was_cut)
{
	const char *part;

	lettre("Content-Type: text/plain",
		times("Bonjour à toutes et à tous, et encore bonjour.\n", 6000));
	check(a_perdu("la fin du texte"));
	lettre("Content-Type: text/plain",
		times("Bonjour à toutes et à tous, et encore bonjour.\n", 600));
	check(lue.n_perdus == 0);
	part = arena_printf(
		&t.mem, "--b\nContent-Type: text/html\n\n%s\n", times("<b></b>\n", 80000));
	lettre_mixte(arena_printf(&t.mem,
		"--b\nContent-Type: text/plain\n\nUn.\n%s--b\nContent-Type: text/plain\n\nDeux.\n"
		"--b--\n",
		times(part, 4)));
	check(meme_texte(lue.texte, "Un.\nDeux.") && lue.n_perdus == 0);
	lettre_mixte(arena_printf(&t.mem,
		"--b\nContent-Type: text/plain\n\nUn.\n%s--b\nContent-Type: text/plain\n\nDeux.\n"
		"--b--\n",
		times(part, 8)));
	check(meme_texte(lue.texte, "Un.") && a_perdu("la fin du texte"));
	/* of two forms of the same words, the one that is taken is whole */
	lettre("Content-Type: multipart/alternative; boundary=b",
		arena_printf(&t.mem,
			"--b\nContent-Type: text/plain\n\nUn.\n--b\nContent-Type: text/html\n\n"
			"Un.%s\n--b--\n",
			times("<b></b>\n", 260000)));
	check(meme_texte(lue.texte, "Un.") && lue.n_perdus == 0);
}

TEST(entrant_tells_of_a_mail_that_is_too_big)
{
	size_t n = MAIL_IN_MAX + 10;
	char *big = arena_alloc(&t.mem, n + 1);

	memset(big, 'a', n);
	memcpy(big, "From: ines@exemple.org\nTo: r@essaim.example\n\n", 46);
	check(mail_read(&t.mem, big, n, &lue));
	check(meme_texte(lue.from, "ines@exemple.org") && lue.n_to == 1 && *lue.texte == '\0');
	check(a_perdu("le courriel entier"));
}

TEST(entrant_leaves_out_logos_and_keeps_pictures)
{
	static const char related[] = "Content-Type: multipart/related; boundary=b";
	static const char logo[] = "--b\nContent-Type: image/png; name=\"image001.png\"\n"
				   "Content-ID: <image001.png@01DB>\n"
				   "Content-Disposition: inline; filename=\"image001.png\"\n"
				   "Content-Transfer-Encoding: base64\n\n" PNG;

	check(meme_texte(
		lettre(related,
			arena_printf(&t.mem,
				"--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n"
				"Content-Type: text/plain\n\nOui.\n\n[cid:image001.png@01DB]\n\n"
				"--c\nContent-Type: text/html\n\n"
				"<p>Oui.</p><img src=\"cid:image001.png@01DB\">\n--c--\n%s--b--\n",
				logo)),
		"Oui."));
	check(lue.n_joints == 0 && lue.n_perdus == 0);
	/* shown by nothing: sent as a file */
	check(meme_texte(
		lettre(related,
			arena_printf(&t.mem,
				"--b\nContent-Type: text/html\n\n<p>Oui.</p>\n%s--b--\n", logo)),
		"Oui."));
	check(a_fichier("image001.png"));
	/* put into the words by Gmail */
	check(meme_texte(
		lettre(related,
			"--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n"
			"Content-Type: text/plain\n\nVoici\n[image: salle.png]\n"
			"--c\nContent-Type: text/html\n\n<p>Voici</p><img src=\"cid:ii_1\">\n"
			"--c--\n"
			"--b\nContent-Type: image/png; name=\"salle.png\"\nContent-ID: <ii_1>\n"
			"Content-Transfer-Encoding: base64\n\n" PNG "--b--\n"),
		"Voici"));
	check(a_fichier("salle.png"));
	/* nothing else came: that is the answer */
	check(meme_texte(lettre(related,
				 arena_printf(&t.mem,
					 "--b\nContent-Type: text/html\n\n"
					 "<img src=\"cid:image001.png@01DB\">\n%s--b--\n",
					 logo)),
		""));
	check(a_fichier("image001.png"));
	/* in what is quoted */
	lettre(related,
		"--b\nContent-Type: text/html\n\n<p>Oui.</p><blockquote type=cite><img"
		" src=\"cid:ii_1\"></blockquote>\n"
		"--b\nContent-Type: image/png; name=\"salle.png\"\nContent-ID: <ii_1>\n"
		"Content-Transfer-Encoding: base64\n\n" PNG "--b--\n");
	check(lue.n_joints == 0);
}

TEST(entrant_knows_what_machines_send)
{
	static const char *const machines[] = {
		"Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
		"Content-Type: multipart/report; report-type=delivery-status; boundary=b",
		"Content-Type: message/disposition-notification",
		"Auto-Submitted: auto-replied (zimbra; vacation)",
		"X-Autoreply: yes",
		"X-Vacation: 1",
		"Precedence: auto_reply",
		"Return-Path: <>",
	};
	static const char *const subjects[] = { "=?UTF-8?Q?R=C3=A9ponse_automatique_=3A_Salle?=",
		"Automatic reply: Salle", "Absence du bureau : Salle",
		"Undelivered Mail Returned to Sender" };

	for (size_t i = 0; i < sizeof machines / sizeof *machines; i++) {
		lettre(machines[i], "--b\n\nLu\n--b--\n");
		if (!lue.automatic)
			fprintf(stderr, "of %s\n", machines[i]);
		check(lue.automatic);
	}
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
		const char *all = arena_printf(
			&t.mem, "From: a@exemple.org\nSubject: %s\n\nAbsente", subjects[i]);

		check(mail_read(&t.mem, all, strlen(all), &lue) && lue.automatic);
	}
	lettre("Auto-Submitted: no", "Oui");
	check(!lue.automatic);
}
