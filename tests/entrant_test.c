/* entrant_test.c - mails as programs send them: their words, their files, what is told as lost */

#include <stdio.h>

#include "base/charset.h"
#include "base/conf.h"
#include "base/flowed.h"
#include "base/html_plain.h"
#include "base/markdown_plain.h"
#include "domain/objets/texte.h"
#include "net/mail_read.h"
#include "t.h"

#define HEX "205a6f707e79a08e9c287b0858a2cef4"
#define LINK "http://127.0.0.1/public/sans-courriel/" HEX
#define PNG \
	"iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMwaAjAihiGlgQA+jBAAcsE/yMAAAAASUVORK5CYII=\n"

static struct mail_in m;

/* A mail of these headers and body; its words. */
static const char *
mail(const char *headers, const char *body)
{
	const char *all = arena_printf(&t.mem,
		"From: =?UTF-8?Q?In=C3=A8s?= Belkacem <ines@exemple.org>\nTo: r@essaim.example\nSubject: Re: Salle\n"
		"MIME-Version: 1.0\n%s\n\n%s",
		headers, body);

	check(mail_read(&t.mem, all, strlen(all), &m));
	return m.texte;
}

static const char *
html(const char *body)
{
	return mail("Content-Type: text/html; charset=utf-8", body);
}

static const char *
mixed(const char *parts)
{
	return mail("Content-Type: multipart/mixed; boundary=b", parts);
}

static bool
is(const char *got, const char *want)
{
	if (strcmp(got, want) != 0)
		fprintf(stderr, "came:\n%s\ninstead of:\n%s\n", got, want);
	return strcmp(got, want) == 0;
}

/* Is there a file of that name? */
static bool
has(const char *nom)
{
	for (unsigned i = 0; i < m.n_joints; i++)
		if (strcmp(m.joints[i].nom, nom) == 0)
			return true;
	return false;
}

static bool
lost(const char *nom)
{
	for (unsigned i = 0; i < m.n_perdus; i++)
		if (strcmp(m.perdus[i].nom, nom) == 0 && *m.perdus[i].raison != '\0')
			return true;
	return false;
}

TEST(entrant_reads_pages_of_html_as_they_are_seen)
{
	check(is(
		html("<div dir=\"ltr\">Bonjour Agathe,<div>Je viens mardi.</div><div><br></div><div>In&egrave;s</div></div>"),
		"Bonjour Agathe,\nJe viens mardi.\n\nInès"));
	check(is(
		html("<p>M&ecirc;me heure&nbsp;: c&#39;est &laquo;&nbsp;o&ugrave;&nbsp;&raquo;&#8230; 5&nbsp;&euro; &#x1F44D;</p>"),
		"Même heure\u00a0: c'est «\u00a0où\u00a0»… 5\u00a0€ 👍"));
	check(is(
		html("<html><head><title>t</title><style>p > b {}</style></head><body><!-- p > b --><p>Oui.</p><!--[if mso]><p>MSO</p><![endif]--><script>x</script></body></html>"),
		"Oui."));
	check(is(
		html("<p>Voir <a href=\"https://exemple.org/a?b=1&amp;c=2\">le plan</a> et <a href=\"https://exemple.org/x\">https://exemple.org/x</a>, <a href=\"mailto:a@exemple.org?subject=x\">Paul</a>, <a href=\"mailto:a@exemple.org\">a@exemple.org</a>, <a href=\"javascript:x\">rien</a></p>"),
		"Voir le plan (https://exemple.org/a?b=1&c=2) et https://exemple.org/x, Paul (a@exemple.org), a@exemple.org, rien"));
	check(is(
		html("Listes<ul><li>Un</li><li>Deux</li></ul><ol><li>A</li><li><p>B</p></li></ol>Fin"),
		"Listes\n\n- Un\n- Deux\n\n1. A\n2. B\nFin"));
	check(is(
		html("<table><tr><td>Lundi</td><td>10 h</td></tr><tr><td>Mardi</td><td>14 h</td></tr></table>"),
		"Lundi 10 h\nMardi 14 h"));
	check(is(html("<pre>a  b\n  c</pre><p>un\n  deux<b>trois</b> <i>quatre</i></p>"),
		"a  b\n  c\n\nun deuxtrois quatre"));
	check(is(html("<p class=MsoNormal>Bonjour,</p><p class=MsoNormal>Oui.</p>"),
		"Bonjour,\nOui."));
	check(is(
		html("Oui <img src=\"x.png\" alt=\"👍\"><img src=y.png alt=\"Logo de la mairie\"><div style=\"display:none\">caché</div>"),
		"Oui 👍"));
}

