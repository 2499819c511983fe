/* citation_regles.c - what mail programs write around an answer: the one table, a case for each
 * line (tests/citation_test.c tries them all)
 */

#include <ctype.h>
#include <regex.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/fault.h"
#include "base/quoted.h"
#include "base/text.h"

enum { RULES = 64 };

#define HEURE "[0-9]{1,2} ?: ?[0-9]{2}"
#define ADRESSE "[^ <]+@[^ >]+"
#define APPAREIL \
	"(iphone|ipad|ipod|samsung|galaxy|android|smartphone|telephone|mobile|portable|tablette" \
	"|tablet|phone|appareil|huawei|honor|xiaomi|redmi|poco|oppo|realme|oneplus|pixel|nokia" \
	"|sony|xperia|motorola|moto|wiko|htc|fairphone|blackberry|windows|macbook|imac|mac|smart)"
/* Names that mean nothing else; "mail" and "courrier" are words of everybody. */
#define LOGICIEL \
	"(outlook|hotmail|yahoo( mail)?|gmail|proton( ?mail)?|k-9|k9|thunderbird|mailspring" \
	"|blue ?mail|zoho mail|samsung mobile|aqua ?mail|fairemail|em client|zimbra|roundcube" \
	"|sogo|tuta|tutanota|mailo|infomaniak|airmail|spark|orange mail|mail orange|sfr mail" \
	"|free mail|(mail|courrier) (pour|for) (windows|android|ios|mac))"
#define SUITE \
	"( (de|pour|sur|avec|et|via|par|for|on|with|an?|the|my|mon|[a-z]*[0-9+]+[a-z0-9+]*|plus" \
	"|pro|max|ultra|mini|lite|note|edge|apple|google|orange|sfr|free|bouygues|telecom|sosh" \
	"|red|ios|courriel|mail|" APPAREIL "|" LOGICIEL "))*"
/* What programs praise themselves with. */
#define ELOGE "([.!]|( -|[,:.]) .{0,120})?"

