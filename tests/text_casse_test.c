/* text_casse_test.c - names that came in capitals, in the case of names */

#include <string.h>

#include "base/text.h"
#include "t.h"

static bool
as_read(const char *name, bool place, const char *wanted)
{
	return strcmp(text_names_case(&t.mem, name, place), wanted) == 0;
}

TEST(text_names_in_capitals_are_read_as_names)
{
	static const char *const people[][2] = { { "SCHMITT", "Schmitt" }, { "bordier", "Bordier" },
		{ "<script>alert(1)</script>", "<script>alert(1)</script>" },
		{ "DE FONTENAY", "de Fontenay" }, { "LE BIHAN", "Le Bihan" }, { "LEÏLA", "Leïla" },
		{ "D’ORMESSON", "d’Ormesson" }, { "DE LA COUR", "de la Cour" },
		{ "JEAN-PIERRE", "Jean-Pierre" }, { "marie-ange", "Marie-Ange" },
		{ "McDonald", "McDonald" }, { "N’Guyen", "N’Guyen" }, { "N’GUYEN", "N’Guyen" },
		{ "JB", "JB" }, { "Henri IV", "Henri IV" }, { "PRUD’HOMME", "Prud’homme" },
		{ "de Brosses", "de Brosses" }, { "Martin DUPONT", "Martin Dupont" },
		{ "Елена", "Елена" }, { "", "" }, { "-", "-" }, { "LI", "Li" } };
	static const char *const places[][2] = { { "SCHILTIGHEIM", "Schiltigheim" },
		{ "SAINT-MARTIN-D'HÈRES", "Saint-Martin-d'Hères" }, { "LE HAVRE", "Le Havre" },
		{ "L’HAŸ-LES-ROSES", "L’Haÿ-les-Roses" }, { "PARIS CEDEX 12", "Paris Cedex 12" },
		{ "Lyon 3E", "Lyon 3e" }, { "PARIS 11E", "Paris 11e" },
		{ "Villeneuve-lès-Avignon", "Villeneuve-lès-Avignon" },
		{ "LA ROCHE-SUR-YON", "La Roche-sur-Yon" }, { "nantes", "Nantes" } };

	for (size_t i = 0; i < sizeof people / sizeof *people; i++)
		check(as_read(people[i][0], false, people[i][1]));
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		check(as_read(places[i][0], true, places[i][1]));
}