TEST(entrant_cuts_what_pages_of_html_quote)
{
	static const char *const quotes[] = {
		"<blockquote type=\"cite\"><p>Bonjour</p></blockquote>",
		"<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">Le lun. 30 nov. 2026 à 09:16, Essaim &lt;<a href=\"mailto:e@essaim.example\">e@essaim.example</a>&gt; a écrit&nbsp;:<br></div><blockquote class=\"gmail_quote\" style=\"margin:0\">Bonjour<blockquote>encore</blockquote></blockquote></div>",
		"<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\" dir=\"ltr\"><b>De :</b> Essaim &lt;e@essaim.example&gt;<br><b>Envoyé :</b> lundi 30 novembre 2026 09:16<br><b>À :</b> Inès<br><b>Objet :</b> x</div><div>Bonjour</div>",
		"<p class=MsoNormal><b>De&nbsp;:</b> Essaim &lt;e@essaim.example&gt; <br><b>Envoyé&nbsp;:</b> lundi 30 novembre 2026 09:16<br><b>Objet&nbsp;:</b> x<o:p></o:p></p><p class=MsoNormal>Bonjour</p>",
		"<hr id=\"zwchr\"><div><b>De: </b>\"Essaim\" &lt;e@essaim.example&gt;<br><b>À: </b>\"Inès\"<br><b>Envoyé: </b>Lundi 30 Novembre 2026 09:16:42<br><b>Objet: </b>x<br></div><div>Bonjour</div>",
		"<div class=\"moz-cite-prefix\">Le 30/11/2026 à 09:16, Essaim a écrit&nbsp;:<br></div><blockquote type=\"cite\" cite=\"mid:x\"><pre>Bonjour\nA</pre></blockquote>",
		"<div class=\"protonmail_signature_block\">Envoyé avec Proton</div><div class=\"protonmail_quote\">Le lundi 30 novembre 2026 à 09:16, Essaim &lt;e@essaim.example&gt; a écrit :<br><blockquote class=\"protonmail_quote\">Bonjour</blockquote></div>",
		"<div id=\"AppleMailSignature\">Envoyé de mon iPhone</div><div><br>Le 30 nov. 2026 à 09:16, Essaim &lt;e@essaim.example&gt; a écrit :<br><br></div><blockquote type=\"cite\"><div>Bonjour</div></blockquote>",
		"<div id=\"ms-outlook-mobile-signature\">Envoyé à partir de <a href=\"https://aka.ms/x\">Outlook pour iOS</a></div>",
		"<div>Envoyé à partir de <a href=\"https://aka.ms/x\">Outlook pour iOS</a></div>",
		"<div class=\"gmail_signature\">Inès<br>06 39 98 00 00</div>",
		"<div>-- <br>Inès</div>",
	};

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		check(is(html(arena_printf(&t.mem,
				 "<html><body><div>Oui, je viens.</div>%s</body></html>",
				 quotes[i])),
			"Oui, je viens."));
	check(is(
		html("<blockquote type=cite>Tu viens ?</blockquote><div>Oui.</div><blockquote type=cite>Et lui ?</blockquote>Non."),
		"Oui.\nNon."));
	check(is(
		html("<p>Voici :</p><blockquote style=\"margin:0 0 0 40px;border:none;padding:0\">la salle</blockquote>"),
		"Voici :\n\nla salle"));
}

