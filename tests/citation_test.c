/* citation_test.c - the rules of quoting, one by one, and mails as programs write them */

#include <stdio.h>

#include "base/buffer.h"
#include "base/quoted.h"
#include "t.h"

static const char *
cut(const char *text)
{
	return quoted_cut(&t.mem, text, "Inès Belkacem");
}

static bool
gives(const char *text, const char *want)
{
	const char *got = cut(text);

	if (strcmp(got, want) != 0)
		fprintf(stderr, "of:\n%s\ncame:\n%s\n", text, got);
	return strcmp(got, want) == 0;
}

static const char *
around(const char *before, const char *line, const char *after)
{
	return arena_printf(&t.mem, "%s%s%s", before, line, after);
}

/* A line of that kind, in a mail where it is that, and in one where it is not. */
static void
try_rule(enum citation kind, const char *line)
{
	static const char head[] =
		"\n\nDe : Paul <p@exemple.org>\nDate : lun. 30 nov. 2026 08:00\nObjet : Salle\n\n"
		"La salle.";
	const char *same = around("Oui.\n", line, "\nMerci");

	switch (kind) {
	case CITATION_INTRO:
	case CITATION_MARQUE:
		check(gives(around("Oui.\n\n", line, "\n\nBonjour"), "Oui."));
		check(gives(around("", line, "\n> Bonjour\n\nOui."), "Oui."));
		break;
	case CITATION_FAIBLE:
		check(gives(around("Oui.\n\n", line, "\n> Bonjour\n"), "Oui."));
		check(gives(same, same));
		break;
	case CITATION_AJOUT:
		check(gives(around("Oui.\n\n", line, "\n"), "Oui."));
		check(gives(same, same));
		check(gives(line, ""));
		break;
	case CITATION_TRANSFERT:
		same = around("Voir.\n\n", line, head);
		check(gives(same, same));
		break;
	default: /* heads are tried whole below */ check(gives(same, same));
	}
}

TEST(citation_each_rule_has_its_case)
{
	for (const struct citation_regle *g = citation_regles; g->forme != NULL; g++) {
		if (citation_genre(&t.mem, g->exemple) != g->genre)
			fprintf(stderr, "rule %s does not take %s\n", g->forme, g->exemple);
		check(citation_genre(&t.mem, g->exemple) == g->genre);
		try_rule(g->genre, g->exemple);
	}
}

