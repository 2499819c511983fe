/* aide.c - the user guides: the Markdown files of doc/, made into pages by cmark in safe mode */

#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>

#include "base/conf.h"
#include "web/nouveautes.h"
#include "web/reply.h"
#include "web/route.h"

static const struct {
	const char *name, *titre, *texte;
} guides[] = {
	{ "nouveautes", "Nouveautés", "Ce que vous pouvez faire de nouveau, jour par jour." },
	{ "benevole", "Guide des bénévoles",
		"Entrer, compléter sa fiche, trouver une personne ou un groupe." },
	{ "coordination", "Guide de la coordination",
		"Voir son groupe, accueillir, tenir les fiches à jour." },
	{ "agenda", "Guide de l’agenda et des heures",
		"Participer, organiser, pointer, compter ses heures." },
	{ "actualites", "Guide des actualités",
		"Écrire, viser, programmer, publier\u202F; portraits et merci\u202F; flux privé." },
	{ "lettres", "Guide des lettres d’info",
		"Retrouver une lettre, écrire, vérifier, envoyer, corriger, lire le rapport." },
	{ "tableau-de-bord", "Guide du tableau de bord",
		"Compter les bénévoles, d’où viennent les chiffres, les emporter." },
	{ "messages", "Guide des messages",
		"Écrire à une personne, à un groupe, au Siège ; répondre par courriel." },
	{ "groupes-fil", "Guide du fil d’un groupe",
		"Publier, répondre, voter, suivre les actions et les priorités." },
	{ "imports", "Guide des imports et des étiquettes",
		"Étiqueter, importer un tableau, changer plusieurs fiches, exporter." },
	{ "segments", "Guide des filtres et des segments",
		"Filtrer l’annuaire, combiner des conditions, garder et partager une liste." },
	{ "administration", "Guide de l’administration",
		"Suivre la synchronisation, inviter, exporter." },
	{ "service", "Guide de l’état du service",
		"Ce qui est surveillé, les alertes, une clé à changer, un accès à fermer." },
	{ "journal", "Guide du journal",
		"Lire qui a fait quoi, filtrer, exporter, vérifier soi-même." },
	{ "protection", "Guide de la protection des données",
		"Répondre aux demandes, effacer, tenir le registre, notifier une violation." },
	{ "exploitation", "Guide d’exploitation",
		"Installer, mettre à jour, sauvegarder\u00A0: pour l’hébergeur." },
};

static int
aide_index(struct req *r)
{
	for (size_t i = 0; i < sizeof guides / sizeof *guides; i++) {
		struct row *row = row_at(r, arena_printf(&r->mem, "items.%zu", i));

		row_say(row, "url", arena_printf(&r->mem, "/aide/%s", guides[i].name));
		row_say(row, "titre", guides[i].titre);
		row_say(row, "texte", guides[i].texte);
	}
	say(r, "Nouveautes.le", nouveautes_day());
	title(r, "Aide");
	return page(r, "aide/index.cs");
}

static int
aide_show(struct req *r)
{
	for (size_t i = 0; i < sizeof guides / sizeof *guides; i++) {
		const char *text;
		char *html;

		if (strcmp(r->caught[0], guides[i].name) != 0)
			continue;
		text = conf_file_text(
			conf_data(arena_printf(&r->mem, "doc/%s.md", guides[i].name)));
		if (text == NULL)
			return not_found(r);
		arena_own(&r->mem, (void *) text, free);
		html = cmark_markdown_to_html(text, strlen(text), CMARK_OPT_VALIDATE_UTF8);
		arena_own(&r->mem, html, free);
		say(r, "page.Html", html);
		title(r, "%s", guides[i].titre);
		return page(r, "aide/page.cs");
	}
	return not_found(r);
}

static const struct route routes[] = {
	{ GET, "", PUBLIC, aide_index },
	{ GET, ":guide", PUBLIC, aide_show },
	{ 0 },
};

const struct area aide_area = { "aide", ROUTES(routes) };