TEST(entrant_uses_the_page_where_the_plain_part_says_nothing)
{
	static const char alternative[] = "Content-Type: multipart/alternative; boundary=b";

	check(is(
		mail(alternative,
			"--b\nContent-Type: text/plain\n\n \n\n--b\nContent-Type: text/html\n\n<p>Oui.</p>\n--b--\n"),
		"Oui."));
	check(is(
		mail(alternative,
			"--b\nContent-Type: text/plain\n\nOui.\n--b\nContent-Type: text/html\n\n<p>Autre</p>\n--b--\n"),
		"Oui."));
	check(is(
		mail(alternative,
			"--b\nContent-Type: text/plain\n\nOui.\n--b\nContent-Type: multipart/mixed; boundary=c\n\n"
			"--c\nContent-Type: text/html\n\n<p>Oui.</p>\n--c\nContent-Type: application/pdf; name=plan.pdf\n"
			"Content-Disposition: inline; filename=plan.pdf\n\n%PDF\n--c--\n--b\n"
			"Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n--b--\n"),
		"Oui."));
	check(has("plan.pdf") && has("piece-jointe-2.ics") && m.n_perdus == 0);
}

/* Whatever folders the sender's machine keeps them in. */
TEST(entrant_names_of_files_hold_no_folder)
{
	static const char *const names[][2] = { { "C:\\\\Users\\\\ines\\\\plan.pdf", "plan.pdf" },
		{ "../../etc/plan.pdf", "plan.pdf" }, { "/home/ines/plan.pdf", "plan.pdf" },
		{ "dossier/..\\\\plan.pdf", "plan.pdf" }, { "dossier/", "piece-jointe-1.pdf" } };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		mixed(arena_printf(&t.mem,
			"--b\nContent-Type: application/pdf\n"
			"Content-Disposition: attachment; filename=\"%s\"\n\n%%PDF\n--b--\n",
			names[i][0]));
		t_check(m.n_joints == 1 && is(m.joints[0].nom, names[i][1]), __FILE__, __LINE__,
			names[i][0]);
	}
	mixed("--b\nContent-Type: application/pdf\n"
	      "Content-Disposition: attachment; filename*=UTF-8''..%2F%C3%A9t%C3%A9%5Cplan.pdf\n\n%PDF\n--b--\n");
	check(m.n_joints == 1 && is(m.joints[0].nom, "plan.pdf"));
}

TEST(entrant_keeps_words_and_files_in_their_order)
{
	check(is(
		mixed("--b\nContent-Type: text/plain; charset=utf-8\n\nVoici la salle :\n--b\nContent-Type: image/png; name=salle.png\n"
		      "Content-Disposition: inline; filename=salle.png\nContent-Transfer-Encoding: base64\n\n" PNG
		      "--b\nContent-Type: text/plain\n\n\nEt la date : mardi.\n--b--\n"),
		"Voici la salle :\n\nEt la date : mardi."));
	check(has("salle.png") && m.n_joints == 1);
	check(is(
		mixed("--b\nContent-Type: text/plain\n\nOui.\n--b\nContent-Type: text/plain; name=\"liste.txt\"\n"
		      "Content-Disposition: inline; filename=\"liste.txt\"\n\nA\n--b\nContent-Type: text/html\n"
		      "Content-Disposition: attachment\n\n<p>B</p>\n--b\nContent-Type: image/jpeg; name=photo\n\nx\n--b--\n"),
		"Oui."));
	check(has("liste.txt") && has("piece-jointe-2.html") && has("photo.jpg"));
	check(is(
		mixed("--b\nContent-Type: text/plain\n\nJe te transmets.\n--b\nContent-Type: message/rfc822\n"
		      "Content-Disposition: attachment; filename=\"devis.eml\"\n\nFrom: a@exemple.org\n"
		      "Subject: =?UTF-8?Q?Devis_=C3=A9lectrique?=\nContent-Type: multipart/mixed; boundary=c\n\n"
		      "--c\nContent-Type: text/plain\n\nLe devis est joint. " LINK "\n--c\n"
		      "Content-Type: application/pdf; name=devis.pdf\n\n%PDF\n--c--\n\n--b--\n"),
		"Je te transmets."));
	check(has("devis.pdf") && has("devis.txt") && m.n_perdus == 0);
	for (unsigned i = 0; i < m.n_joints; i++)
		if (strcmp(m.joints[i].nom, "devis.txt") == 0)
			check(strstr(m.joints[i].bytes, "Objet : Devis électrique\n") != NULL &&
				strstr(m.joints[i].bytes, "Le devis est joint.") != NULL &&
				strstr(m.joints[i].bytes, HEX) == NULL);
}