/* What programs put below an answer. */
static const char *const below[] = {
	"Le lun. 30 nov. 2026 à 09:16, Essaim <essaim@essaim.example> a écrit\u00a0:\n\n"
	"> Bonjour",
	"Le lun. 30 nov. 2026 à 09:16, Association des amis d'Essaim"
	" <essaim@essaim.example> a\nécrit :\n\n> Bonjour",
	"Le lun. 30 nov. 2026 à 09:16,\nEssaim de l'association <essaim@essaim.example>\n"
	"a écrit :\n> Bonjour",
	"Le 30 nov. 2026 a\u0300 09:16, Essaim <essaim@essaim.example> a e\u0301crit :\n\n"
	"Bonjour",
	"Le\u00a030/11/2026 \u00e0\u00a009:16, Essaim a\u00a0\u00e9crit\u00a0:\t \n> x",
	"Le 30/11/2026 à 09:16, Essaim a écrit :\n> Bonjour\n>\n> A",
	"Le 2026-11-30 09:16, Essaim a écrit :\n> Bonjour",
	"Le lundi 30 novembre 2026 à 09:16:42 UTC+1,"
	" Essaim <essaim@essaim.example> a écrit : \n\nBonjour",
	"Le 30/11/2026 09:16, «\u00a0Essaim\u00a0» <essaim@essaim.example> a écrit :\n\n"
	"    Bonjour",
	"Le Lundi, Novembre 30, 2026 09:16 CET, Essaim <essaim@essaim.example> a écrit: \n"
	" \n> Bonjour",
	"Le 30 nov. 2026 à 09:16 +0100, Essaim <essaim@essaim.example>, a écrit :\n"
	"> Bonjour",
	"Le nov. 30 2026, à 9:16 am, Essaim <essaim@essaim.example> a écrit :\n> Bonjour",
	"Le 30 novembre 2026 09:16:42 GMT+01:00, Essaim <essaim@essaim.example> a écrit :\n"
	">Bonjour\n>Agathe",
	"On Monday, November 30th, 2026 at 9:16 AM, Essaim <essaim@essaim.example> wrote:\n"
	"\n> Bonjour",
	"------- Original Message -------\nOn Monday, November 30th, 2026 at 9:16 AM,"
	" Essaim <e@essaim.example> wrote:\n\n\n> Bonjour",
	"\u2010\u2010\u2010\u2010\u2010\u2010\u2010 Original Message"
	" \u2010\u2010\u2010\u2010\u2010\u2010\u2010\nBonjour",
	"On Mon, 30 Nov 2026 09:16:42 +0100\nEssaim <essaim@essaim.example> wrote:\n\n"
	"> Bonjour",
	"Essaim <essaim@essaim.example> a écrit :\n\n> Bonjour",
	"essaim@essaim.example a écrit :\n\nBonjour",
	"Quoting Essaim <essaim@essaim.example>:\n\n> Bonjour",
	"> Message du 30/11/26 09:16\n> De : \"Essaim\" <essaim@essaim.example>\n"
	"> A : i@exemple.org\n>\n> Bonjour",
	"________________________________\nDe : Essaim <essaim@essaim.example>\n"
	"Envoyé : lundi 30 novembre 2026 09:16\nÀ : Inès <i@exemple.org>\n"
	"Objet : Agathe vous écrit\n\nBonjour",
	"De : Essaim\nEnvoyé le :lundi 30 novembre 2026 09:16\nÀ : Inès\nObjet :Agathe\n\n"
	"Bonjour",
	"*De :* Essaim <essaim@essaim.example>\n*Envoyé :* lundi 30 novembre 2026 09:16\n"
	"*À :* Inès\n*Objet :* x\n\nBonjour",
	"De : Essaim <essaim@essaim.example>\n\nEnvoyé : lundi 30 novembre 2026 09:16\n\n"
	"À : Inès\n\nObjet : x\n\nBonjour",
	"From: Essaim <essaim@essaim.example>\nSent: Monday, November 30, 2026 9:16:42 AM\n"
	"To: Inès\nSubject: x\n\nBonjour",
	"de : Essaim <essaim@essaim.example>\nenvoyé : 30 novembre 2026 à 09:16\n"
	"à : i@exemple.org\nobjet : x\n\nBonjour",
	"========================================\n\nMessage du : 30/11/2026 09:16\n"
	"De : \"Essaim \" <essaim@essaim.example>\nÀ : i@exemple.org\nCopie à : \n"
	"Sujet : x\n\nBonjour",
	"----- Mail original -----\nDe: \"Essaim\" <essaim@essaim.example>\n"
	"À: \"Inès\" <i@exemple.org>\nEnvoyé: Lundi 30 Novembre 2026 09:16:42\nObjet: x\n\n"
	"Bonjour",
	"-------- Message d'origine --------\nDe : Essaim <essaim@essaim.example>\n"
	"Date : 30/11/2026  09:16  (GMT+01:00)\nÀ : i@exemple.org\nObjet : x\n\nBonjour",
	"------ Message d'origine ------\nDe \"Essaim\" <essaim@essaim.example>\n"
	"À i@exemple.org\nDate 30/11/2026 09:16:42\nObjet x\n\nBonjour",
	"-------- Message original --------\nSujet: \tx\n"
	"Date : \tMon, 30 Nov 2026 09:16:42 +0100\nDe : \tEssaim <essaim@essaim.example>\n"
	"Pour : \tInès\n\nBonjour",
	"De: Essaim <essaim@essaim.example>\nDate: lundi 30 novembre 2026 à 09:16\n"
	"À: Inès Belkacem <ines.belkacem@exemple.org>, Jean-Baptiste de La Rochefoucauld\n"
	" <jb@exemple.org>\nObjet: x\n\nBonjour",
	"-----Message d’origine-----\nDe : Essaim [mailto:essaim@essaim.example]\n"
	"Envoyé : lundi 30 novembre 2026 09:16\nÀ : Inès\nObjet : x\n\nBonjour",
	"Envoyé à partir d’Outlook pour Android<https://aka.ms/AAb9ysg>\n"
	"________________________________\nFrom: Essaim <essaim@essaim.example>\n"
	"Sent: Monday, November 30, 2026 9:16:42 AM\n\nBonjour",
	"Provenance : Courrier pour Windows\n\nDe : Essaim\n"
	"Envoyé le :lundi 30 novembre 2026 09:16\nÀ : Inès\nObjet :x\n\nBonjour",
	"Envoyé de mon iPhone\n\n> Le 30 nov. 2026 à 09:16,"
	" Essaim <essaim@essaim.example> a écrit :\n> \n> Bonjour",
	"Sent from [Mailspring](https://getmailspring.com/),"
	" the best free email app for work\nOn Nov 30 2026, at 9:16 am,"
	" Essaim <essaim@essaim.example> wrote:\n> Bonjour",
	"Envoyé depuis mon appareil mobile Samsung.\n",
	"Envoyé de mon téléphone Bouygues Telecom",
	"Envoyé à partir de l’application Courrier pour Windows 10",
	"Envoyé avec Tutanota, profitez d'un service chiffré : https://tuta.com",
	"Sent from Mail for Windows",
	"De : Essaim\nDate : 30/11/2026 09:16\nÀ : Inès Belkacem\nObjet : x\n\nBonjour",
	"Le Essaim <essaim@essaim.example>, 30 nov. 2026 09:16 a écrit :\n\nBonjour",
	"--------------------------------------------\n"
	"En date de : Lun 30.11.26, Essaim <essaim@essaim.example> a écrit :\n\n Objet: x\n"
	" À: i@exemple.org\n\nBonjour",
	"Le lun. 30 nov. 2026 à 09:16, Essaim <essaim@essaim.example> a écrit\n:\n"
	"> Bonjour",
	"Envoyé de mon Galaxy S21 5G Orange\n",
	"Envoyé depuis l’application Mail Orange\n\n----------------------------------\n"
	"De: Essaim <essaim@essaim.example>\nDate: lun. 30 nov. 2026 à 09:16\nObjet: x\n\n"
	"Bonjour",
	"Envoyé depuis Yahoo Mail pour iPhone<https://mail.onelink.me/x>\n\n"
	"Le lundi 30 novembre 2026, 9:16 AM, Essaim <essaim@essaim.example> a écrit :\n\n"
	"Bonjour",
	"-- \nInès Belkacem\n06 39 98 00 00\n\n"
	"Le lun. 30 nov. 2026 à 09:16, Essaim <e@essaim.example> a écrit :\n> Bonjour",
	"--\nInès\n06 39 98 00 00",
	"",
};

