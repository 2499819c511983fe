/* saisie_test.c - what people type into a field, by its kind */

#include <string.h>

#include "base/text.h"
#include "domain/contacts/contact_saisie.h"
#include "t.h"

static const struct option options[] = { { "photo", "Photo" }, { "video", "Vidéo" } };

/* What TYPED is kept as; "!…" when it is refused. */
static const char *
kept(enum champ_type genre, const char *typed)
{
	const struct champ c = { .genre = genre, .options = options, .n_options = 2 };
	const char *stored, *refused = saisie_read(&t.mem, &c, typed, &stored);

	return refused == NULL ? stored : arena_printf(&t.mem, "!%s", refused);
}

static bool
refused(enum champ_type genre, const char *typed, const char *why)
{
	const char *got = kept(genre, typed);

	return *got == '!' && strstr(got, why) != NULL;
}

TEST(saisie_takes_what_people_type)
{
	check_text(kept(G_TEXTE, " \u00A0Salut  "), "Salut");
	check_text(kept(G_TEXTE, "   "), "");
	check_text(kept(G_NOMBRE, "1\u202F234,5"), "1234.5");
	check_text(kept(G_NOMBRE, "-3"), "-3");
	check_text(kept(G_DATE, "12/10/2026"), "2026-10-12");
	check_text(kept(G_OUI_NON, "OUI"), "1");
	check_text(kept(G_OUI_NON, "non"), "0");
	check_text(kept(G_CHOIX, "vidéo"), "video");
	check_text(kept(G_CHOIX, "VIDEO"), "video");
	check_text(kept(G_CHOIX_MULTIPLE, "photo"), "photo");
	check_text(kept(G_CODE_POSTAL, "1000"), "01000");
	check_text(kept(G_TELEPHONE, "06 12 34 56 78"), "+33612345678");
	check_text(kept(G_COURRIEL, " a.b@exemple.org "), "a.b@exemple.org");
	check_text(kept(G_LIEN, "www.exemple.org/x?y"), "https://www.exemple.org/x?y");
}

TEST(saisie_refuses_with_a_sentence)
{
	check(refused(G_NOMBRE, "12 pommes", "nombre"));
	check(refused(G_NOMBRE, "nan", "nombre"));
	check(refused(G_NOMBRE, "0x12", "nombre"));
	check(refused(G_DATE, "31/02/2026", "date"));
	check(refused(G_OUI_NON, "peut-être", "oui ou non"));
	check(refused(G_CHOIX, "Dessin", "Photo, Vidéo."));
	check(refused(G_CODE_POSTAL, "6900", "cinq") == false);
	check(refused(G_CODE_POSTAL, "69A03", "cinq"));
	check(refused(G_TELEPHONE, "12", "numéro"));
	check(refused(G_COURRIEL, "a b@exemple.org", "adresse"));
	check(refused(G_LIEN, "javascript:alert(1)", "adresse de site"));
	check(refused(G_LIEN, "https://a.b/\"onload", "adresse de site"));
	check(refused(G_GROUPE, "12", "ne s’écrit pas"));
	check(refused(G_TEXTE, arena_printf(&t.mem, "%0201d", 0), "201 caractères"));
	check(text_length(kept(G_LONG, arena_printf(&t.mem, "%0201d", 0))) == 201);
}
