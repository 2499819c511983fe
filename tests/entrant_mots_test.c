/* entrant_mots_test.c - the words of mails: pages of HTML, letters of every kind, folded lines */

#include "base/charset.h"
#include "base/conf.h"
#include "base/flowed.h"
#include "base/html_plain.h"
#include "base/markdown_plain.h"
#include "domain/objets/texte.h"
#include "lettres.h"

#define HEX "205a6f707e79a08e9c287b0858a2cef4"
#define LINK "http://127.0.0.1/public/sans-courriel/" HEX

TEST(entrant_reads_pages_of_html_as_they_are_seen)
{
	check(meme_texte(lettre_html("<div dir=\"ltr\">Bonjour Agathe,<div>Je viens"
				     " mardi.</div><div><br></div><div>In&egrave;s</div></div>"),
		"Bonjour Agathe,\nJe viens mardi.\n\nInès"));
	check(meme_texte(
		lettre_html(
			"<p>M&ecirc;me heure&nbsp;: c&#39;est &laquo;&nbsp;o&ugrave;&nbsp;&raquo;"
			"&#8230; 5&nbsp;&euro; &#x1F44D;</p>"),
		"Même heure\u00a0: c'est «\u00a0où\u00a0»… 5\u00a0€ 👍"));
	check(meme_texte(
		lettre_html(
			"<html><head><title>t</title><style>p > b {}</style></head><body><!-- p > b"
			" --><p>Oui.</p><!--[if"
			" mso]><p>MSO</p><![endif]--><script>x</script></body></html>"),
		"Oui."));
	check(meme_texte(
		lettre_html(
			"<p>Voir <a href=\"https://exemple.org/a?b=1&amp;c=2\">le plan</a> et <a"
			" href=\"https://exemple.org/x\">https://exemple.org/x</a>,"
			" <a href=\"mailto:a@exemple.org?subject=x\">Paul</a>,"
			" <a href=\"mailto:a@exemple.org\">a@exemple.org</a>,"
			" <a href=\"javascript:x\">rien</a></p>"),
		"Voir le plan (https://exemple.org/a?b=1&c=2) et https://exemple.org/x,"
		" Paul (a@exemple.org), a@exemple.org, rien"));
	check(meme_texte(
		lettre_html("Listes<ul><li>Un</li><li>Deux</li></ul><ol><li>A</li><li><p>B</p></li>"
			    "</ol>Fin"),
		"Listes\n\n- Un\n- Deux\n\n1. A\n2. B\nFin"));
	check(meme_texte(
		lettre_html("<table><tr><td>Lundi</td><td>10 h</td></tr><tr><td>Mardi</td><td>14"
			    " h</td></tr></table>"),
		"Lundi 10 h\nMardi 14 h"));
	check(meme_texte(
		lettre_html("<pre>a  b\n  c</pre><p>un\n  deux<b>trois</b> <i>quatre</i></p>"),
		"a  b\n  c\n\nun deuxtrois quatre"));
	check(meme_texte(lettre_html("<p class=MsoNormal>Bonjour,</p><p class=MsoNormal>Oui.</p>"),
		"Bonjour,\nOui."));
	check(meme_texte(
		lettre_html("Oui <img src=\"x.png\" alt=\"👍\"><img src=y.png alt=\"Logo de la"
			    " mairie\"><div style=\"display:none\">caché</div>"),
		"Oui 👍"));
}