/* Above what a program quotes, an answer; nothing else is left. */
TEST(citation_of_programs_leaves_the_answer)
{
	for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
		check(gives(arena_printf(&t.mem, "Oui, je viens mardi.\n\n%s\n", below[i]),
			"Oui, je viens mardi."));
		check(gives(arena_printf(&t.mem, "Oui.\r\nÀ mardi.\r\n%s\n", below[i]),
			"Oui.\nÀ mardi."));
	}
}

TEST(citation_takes_answers_below_and_between)
{
	check(gives(
		"Le 30/11/2026 à 09:16, Essaim a écrit :\n> Bonjour\n\nOui.\n\n-- \nInès", "Oui."));
	check(gives(
		"Le 2026-11-30 09:16, Essaim a écrit :\n\n> Bonjour\n> A\n\n> B\nOui.\n> Et lui ?\n"
		"Non.\nEnvoyé de mon iPhone",
		"Oui.\nNon."));
	/* below our own mail, quoted without marks */
	check(gives(
		"De : Essaim <e@essaim.example>\nEnvoyé : lundi 30 novembre 2026 09:16\nObjet : x\n"
		"\nBonjour\nTous mes choix : http://e/x\n\nOui.\nInès",
		"Oui.\nInès"));
	check(gives("----- Mail original -----\nDe: \"Essaim\" <e@essaim.example>\n\nBonjour\n"
		    "Tous mes choix :\nhttp://essaim.example/notifications/preferences\n\nOui.\n"
		    "Envoyé de mon iPhone",
		"Oui."));
	check(gives("> Tu viens ?\nOui\n> Et lui ?\nNon", "Oui\nNon"));
	check(gives("Bonjour,\n\nLe 30/11/2026 à 09:16, Essaim a écrit :\n> Tu viens ?\n\nOui.\n\n"
		    "> Et lui ?\n\nNon.",
		"Bonjour,\n\nOui.\n\nNon."));
	check(gives("-----Message d'origine-----\nDe : Essaim <e@essaim.example>\n"
		    "Envoyé : lundi 30 novembre 2026 09:16\nObjet : x\n\n> Bonjour\n\nOui.",
		"Oui."));
	check(gives("Oui\n\nLe 30/11/2026 à 09:16, Essaim a écrit :\n> x\n\nEncore un mot.\n"
		    "Envoyé de mon iPad\n",
		"Oui\n\nEncore un mot."));
}

