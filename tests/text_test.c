/* text_test.c - the texts of people: what must compare equal, sort well, be found and shown */

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "t.h"

static struct arena mem;

static bool
same(const char *got, const char *wanted)
{
	bool ok = got == wanted || (got != NULL && wanted != NULL && strcmp(got, wanted) == 0);

	if (!ok)
		printf("  got \"%s\", wanted \"%s\"\n", got ? got : "NULL",
			wanted ? wanted : "NULL");
	return ok;
}

TEST(text_knows_utf8_from_other_bytes)
{
	static const char *const good[] = { "", "a", "é", "œuvre\tà\r\nlire", "€", "😀", "\xc2\x85",
		"\uFFFD" };
	static const struct {
		const char *bytes;
		size_t n;
	} bad[] = {
		{ "\0", 1 },
		{ "a\0b", 3 },
		{ "\x1b", 1 },
		{ "\x7f", 1 },
		{ "\x80", 1 },
		{ "\xc3", 1 },
		{ "\xc0\xaf", 2 },
		{ "\xc1\xbf", 2 },
		{ "\xe0\x80\xaf", 3 },
		{ "\xe2\x82", 2 },
		{ "\xed\xa0\x80", 3 },
		{ "\xf0\x80\x80\xaf", 4 },
		{ "\xf4\x90\x80\x80", 4 },
		{ "\xf5\x80\x80\x80", 4 },
		{ "\xff", 1 },
		{ "\xfe", 1 },
		{ "\xef\xbf\xbe", 3 },
		{ "\xef\xbf\xbf", 3 },
		{ "é\xa9", 3 },
	};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		check(text_is_utf8(good[i], strlen(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check(!text_is_utf8(bad[i].bytes, bad[i].n));
	check(text_is_utf8("é", 2) && !text_is_utf8("é", 1));
}

TEST(text_clean_replaces_only_what_offends)
{
	const char *fine = "Zoé\n";

	check(text_clean(&mem, fine) == fine);
	check(same(text_clean(&mem, "Zo\xe9 \x01!"), "Zo\uFFFD \uFFFD!"));
	check(same(text_clean(&mem, "\xe2\x82"), "\uFFFD\uFFFD"));
	arena_reset(&mem);
}

TEST(text_counts_characters_and_cuts_after_words)
{
	check(text_length("") == 0 && text_length("été") == 3 && text_length("a😀") == 2);
	check(text_length("\xff\xfe") == 2);
	check(same(text_cut(&mem, "été", 3), "été"));
	check(same(text_cut(&mem, "Réunion publique à Lyon", 18), "Réunion publique…"));
	check(same(text_cut(&mem, "Réunion, publique", 10), "Réunion…"));
	check(same(text_cut(&mem, "anticonstitutionnellement", 10), "anticonst…"));
	check(same(text_cut(&mem, "abc", 0), "…") && same(text_cut(&mem, "a\xff", 9), "a\uFFFD"));
	check(same(text_cut(&mem, "e\u0301e\u0301e\u0301", 4), "e\u0301…"));
	check(same(text_cut(&mem, "aa👩‍👩‍👧‍👦bb", 6), "aa…"));
	check(text_length(text_cut(&mem, "un deux trois quatre cinq six", 12)) <= 12);
	arena_reset(&mem);
}

TEST(text_folds_every_spelling_to_one)
{
	static const char *const pairs[][2] = {
		{ "Éléonore", "eleonore" },
		{ "  L’Haÿ-les-Roses ", "l hay les roses" },
		{ "CŒUR", "coeur" },
		{ "Ægir", "aegir" },
		{ "straße", "strasse" },
		{ "O'Brien", "o brien" },
		{ "O’Brien", "o brien" },
		{ "e\u0301te\u0301", "ete" },
		{ "Łódź Øre", "lodz ore" },
		{ "ﬁn", "fin" },
		{ "N° 3", "n 3" },
		{ "m²", "m2" },
		{ "!!!", "" },
		{ "", "" },
		{ "😀 a", "a" },
		{ "Ａ１", "a1" },
		{ "Ёлка", "елка" },
		{ "a\u00A0b", "a b" },
		{ "İ", "i" },
		{ "\xff"
		  "a",
			"a" },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		check(same(text_fold(&mem, pairs[i][0]), pairs[i][1]));
	check(text_fold(&mem, "\uFDFA") != NULL); /* the longest decomposition */
	arena_reset(&mem);
}

static bool
sorted(const char *nom, const char *prenom, const char *wanted)
{
	return same(text_sort_key(&mem, nom, prenom), wanted);
}

static int
order(const char *nom1, const char *prenom1, const char *nom2, const char *prenom2)
{
	return strcmp(text_sort_key(&mem, nom1, prenom1), text_sort_key(&mem, nom2, prenom2));
}

TEST(text_sorts_names_as_french_does)
{
	char *long_name = arena_alloc(&mem, 1001);

	check(sorted("de Gaulle", "Charles", "gaulle  charles"));
	check(sorted("d’Ormesson", "Jean", "ormesson  jean"));
	check(sorted("d'Ormesson", "Jean", "ormesson  jean"));
	check(sorted("de La Fontaine", "Jean", "la fontaine  jean"));
	check(sorted("de la Fontaine", "Jean", "la fontaine  jean"));
	check(sorted("du Bellay", "Joachim", "du bellay  joachim"));
	check(sorted("des Forêts", "Louis-René", "des forets  louis rene"));
	check(sorted("Le Goff", "Anne", "le goff  anne"));
	check(sorted("De Smet", "Jan", "de smet  jan"));
	check(sorted("De", "Li", "de  li"));
	check(sorted("de ", "Li", "de  li"));
	check(sorted("", "Zoé", "zoe") && sorted("Martin", "", "martin") && sorted("", "", "~"));
	check(order("Martin", "Zoé", "Martin Dupont", "Anne") < 0);
	check(order("Émile", "", "Emilie", "") < 0 && order("Étienne", "", "Zola", "") < 0);
	check(order("Zola", "Zoé", "Ёлкин", "") < 0 && order("Ёлкин", "", "", "") < 0);
	memset(long_name, 'a', 1000);
	check(strlen(text_sort_key(&mem, long_name, long_name)) == 120);
	check(strlen(text_sort_key(&mem, "Ёлкин Ёлкин Ёлкин Ёлкин Ёлкин", "Ёлкин")) <= 120);
	arena_reset(&mem);
}

TEST(text_makes_initials)
{
	check(same(text_initials(&mem, "Anne", "Martin"), "AM"));
	check(same(text_initials(&mem, "Élodie", "d’Ormesson"), "EO"));
	check(same(text_initials(&mem, "Marie-Claude", ""), "MC"));
	check(same(text_initials(&mem, "", "Bô"), "BO") && same(text_initials(&mem, "", "B"), "B"));
	check(same(text_initials(&mem, "", ""), "?") && same(text_initials(&mem, "😀", "!"), "?"));
	check(same(text_initials(&mem, "Ёж", "Œil"), "ЕO"));
	for (int64_t i = -7; i < 7; i++)
		check(text_hue(i) >= 1 && text_hue(i) <= 6);
	arena_reset(&mem);
}

static const char *const spellings[][2] = {
	{ "0612345678", "+33612345678" },
	{ "06 12 34 56 78", "+33612345678" },
	{ "06.12.34.56.78", "+33612345678" },
	{ "06-12-34-56-78", "+33612345678" },
	{ "06/12/34/56/78", "+33612345678" },
	{ "+33 6 12 34 56 78", "+33612345678" },
	{ "+33 (0)6 12 34 56 78", "+33612345678" },
	{ "0033612345678", "+33612345678" },
	{ "00 33 (0) 6 12 34 56 78", "+33612345678" },
	{ "+33 06 12 34 56 78", "+33612345678" },
	{ "06\u00A012\u202F34 56 78", "+33612345678" },
	{ "(+33) 6 12 34 56 78", "+33612345678" },
	{ "06‑12‑34‑56‑78", "+33612345678" },
	{ " 612345678 ", "+33612345678" },
	{ "33612345678", "+33612345678" },
	{ "01 23 45 67 89", "+33123456789" },
	{ "0692 12 34 56", "+262692123456" },
	{ "0262 12 34 56", "+262262123456" },
	{ "+262 (0)692 12 34 56", "+262692123456" },
	{ "262692123456", "+262692123456" },
	{ "+33 692 12 34 56", "+262692123456" },
	{ "0639 12 34 56", "+262639123456" },
	{ "0590 12 34 56", "+590590123456" },
	{ "0690123456", "+590690123456" },
	{ "0594123456", "+594594123456" },
	{ "0694123456", "+594694123456" },
	{ "0596123456", "+596596123456" },
	{ "0696123456", "+596696123456" },
	{ "+32 475 12 34 56", "+32475123456" },
	{ "0032475123456", "+32475123456" },
	{ "+44 (0)20 7946 0018", "+442079460018" },
	{ "+1 (555) 010-9999", "+15550109999" },
	{ "0508 41 23 45", "+508412345" },
	{ "+687 12 34 56", "+687123456" },
	{ "", NULL },
	{ "12", NULL },
	{ "061234567", NULL },
	{ "06123456789", NULL },
	{ "00 12 34 56 78", NULL },
	{ "06 12 34 56 78 poste 3", NULL },
	{ "abc", NULL },
	{ "0612345678 / 0712345678", NULL },
	{ "+33", NULL },
	{ "+", NULL },
	{ "+0612345678", NULL },
	{ "++33612345678", NULL },
	{ "06+12345678", NULL },
	{ "+1234567890123456", NULL },
	{ "01000", NULL },
	{ "06 12 34 56 7é", NULL },
	{ "+33 0", NULL },
	{ "00", NULL },
	{ "00 590 00000000", NULL },
	{ "+590 69012345", NULL },
	{ "+262 00692123456", NULL },
};

TEST(text_reads_phones_in_any_spelling)
{
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		check(same(text_phone(&mem, spellings[i][0]), spellings[i][1]));
	arena_reset(&mem);
}

TEST(text_shows_phones_and_reads_them_back)
{
	static const char *const pairs[][2] = {
		{ "+33612345678", "06 12 34 56 78" },
		{ "+262692123456", "06 92 12 34 56" },
		{ "+596596123456", "05 96 12 34 56" },
		{ "+32475123456", "+32 475 12 34 56" },
		{ "+15550109999", "+1 55 50 10 99 99" },
		{ "+35212345678", "+352 12 34 56 78" },
		{ "+508412345", "+508 41 23 45" },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		check(same(text_phone_show(&mem, pairs[i][0]), pairs[i][1]));
		check(same(text_phone(&mem, pairs[i][1]), pairs[i][0]));
	}
	check(same(text_phone_typed(&mem, "+262 6 39 98 02 04"), "06 39 98 02 04") &&
		same(text_phone_typed(&mem, "+33 (0)6.39.98.02.04"), "06 39 98 02 04") &&
		same(text_phone_typed(&mem, "voir Paul"), "voir Paul"));
	check(same(text_phone_show(&mem, "poste 12"), "poste 12") &&
		same(text_phone_show(&mem, ""), ""));
	check(same(text_phone_show(&mem, "+33<b>12345"), "+33<b>12345"));
	arena_reset(&mem);
}

static bool
date_is(const char *raw, int y, int m, int d)
{
	int year = 0, month = 0, day = 0;
	bool known = text_date(raw, &year, &month, &day);

	return known == (y != 0) && year == y && month == m && day == d;
}

TEST(text_reads_dates)
{
	static const char *const refused[] = {
		"",
		"31/02/2026",
		"29/02/2025",
		"2026-02-30",
		"2026-13-01",
		"00/01/2026",
		"32/01/2026",
		"12/10",
		"12/10/26",
		"12/10-2026",
		"2026/10/12",
		"20261012",
		"2026-10-12x",
		"2026-10-12T",
		"demain",
		"1234567890",
		"123456789012345",
		"-",
		"12345678901x",
		"2026-10-1",
		"0000-00-00",
		"0999-01-01",
		"1/1/2026 à 12 h",
		"--1588291200000",
		"2026-10-12T99 ou pas",
	};

	check(date_is("2026-10-12", 2026, 10, 12) && date_is(" 2026-10-12 ", 2026, 10, 12));
	check(date_is("2026-10-12T00:00:00.000Z", 2026, 10, 12) &&
		date_is("2026-10-12 18:30", 2026, 10, 12));
	check(date_is("12/10/2026", 2026, 10, 12) && date_is("1-2-1980", 1980, 2, 1));
	check(date_is("01.02.1980", 1980, 2, 1) && date_is("29/02/2024", 2024, 2, 29));
	check(date_is("29/02/2000", 2000, 2, 29) && date_is("29/02/1900", 0, 0, 0));
	check(date_is("1760227200000", 2025, 10, 12) && date_is("-1588291200000", 1919, 9, 3));
	check(date_is("-86400001000", 1967, 4, 6) && date_is("25568000000000", 2780, 3, 20));
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (!date_is(refused[i], 0, 0, 0))
			check(same(refused[i], "refused"));
}

static time_t
at(int y, int m, int d, int h, int min)
{
	struct tm tm = { .tm_year = y - 1900,
		.tm_mon = m - 1,
		.tm_mday = d,
		.tm_hour = h,
		.tm_min = min,
		.tm_isdst = -1 };

	return mktime(&tm);
}

TEST(text_names_are_one_line_and_de_is_elided)
{
	static const char *const de[][2] = { { "Paul", "de Paul" }, { "Agathe", "d’Agathe" },
		{ "Élodie", "d’Élodie" }, { "Œdipe", "d’Œdipe" }, { "Hélène", "d’Hélène" },
		{ "Hakim", "de Hakim" }, { "Houda", "de Houda" }, { "Yves", "d’Yves" },
		{ "Yann", "de Yann" }, { "inès", "d’inès" }, { "Oxfam France", "d’Oxfam France" },
		{ "Habitat", "d’Habitat" }, { "huit", "de huit" }, { "Hongrie", "de Hongrie" },
		{ "Hugo", "d’Hugo" }, { "Onze", "de Onze" }, { "Hautes-Alpes", "de Hautes-Alpes" },
		{ "", "de " }, { "92", "de 92" } };

	for (size_t i = 0; i < sizeof de / sizeof *de; i++)
		check(same(text_de(&mem, de[i][0]), de[i][1]));
	check(same(text_que(&mem, "Inès"), "qu’Inès") && same(text_que(&mem, "Paul"), "que Paul"));
	check(same(text_line(&mem, "  GL   Paris \t Nord\n"), "GL Paris Nord"));
	check(same(text_line(&mem, "Atelier\u00A0: un \u00A0 deux\nÉté"),
		"Atelier\u00A0: un deux Été"));
	check(same(text_line(&mem, "\u00A0\t "), ""));
	arena_reset(&mem);
}

TEST(text_shows_dates_in_french)
{
	time_t now = at(2026, 10, 12, 14, 5);

	check(same(text_day(&mem, "2026-10-12"), "12\u00A0octobre 2026"));
	check(same(text_day(&mem, "01/08/1980"), "1er\u00A0août 1980") &&
		same(text_day(&mem, "?"), "?"));
	check(same(text_number(&mem, 607), "607") && same(text_number(&mem, 1048), "1\u202f048") &&
		same(text_number(&mem, 1234567), "1\u202f234\u202f567"));
	check(same(text_day_near(&mem, "2026-10-12", 1795694400), "12\u00A0octobre") &&
		same(text_day_near(&mem, "2025-10-12", 1795694400), "12\u00A0octobre 2025") &&
		same(text_day_near(&mem, "?", 1795694400), "?"));
	check(same(text_iso(&mem, " 1/8/1980"), "1980-08-01") &&
		same(text_iso(&mem, "2026-10-12T23:59:00Z"), "2026-10-12") &&
		text_iso(&mem, "31/02/2026") == NULL && text_iso(&mem, "") == NULL);
	check(same(text_iso_at(&mem, at(2026, 10, 12, 0, 0)), "2026-10-12") &&
		same(text_iso_at(&mem, at(2026, 10, 12, 23, 59)), "2026-10-12"));
	check(same(text_month(1), "janvier") && same(text_month(12), "décembre"));
	check(same(text_day_short(&mem, "2026-11-01", now), "1er\u00A0nov.") &&
		same(text_day_short(&mem, "2025-03-02", now), "mars\u00A02025") &&
		same(text_day_short(&mem, "?", now), "?"));
	check(same(text_day_named(&mem, now), "Lundi 12\u00A0octobre"));
	check(same(text_inside(&mem, text_day_named(&mem, now)), "lundi 12\u00A0octobre"));
	check(same(text_inside(&mem, "1er octobre"), "1er octobre"));
	check(same(text_moment(&mem, now), "lundi 12\u00A0octobre 2026 à 14\u00A0h\u00A005"));
	check(same(text_day_title(&mem, at(2026, 10, 12, 0, 5), now), "Aujourd’hui"));
	check(same(text_day_title(&mem, at(2026, 10, 11, 23, 59), now), "Hier"));
	check(same(text_day_title(&mem, at(2026, 10, 10, 23, 59), now), "10\u00A0octobre"));
	check(same(text_when(&mem, now - 5, now), "à l’instant"));
	check(same(text_when(&mem, now - 250, now), "il y a 4\u00A0min"));
	check(same(text_when(&mem, now - 3 * 3600, now), "il y a 3\u00A0h"));
	check(same(text_when(&mem, at(2026, 10, 11, 23, 59), now), "hier"));
	check(same(text_when(&mem, at(2026, 10, 11, 0, 0), now), "hier"));
	check(same(text_when(&mem, at(2026, 10, 10, 23, 59), now), "10\u00A0octobre"));
	check(same(text_when(&mem, at(2025, 10, 12, 0, 0), now), "12\u00A0octobre 2025"));
	check(same(text_when(&mem, at(2026, 10, 14, 0, 0), now), "14\u00A0octobre"));
	check(same(text_when(&mem, at(2025, 12, 31, 12, 0), at(2026, 1, 1, 12, 0)), "hier"));
	check(same(text_when(&mem, at(2026, 3, 28, 12, 0), at(2026, 3, 29, 23, 30)), "hier"));
	arena_reset(&mem);
}