TEST(entrant_cuts_what_pages_of_html_quote)
{
	static const char *const quotes[] = {
		"<blockquote type=\"cite\"><p>Bonjour</p></blockquote>",
		"<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">Le lun. 30 nov."
		" 2026 à 09:16, Essaim &lt;<a href=\"mailto:e@essaim.example\">e@essaim.example</a>"
		"&gt; a écrit&nbsp;:<br></div><blockquote class=\"gmail_quote\""
		" style=\"margin:0\">Bonjour<blockquote>encore</blockquote></blockquote></div>",
		"<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\" dir=\"ltr\"><b>De"
		" :</b> Essaim &lt;e@essaim.example&gt;<br><b>Envoyé :</b> lundi 30 novembre 2026"
		" 09:16<br><b>À :</b> Inès<br><b>Objet :</b> x</div><div>Bonjour</div>",
		"<p class=MsoNormal><b>De&nbsp;:</b> Essaim &lt;e@essaim.example&gt; <br><b>Envoyé"
		"&nbsp;:</b> lundi 30 novembre 2026 09:16<br><b>Objet&nbsp;:</b> x<o:p></o:p></p><p"
		" class=MsoNormal>Bonjour</p>",
		"<hr id=\"zwchr\"><div><b>De: </b>\"Essaim\" &lt;e@essaim.example&gt;<br><b>À:"
		" </b>\"Inès\"<br><b>Envoyé: </b>Lundi 30 Novembre 2026 09:16:42<br><b>Objet:"
		" </b>x<br></div><div>Bonjour</div>",
		"<div class=\"moz-cite-prefix\">Le 30/11/2026 à 09:16,"
		" Essaim a écrit&nbsp;:<br></div><blockquote type=\"cite\""
		" cite=\"mid:x\"><pre>Bonjour\nA</pre></blockquote>",
		"<div class=\"protonmail_signature_block\">Envoyé avec Proton</div><div"
		" class=\"protonmail_quote\">Le lundi 30 novembre 2026 à 09:16,"
		" Essaim &lt;e@essaim.example&gt; a écrit :<br><blockquote"
		" class=\"protonmail_quote\">Bonjour</blockquote></div>",
		"<div id=\"AppleMailSignature\">Envoyé de mon iPhone</div><div><br>Le 30 nov. 2026"
		" à 09:16, Essaim &lt;e@essaim.example&gt; a écrit :<br><br></div><blockquote"
		" type=\"cite\"><div>Bonjour</div></blockquote>",
		"<div id=\"ms-outlook-mobile-signature\">Envoyé à partir de <a"
		" href=\"https://aka.ms/x\">Outlook pour iOS</a></div>",
		"<div>Envoyé à partir de <a href=\"https://aka.ms/x\">Outlook pour iOS</a></div>",
		"<div class=\"gmail_signature\">Inès<br>06 39 98 00 00</div>",
		"<div>-- <br>Inès</div>",
	};

	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		check(meme_texte(lettre_html(arena_printf(&t.mem,
					 "<html><body><div>Oui, je viens.</div>%s</body></html>",
					 quotes[i])),
			"Oui, je viens."));
	check(meme_texte(
		lettre_html(
			"<blockquote type=cite>Tu viens ?</blockquote><div>Oui.</div><blockquote"
			" type=cite>Et lui ?</blockquote>Non."),
		"Oui.\nNon."));
	check(meme_texte(lettre_html("<p>Voici :</p><blockquote style=\"margin:0 0 0"
				     " 40px;border:none;padding:0\">la salle</blockquote>"),
		"Voici :\n\nla salle"));
}

TEST(entrant_uses_the_page_where_the_plain_part_says_nothing)
{
	static const char alternative[] = "Content-Type: multipart/alternative; boundary=b";

	check(meme_texte(
		lettre(alternative,
			"--b\nContent-Type: text/plain\n\n \n\n--b\nContent-Type: text/html\n\n"
			"<p>Oui.</p>\n--b--\n"),
		"Oui."));
	check(meme_texte(
		lettre(alternative,
			"--b\nContent-Type: text/plain\n\nOui.\n--b\nContent-Type: text/html\n\n"
			"<p>Autre</p>\n--b--\n"),
		"Oui."));
	check(meme_texte(
		lettre(alternative,
			"--b\nContent-Type: text/plain\n\nOui.\n--b\n"
			"Content-Type: multipart/mixed; boundary=c\n\n"
			"--c\nContent-Type: text/html\n\n<p>Oui.</p>\n--c\n"
			"Content-Type: application/pdf; name=plan.pdf\n"
			"Content-Disposition: inline; filename=plan.pdf\n\n%PDF\n--c--\n--b\n"
			"Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n--b--\n"),
		"Oui."));
	check(a_fichier("plan.pdf") && a_fichier("piece-jointe-2.ics") && lue.n_perdus == 0);
}