TEST(citation_keeps_one_s_own_words)
{
	static const char *const own[] = {
		"Voici mon trajet.\n\nDe : Lyon\nÀ : Paris\nDate : samedi 5\nHeure : 10 h\n\n"
		"Et toi ?",
		"De : Lyon\nÀ : Paris\nDate : samedi 5\nObjet : covoiturage\n\nEt toi ?",
		"De : Lyon\nÀ : Paris\nDate : samedi 5 décembre 2026 à 10:30\nObjet : covoiturage\n"
		"\nEt toi ?",
		"Le 30.11.2026 Marc a écrit :\non vient",
		"Le 3 mai 2026 à 14:30, Paul a écrit :\non vient",
		"Le 30/11 à 9h15, Marc a écrit :\non vient",
		"Merci.\nEnvoyé par mail à tous les adhérents",
		"Merci.\nEnvoyé via la poste",
		">>> À lire <<<\nBonjour",
		"De : la part de tous\n\nMerci",
		"Le 3 mai, on y va à deux.\nMarc dit que sa sœur\nlui a écrit : elle vient.\n"
		"Et toi ?",
		"Bonjour,\nLe 2e groupe a écrit : «\u00a0nous venons à 12\u00a0».\nD'accord ?",
		"Bonjour,\nLe 2e groupe a écrit :\n«\u00a0nous venons à 12\u00a0».\nD'accord ?",
		"Le 3 mai à 10:30, Marc lui a écrit :\n«\u00a0je viens\u00a0».",
		"Le maire nous a écrit :\nil vient.",
		"Le colis est parti.\nEnvoyé depuis Lyon hier, il arrive jeudi.\n"
		"Peux-tu le recevoir ?",
		"Le colis est parti.\nEnvoyé depuis Lyon",
		"Le colis est parti.\nEnvoyé depuis mon bureau",
		"Le colis est parti.\nEnvoyé de mon téléphone hier",
		"Deux points :\n________________________________\n1. la salle\n2. la banderole",
		"Deux points :\n----------\n1. la salle\n==========\n2. la banderole\n*****\nFin",
		"Lundi : Paris\n--\nMardi : Lyon",
		"Le score est bon :\n>100 personnes sont venues\nBravo",
		"Entrée :\n> 18 ans\nBravo",
		"Le 3 mai me va.\nLe soir aussi.",
		"Voir ci-dessous.\n\n---------- Message transféré ---------\n"
		"De : Paul <p@exemple.org>\nDate: lun. 30 nov. 2026 à 08:00\nSubject: Salle\n"
		"To: Inès\n\nLa salle est libre mardi.",
		"Début du message réexpédié :\n\n> De : Paul <p@exemple.org>\n"
		"> Date : 30 novembre 2026 à 08:00\n>\n> La salle.",
		"Objet : la salle\nDate : mardi à 10h30\nLieu : Lyon",
		"On y va à 10:30 :\n- Paul\n- Marc",
		"Sent by post on Monday.\nOK?",
	};

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		check(gives(own[i], own[i]));
}

TEST(citation_is_bounded)
{
	struct buffer s = { &t.mem };

	for (int i = 0; i < 30000; i++)
		buffer_puts(&s, "> a\nLe 3 a écrit :\n");
	check(*cut(buffer_text(&s)) != '\0' && strlen(cut(buffer_text(&s))) < s.n);
	s = (struct buffer) { &t.mem };
	for (int i = 0; i < 100000; i++)
		buffer_puts(&s, "le ");
	check(strlen(cut(buffer_text(&s))) == 299999);
}