TEST(entrant_tells_what_it_cannot_keep)
{
	const char *many = "";

	mixed("--b\nContent-Type: text/plain\n\nOui.\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\n\nx\n"
	      "--b\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nx\n--b\nContent-Type: image/png; name=vide.png\n\n\n--b--\n");
	check(lost("winmail.dat") && lost("smime.p7m") && lost("vide.png") && m.n_joints == 0);
	for (int i = 0; i < 23; i++)
		many = arena_printf(
			&t.mem, "%s--b\nContent-Type: text/plain; name=f%02d.txt\n\nx\n", many, i);
	mixed(arena_printf(&t.mem, "%s--b--\n", many));
	check(m.n_joints == 20 && has("f00.txt") && has("f19.txt"));
	check(lost("f20.txt") && lost("f21.txt") && lost("f22.txt") && m.n_perdus == 3);
	mail("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
		"--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nx\n--b--\n");
	check(lost("le message chiffré"));
	mail("Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b",
		"--b\nContent-Type: text/plain\n\nOui.\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\nx\n--b--\n");
	check(is(m.texte, "Oui.") && m.n_perdus == 0 && m.n_joints == 0);
	many = "";
	for (int i = 0; i < 3000; i++)
		many = arena_printf(&t.mem, "%s--b\n\n%d\n", i % 100 == 0 ? "" : many, i);
	for (int i = 0; i < 5; i++)
		many = arena_printf(&t.mem, "%s%s%s", many, many, i == 0 ? "" : many);
	mixed(many);
	check(lost("la suite du courriel"));
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

	mail("Content-Type: text/plain",
		times("Bonjour à toutes et à tous, et encore bonjour.\n", 6000));
	check(lost("la fin du texte"));
	mail("Content-Type: text/plain",
		times("Bonjour à toutes et à tous, et encore bonjour.\n", 600));
	check(m.n_perdus == 0);
	part = arena_printf(
		&t.mem, "--b\nContent-Type: text/html\n\n%s\n", times("<b></b>\n", 80000));
	mixed(arena_printf(&t.mem,
		"--b\nContent-Type: text/plain\n\nUn.\n%s--b\nContent-Type: text/plain\n\nDeux.\n--b--\n",
		times(part, 4)));
	check(is(m.texte, "Un.\nDeux.") && m.n_perdus == 0);
	mixed(arena_printf(&t.mem,
		"--b\nContent-Type: text/plain\n\nUn.\n%s--b\nContent-Type: text/plain\n\nDeux.\n--b--\n",
		times(part, 8)));
	check(is(m.texte, "Un.") && lost("la fin du texte"));
	/* of two forms of the same words, the one that is taken is whole */
	mail("Content-Type: multipart/alternative; boundary=b",
		arena_printf(&t.mem,
			"--b\nContent-Type: text/plain\n\nUn.\n--b\nContent-Type: text/html\n\nUn.%s\n--b--\n",
			times("<b></b>\n", 260000)));
	check(is(m.texte, "Un.") && m.n_perdus == 0);
}

TEST(entrant_tells_of_a_mail_that_is_too_big)
{
	size_t n = MAIL_IN_MAX + 10;
	char *big = arena_alloc(&t.mem, n + 1);

	memset(big, 'a', n);
	memcpy(big, "From: ines@exemple.org\nTo: r@essaim.example\n\n", 46);
	check(mail_read(&t.mem, big, n, &m));
	check(is(m.from, "ines@exemple.org") && m.n_to == 1 && *m.texte == '\0');
	check(lost("le courriel entier"));
}