const struct citation_regle citation_regles[] = {
	/* One's own words, before all else. */
	{ CITATION_PROPRE,
		"(^| )(lui|nous|vous|leur|[mt]'?|il|elle|on|ils|elles|qui|groupe|equipe|association"
		"|mairie|prefecture|bureau|personne) a ecrit ?:$",
		"Le 3 mai à 10:30, Marc lui a écrit :" },
	{ CITATION_PROPRE,
		"^(envoye|sent) [a-z][^:]*[ '](hier|demain|matin|soir|midi|aujourd'hui|lundi|mardi"
		"|mercredi|jeudi|vendredi|samedi|dimanche|yesterday|today|je|tu|il|elle|nous|vous"
		"|ils|elles|que|qui|mais|donc)([ ,.;!?]|$)",
		"Envoyé depuis mon téléphone hier" },

	/* What is forwarded. */
	{ CITATION_TRANSFERT,
		"^-{2,} ?(message|mail|courriel|e-mail|email)"
		" (transfere|reexpedie|transmis|renvoye|suivi)( par .*)? ?-{2,}$",
		"---------- Message transféré ---------" },
	{ CITATION_TRANSFERT, "^-{2,} ?forwarded (message|mail|by .*) ?-{2,}$",
		"---------- Forwarded message ---------" },
	{ CITATION_TRANSFERT, "^debut du (message|courriel|mail) (reexpedie|transfere) ?:$",
		"Début du message réexpédié :" },
	{ CITATION_TRANSFERT, "^begin forwarded message ?:$", "Begin forwarded message:" },

	/* Above what is quoted. */
	{ CITATION_INTRO, "^le .*[0-9].*(" HEURE "|" ADRESSE ").* a ecrit ?:$",
		"Le lun. 30 nov. 2026 à 09:16, Essaim <essaim@essaim.example> a écrit :" },
	{ CITATION_INTRO, "^on .*[0-9].*(" HEURE "|" ADRESSE ").* wrote ?:$",
		"On Mon, Nov 30, 2026 at 9:16 AM Essaim <essaim@essaim.example> wrote:" },
	{ CITATION_INTRO, "^.* a ecrit,? (le|on) .*[0-9].*" HEURE ".*:$",
		"Essaim a écrit le 30/11/2026 à 09:16 :" },
	{ CITATION_INTRO, "^.*" ADRESSE ">?\"? ?,? (a ecrit|wrote) ?:$",
		"Essaim <essaim@essaim.example> a écrit :" },
	{ CITATION_INTRO, "^[0-9]{1,2}[./-][0-9].*" HEURE ".*" ADRESSE ".*:$",
		"30.11.2026, 09:16, \"Essaim\" <essaim@essaim.example>:" },
	{ CITATION_INTRO, "^(quoting|citation de|en reponse a) .*" ADRESSE ">? ?:$",
		"Quoting Essaim <essaim@essaim.example>:" },
	{ CITATION_INTRO, "^-{2,} ?(le|on) .*[0-9].* (a ecrit|wrote) ?-{2,}$",
		"---- Le lun., 30 nov. 2026 09:16:42 +0100 Essaim a écrit ----" },
	{ CITATION_INTRO, "^am .*[0-9].* schrieb .*:$", "Am 30.11.2026 um 09:16 schrieb Essaim:" },
	{ CITATION_INTRO, "^el .*[0-9].*" HEURE ".* escribio ?:$",
		"El lun, 30 nov 2026 a las 9:16, Essaim escribió:" },
	{ CITATION_INTRO, "^il .*[0-9].*" HEURE ".* ha scritto ?:$",
		"Il giorno lun 30 nov 2026 alle ore 09:16 Essaim ha scritto:" },
	{ CITATION_INTRO, "^(em|a) .*[0-9].*" HEURE ".* escreveu ?:$",
		"Em seg., 30 de nov. de 2026 às 09:16, Essaim escreveu:" },
	{ CITATION_INTRO, "^op .*[0-9].*" HEURE ".* schreef .*:$",
		"Op ma 30 nov 2026 om 09:16 schreef Essaim:" },
	{ CITATION_FAIBLE, "^.+ (a ecrit|wrote) ?:?$", "Essaim a écrit :" },
	{ CITATION_FAIBLE, "^(quoting|citation de) .*:$", "Quoting Essaim:" },
	{ CITATION_MARQUE,
		"^-{2,} ?(message|mail|courriel|e-mail|email)"
		" (d'origine|original|originel|initial|precedent)e? ?-*$",
		"----- Mail original -----" },
	{ CITATION_MARQUE, "^-{2,} ?(original|reply) (message|mail|e-mail|email|appointment) ?-*$",
		"-----Original Message-----" },
	{ CITATION_MARQUE,
		"^-{2,} ?(ursprungliche nachricht|mensaje original|messaggio originale|mensagem"
		" original|oorspronkelijk bericht) ?-*$",
		"-------- Ursprüngliche Nachricht --------" },

	/* The head of a mail, as it is quoted. */
	{ CITATION_DE,
		"^(de|from|expediteur|emetteur|von) ?:", "De : Essaim <essaim@essaim.example>" },
	{ CITATION_DATE, "^(envoye( le)?|sent|date|date d'envoi|gesendet) ?:",
		"Envoyé : lundi 30 novembre 2026 09:16" },
	{ CITATION_DATE, "^message du ?:? ?[0-9]", "Message du : 30/11/2026 09:16" },
	{ CITATION_A,
		"^(a|to|pour|destinataires?|an|cc|copie( a)?|cci|bcc) ?:", "À : ines@exemple.org" },
	{ CITATION_OBJET, "^(objet|sujet|subject|betreff) ?:", "Objet : Agathe vous écrit" },
	{ CITATION_AUTRE,
		"^(repondre a|reply-to|importance|priorite|pieces? jointes?|attachments?) ?:",
		"Répondre à : essaim@essaim.example" },
	{ CITATION_TRAIT, "^[-_=*~#]{5,}$", "________________________________" },

	/* Where our own mails end. */
	{ CITATION_FIN, "^tous mes choix ?:",
		"Tous mes choix : http://essaim.example/notifications/preferences" },
	{ CITATION_FIN, "^<?https?://[^ ]*/notifications/preferences>?$",
		"http://essaim.example/notifications/preferences" },
	{ CITATION_FIN, "il ne contient ni image ni traceur[.]$",
		"Ce message vient de Essaim. Il ne contient ni image ni traceur." },

	/* What programs add below. */
	{ CITATION_AJOUT,
		"^(envoye|expedie|transmis|redige|ecrit) (de|depuis|a partir de|par|avec|via|sur)"
		" (mon|ma|un|une) " APPAREIL SUITE "[.!]?$",
		"Envoyé de mon iPhone" },
	{ CITATION_AJOUT, "^envoye (de|depuis) (mon|ma) .*excuser ma brievete[.]?$",
		"Envoyé de mon appareil Android avec Courriel K-9 Mail. Veuillez excuser ma"
		" brièveté." },
	{ CITATION_AJOUT,
		"^envoye (de|depuis|a partir de|a partir d'|par|avec|via) ?(l'|la |le"
		" |d')?((appli|application|messagerie|webmail|boite mail|logiciel)( (mobile|de"
		" messagerie|gratuite|chiffree|securisee))* )?" LOGICIEL SUITE ELOGE "$",
		"Envoyé à partir d’Outlook pour Android" },
	{ CITATION_AJOUT,
		"^envoye (depuis|a partir de|avec|via) l'(appli|application) (mobile |mail |de"
		" )*(mail|courrier|orange|sfr|free|la poste|laposte|bouygues|messagerie)" SUITE
		"[.!]?$",
		"Envoyé depuis l’application Mail Orange" },
	{ CITATION_AJOUT,
		"^envoye (avec|depuis|via|par) (la|une) messagerie (securisee|chiffree) .{2,40}$",
		"Envoyé avec la messagerie sécurisée Proton Mail." },
	{ CITATION_AJOUT,
		"^sent (from|with|via|by|using) (my|the|a|an) .{0,30}" APPAREIL ".{0,120}$",
		"Sent from my iPhone" },
	{ CITATION_AJOUT, "^sent (from|with|via|by|using) (the )?\\[?" LOGICIEL ".{0,120}$",
		"Sent with Proton Mail secure email." },
	{ CITATION_AJOUT,
		"^(telecharger|obtenez|obtenir|get|download) \\[?" LOGICIEL
		"( (pour|for) .{2,40})?$",
		"Obtenez Outlook pour iOS" },
	{ CITATION_AJOUT, "^provenance ?: ?courrier pour windows.*$",
		"Provenance : Courrier pour Windows" },
	{ CITATION_AJOUT, "^(yahoo|aol) mail ?: .*$",
		"Yahoo Mail : Recherchez, organisez, conquérez" },
	{ CITATION_AJOUT, "^(garanti )?sans virus[.]? ?(www[.][a-z.]+|avast.*)?$",
		"Garanti sans virus. www.avast.com" },
	{ CITATION_AJOUT, "^virus-free[.]? ?(www[.][a-z.]+|avast.*)?$",
		"Virus-free. www.avast.com" },
	{ CITATION_AJOUT, "^l'absence de virus dans ce (courrier|message).* a ete verifiee par .*$",
		"L’absence de virus dans ce courrier électronique a été vérifiée par le logiciel"
		" antivirus Avast." },
	{ CITATION_AJOUT, "^(veuillez excuser ma brievete|please excuse my brevity)[.]?$",
		"Please excuse my brevity." },
	{ CITATION_AJOUT, "^je cree ma boite mail .*laposte[.]net.*$",
		"Je crée ma boîte mail www.laposte.net" },
	{ CITATION_NONE, NULL, NULL },
};