TEST(entrant_shows_nothing_that_opens_something)
{
	conf.mail_reply = "reponse@essaim.example";
	check(meme_texte(lettre_html("<p>Oui. <a href=\"" LINK "\">ici</a></p>"),
		"Oui. ici ((lien retiré))"));
	lettre_mixte(
		"--b\nContent-Type: text/plain; name=\"mail " HEX ".txt\"\n\nVoir " LINK "\n--b\n"
		"Content-Type: text/html;"
		" name=\"reponse+12-34-9ebbbe5dad51984e0064@essaim.example.html\"\n\n"
		"<a href=\"" LINK "\">x</a>\n--b--\n");
	check(lue.n_joints == 2);
	for (unsigned i = 0; i < lue.n_joints; i++)
		check(strstr(lue.joints[i].bytes, HEX) == NULL &&
			strstr(lue.joints[i].bytes, "(lien retiré)") != NULL &&
			strstr(lue.joints[i].nom, "9ebbbe5dad51984e0064") == NULL);
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
			"<p><a rel=\"noopener nofollow ugc\""
			" href=\"https://exemple.org/a_b_c*d\">https://exemple.org/a_b_c*d</a>*</p>"
			"\n" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check(meme_texte(
			texte_html(&t, markdown_plain(&t.mem, cases[i].text)), cases[i].html));
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
		check(meme_texte(charset_text(&t.mem, cases[i].bytes, strlen(cases[i].bytes),
					 cases[i].declared),
			cases[i].want));
	check(meme_texte(charset_text(&t.mem, "\xff\xfe\xe9\x00t\x00", 6, "utf-16"), "ét"));
	check(meme_texte(charset_text(&t.mem, "\xe9\x00\x00\x00t\x00", 6, "utf-16le"), "é t"));
	check(meme_texte(charset_text(&t.mem, "\x00\xdc\xe9\x00\x3d\xd8t\x00\x3d", 9, "utf-16le"),
		"\uFFFDé\uFFFDt\uFFFD"));
	check(meme_texte(
		lettre("Content-Type: text/plain", "\xc0 mardi, In\xe8s"), "À mardi, Inès"));
	check(meme_texte(lettre("Content-Type: text/plain; charset=utf-8\n"
				"Content-Transfer-Encoding: quoted-printable",
				 "Une phrase coup=\n=C3=A9e par le logiciel."),
		"Une phrase coupée par le logiciel."));
	lettre_mixte(
		"--b\nContent-Type: text/plain; name=\"=?iso-8859-1?Q?liste_=E9t=E9.txt?=\"\n\nx\n"
		"--b\nContent-Type: text/plain; name*=utf-8''pr%C3%A9sents.txt\n\nx\n--b--\n");
	check(a_fichier("liste été.txt") && a_fichier("présents.txt"));
}

TEST(entrant_joins_lines_that_a_program_folded)
{
	check(meme_texte(
		flowed(&t.mem, "une phrase \nlongue\n\n -- signe\nfin \n-- \nInès\n", false),
		"une phrase longue\n\n-- signe\nfin \n-- \nInès\n"));
	check(meme_texte(flowed(&t.mem, "antici \npation\n", true), "anticipation\n"));
	check(meme_texte(flowed(&t.mem, "> cité \n> encore\n>> plus \nOui\n", false),
		"> cité encore\n>> plus \nOui\n"));
	check(meme_texte(
		lettre("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes",
			"Une phrase coupée  \npar le logi \nciel.\n\n> Bonjour \n> Inès\n"),
		"Une phrase coupée par le logiciel."));
}