TEST(entrant_leaves_out_logos_and_keeps_pictures)
{
	static const char related[] = "Content-Type: multipart/related; boundary=b";
	static const char logo[] =
		"--b\nContent-Type: image/png; name=\"image001.png\"\nContent-ID: <image001.png@01DB>\n"
		"Content-Disposition: inline; filename=\"image001.png\"\nContent-Transfer-Encoding: base64\n\n" PNG;

	check(is(
		mail(related,
			arena_printf(&t.mem,
				"--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nOui.\n\n[cid:image001.png@01DB]\n\n"
				"--c\nContent-Type: text/html\n\n<p>Oui.</p><img src=\"cid:image001.png@01DB\">\n--c--\n%s--b--\n",
				logo)),
		"Oui."));
	check(m.n_joints == 0 && m.n_perdus == 0);
	/* shown by nothing: sent as a file */
	check(is(mail(related,
			 arena_printf(&t.mem,
				 "--b\nContent-Type: text/html\n\n<p>Oui.</p>\n%s--b--\n", logo)),
		"Oui."));
	check(has("image001.png"));
	/* put into the words by Gmail */
	check(is(
		mail(related,
			"--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\nVoici\n[image: salle.png]\n"
			"--c\nContent-Type: text/html\n\n<p>Voici</p><img src=\"cid:ii_1\">\n--c--\n"
			"--b\nContent-Type: image/png; name=\"salle.png\"\nContent-ID: <ii_1>\nContent-Transfer-Encoding: base64\n\n" PNG
			"--b--\n"),
		"Voici"));
	check(has("salle.png"));
	/* nothing else came: that is the answer */
	check(is(
		mail(related,
			arena_printf(&t.mem,
				"--b\nContent-Type: text/html\n\n<img src=\"cid:image001.png@01DB\">\n%s--b--\n",
				logo)),
		""));
	check(has("image001.png"));
	/* in what is quoted */
	mail(related,
		"--b\nContent-Type: text/html\n\n<p>Oui.</p><blockquote type=cite><img src=\"cid:ii_1\"></blockquote>\n"
		"--b\nContent-Type: image/png; name=\"salle.png\"\nContent-ID: <ii_1>\nContent-Transfer-Encoding: base64\n\n" PNG
		"--b--\n");
	check(m.n_joints == 0);
}