/* As the rules read: no case, no accents, no bold marks; one plain space between words. */
char *
citation_normal(struct arena *a, const char *s, size_t n)
{
	char *raw = arena_printf(a, "%.*s", (int) (n < CITATION_LINE ? n : CITATION_LINE), s), *out,
	     *o;
	utf8proc_uint8_t *folded = NULL;

	utf8proc_map((const utf8proc_uint8_t *) text_clean(a, raw), 0, &folded,
		UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
			UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
	out = o = arena_strdup(a, folded != NULL ? (char *) folded : "");
	free(folded);
	for (const char *i = out; *i != '\0';) {
		const char *from = i;
		int32_t c = text_next(&i);

		if (c == 0x2019 || c == 0x02BC || c == '`')
			*o++ = '\'';
		else if (c >= 0x2010 && c <= 0x2015)
			*o++ = '-';
		else if (c <= ' ' || c == 0xFFFD) {
			if (o > out && o[-1] != ' ')
				*o++ = ' ';
		} else if (c != '*')
			for (; from < i; from++)
				*o++ = *from;
	}
	while (o > out && o[-1] == ' ')
		o--;
	*o = '\0';
	return out;
}

/* Without an address in brackets at its end: "Outlook pour iOS<https://aka.ms/...>". */
static char *
unlinked(struct arena *a, const char *norm)
{
	const char *at = strstr(norm, "http"), *end = norm + strlen(norm);

	if (at == NULL || at == norm || strchr("<([", at[-1]) == NULL || strchr(at, ' ') != NULL ||
		strchr(">)]", end[-1]) == NULL)
		return (char *) norm;
	for (at--; at > norm && (at[-1] == ' ' || at[-1] == ']');)
		at--;
	return arena_printf(a, "%.*s", (int) (at - norm), norm + (*norm == '['));
}

static bool
matches(size_t rule, const char *norm)
{
	static regex_t compiled[RULES];
	static bool ready[RULES];

	if (rule >= RULES)
		fault("too many rules of quoting");
	if (!ready[rule] &&
		regcomp(&compiled[rule], citation_regles[rule].forme, REG_EXTENDED | REG_NOSUB) !=
			0)
		fault("rule of quoting: %s", citation_regles[rule].forme);
	ready[rule] = true;
	return regexec(&compiled[rule], norm, 0, NULL, 0) == 0;
}

/* A look that costs nothing, before the rule is tried. */
static bool
may_match(enum citation kind, const char *norm)
{
	char last = norm[strlen(norm) - 1];

	switch (kind) {
	case CITATION_INTRO: return last == ':' || last == '-';
	case CITATION_FAIBLE: return last == ':' || last == 't' || last == 'e';
	case CITATION_MARQUE: return *norm == '-';
	case CITATION_TRAIT: return ispunct((unsigned char) *norm);
	case CITATION_DE:
	case CITATION_DATE:
	case CITATION_A:
	case CITATION_OBJET:
	case CITATION_AUTRE: return *norm == 'm' || strchr(norm, ':') != NULL;
	default: return true;
	}
}

/* What lines say that read so, as one. */
enum citation
citation_kind(struct arena *a, const char *norm)
{
	const char *bare = unlinked(a, norm);

	if (*norm == '\0' || strlen(norm) >= CITATION_LINE)
		return CITATION_NONE;
	for (size_t i = 0; citation_regles[i].forme != NULL; i++)
		if (may_match(citation_regles[i].genre, norm) &&
			matches(i, citation_regles[i].genre == CITATION_AJOUT ? bare : norm))
			return citation_regles[i].genre;
	return CITATION_NONE;
}

/* What the rules say of LINE alone. */
enum citation
citation_genre(struct arena *a, const char *line)
{
	return citation_kind(a, citation_normal(a, line, strlen(line)));
}

/* Nothing that is seen, spaces that do not break among it. */
bool
citation_blank(const char *s, size_t n)
{
	for (size_t i = 0; i < n;)
		if ((unsigned char) s[i] <= ' ')
			i++;
		else if (n - i >= 2 && memcmp(s + i, "\u00a0", 2) == 0)
			i += 2;
		else if (n - i >= 3 &&
			(memcmp(s + i, "\u202f", 3) == 0 || memcmp(s + i, "\u200b", 3) == 0 ||
				memcmp(s + i, "\ufeff", 3) == 0))
			i += 3;
		else
			return false;
	return true;
}