TEST(entrant_reads_the_letters_that_were_written)
{
	static const struct {
		const char *bytes, *declared, *want;
	} cases[] = {
		{ "L\x92\xe9t\xe9 \x96 5 \x80", "iso-8859-1", "L’été – 5 €" },
		{ "L\x92\xe9t\xe9 \x96 5 \x80", NULL, "L’été – 5 €" },
		{ "L\x92\xe9t\xe9 \x96 5 \x80", "us-ascii", "L’été – 5 €" },
		{ "L\x92\xe9t\xe9 \x96 5 \x80", "utf-8", "L’été – 5 €" },
		{ "L\x92\xe9t\xe9", "windows-1252", "L’été" },
		{ "5 \xa4, c\xbdur", "iso-8859-15", "5 €, cœur" },
		{ "5 \x80, \xe9t\xe9", "iso-8859-15", "5 €, été" },
		{ "été – 5 €", "iso-8859-1", "été – 5 €" },
		{ "été", NULL, "été" },
		{ "été", "", "été" },
		{ "\xe9t\xe9", "", "été" },
		{ "été", "x-rien-de-connu", "été" },
		{ "\xe9t\xe9", "x-rien-de-connu", "été" },
		{ "été\n\xe9t\xe9\n", "utf-8", "été\nété\n" },
		{ "\x8et\x8e", "macintosh", "été" },
		{ "\xf0\xd2\xc9\xd7\xc5\xd4", "koi8-r", "Привет" },
		{ "+AOk-t+AOk", "utf-7", "été" },
		{ "\x81\xe9\x9d", NULL, "\uFFFDé\uFFFD" },
		{ "\xf9\xec\xe5\xed \xf9", "windows-1255", "שלום ש" },
		{ "\xe9t\x8e", "shift_jis", "騁\uFFFD" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check(is(charset_text(
				 &t.mem, cases[i].bytes, strlen(cases[i].bytes), cases[i].declared),
			cases[i].want));
	check(is(charset_text(&t.mem, "\xff\xfe\xe9\x00t\x00", 6, "utf-16"), "ét"));
	check(is(charset_text(&t.mem, "\xe9\x00\x00\x00t\x00", 6, "utf-16le"), "é t"));
	check(is(charset_text(&t.mem, "\x00\xdc\xe9\x00\x3d\xd8t\x00\x3d", 9, "utf-16le"),
		"\uFFFDé\uFFFDt\uFFFD"));
	check(is(mail("Content-Type: text/plain", "\xc0 mardi, In\xe8s"), "À mardi, Inès"));
	check(is(
		mail("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
			"Une phrase coup=\n=C3=A9e par le logiciel."),
		"Une phrase coupée par le logiciel."));
	mixed("--b\nContent-Type: text/plain; name=\"=?iso-8859-1?Q?liste_=E9t=E9.txt?=\"\n\nx\n--b\n"
	      "Content-Type: text/plain; name*=utf-8''pr%C3%A9sents.txt\n\nx\n--b--\n");
	check(has("liste été.txt") && has("présents.txt"));
}

TEST(entrant_joins_lines_that_a_program_folded)
{
	check(is(flowed(&t.mem, "une phrase \nlongue\n\n -- signe\nfin \n-- \nInès\n", false),
		"une phrase longue\n\n-- signe\nfin \n-- \nInès\n"));
	check(is(flowed(&t.mem, "antici \npation\n", true), "anticipation\n"));
	check(is(flowed(&t.mem, "> cité \n> encore\n>> plus \nOui\n", false),
		"> cité encore\n>> plus \nOui\n"));
	check(is(mail("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes",
			 "Une phrase coupée  \npar le logi \nciel.\n\n> Bonjour \n> Inès\n"),
		"Une phrase coupée par le logiciel."));
}

TEST(entrant_shows_nothing_that_opens_something)
{
	conf.mail_reply = "reponse@essaim.example";
	check(is(html("<p>Oui. <a href=\"" LINK "\">ici</a></p>"), "Oui. ici ((lien retiré))"));
	mixed("--b\nContent-Type: text/plain; name=\"mail " HEX ".txt\"\n\nVoir " LINK "\n--b\n"
	      "Content-Type: text/html; name=\"reponse+12-34-9ebbbe5dad51984e0064@essaim.example.html\"\n\n<a href=\"" LINK
	      "\">x</a>\n--b--\n");
	check(m.n_joints == 2);
	for (unsigned i = 0; i < m.n_joints; i++)
		check(strstr(m.joints[i].bytes, HEX) == NULL &&
			strstr(m.joints[i].bytes, "(lien retiré)") != NULL &&
			strstr(m.joints[i].nom, "9ebbbe5dad51984e0064") == NULL);
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
		mail(machines[i], "--b\n\nLu\n--b--\n");
		if (!m.automatic)
			fprintf(stderr, "of %s\n", machines[i]);
		check(m.automatic);
	}
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
		const char *all = arena_printf(
			&t.mem, "From: a@exemple.org\nSubject: %s\n\nAbsente", subjects[i]);

		check(mail_read(&t.mem, all, strlen(all), &m) && m.automatic);
	}
	mail("Auto-Submitted: no", "Oui");
	check(!m.automatic);
}

TEST(entrant_plain_texts_read_as_they_were_written)
{
	static const struct {
		const char *text, *html;
	} cases[] = {
		{ ">100 personnes\nBravo", "<p>&gt;100 personnes<br />\nBravo</p>\n" },
		{ "Deux points :\n----------\n====\n# 5",
			"<p>Deux points :<br />\n----------<br />\n====<br />\n# 5</p>\n" },
		{ "A\n________\nB\n***", "<p>A<br />\n________<br />\nB<br />\n***</p>\n" },
		{ "2*3*4 et _x_ `y` [z](u) <3 &eacute; \\",
			"<p>2*3*4 et _x_ `y` [z](u) &lt;3 &amp;eacute; \\</p>\n" },
		{ "- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n" },
		{ "A\n\n      14 h",
			"<p>A</p>\n<p>\u00a0\u00a0\u00a0\u00a0\u00a0\u00a014 h</p>\n" },
		{ "https://exemple.org/a_b_c*d*",
			"<p><a rel=\"noopener nofollow ugc\" href=\"https://exemple.org/a_b_c*d\">https://exemple.org/a_b_c*d</a>*</p>\n" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check(is(texte_html(&t, markdown_plain(&t.mem, cases[i].text)), cases[i].html));
}
