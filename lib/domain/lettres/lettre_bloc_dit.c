/* lettre_bloc_dit.c - the blocks of a letter as its templates read them (courriel/lettre.html.cs,
 * lettre.txt.cs): addresses whole, Markdown as the HTML of mails
 */

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/conf.h"
#include "base/span.h"
#include "base/text.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/lettre_jeton.h"
#include "domain/objets/fichier.h"
#include "domain/objets/texte.h"

enum { WIDE = 552, HALF = 252, COLUMNS = 78 };

/* An address as it stands in a mail: whole, and of the web or a mail; "": it leads nowhere.  Braces
 * and blanks are encoded: no first name leaves with a click. */
static const char *
whole(struct req *r, const char *url)
{
	struct buffer out = { &r->mem };
	bool ours = *url == '/' && url[1] != '/';

	if (!ours && strncasecmp(url, "https://", 8) != 0 && strncasecmp(url, "http://", 7) != 0 &&
		strncasecmp(url, "mailto:", 7) != 0)
		return "";
	if (ours)
		buffer_puts(&out, conf.site_url);
	for (const char *s = text_clean(&r->mem, url); *s != '\0'; s++)
		if ((unsigned char) *s <= ' ' || strchr("{}\"<>\\^`|", *s) != NULL)
			buffer_puts(&out, arena_printf(&r->mem, "%%%02X", (unsigned char) *s));
		else
			buffer_char(&out, *s);
	return lettre_unmarked(r, buffer_text(&out));
}

/* ---- Markdown as the HTML of mails ---- */

/* A picture of a letter: its address, which opens without signing in, and its size, no wider than
 * MOST.  False: it is no picture of a letter. */
static bool
picture(struct req *r, int64_t fichier, int most, const char **url, int *wide, int *high)
{
	if (!db_read(r,
		    SQL("SELECT f.largeur, f.hauteur FROM fichier f"
			" JOIN objet o ON o.id = f.objet_id"
			" JOIN fichier_contenu c ON c.empreinte = f.empreinte AND c.infecte = ''"
			" WHERE f.id = ? AND o.genre = 'lettre' AND f.type IN ('image/jpeg',"
			" 'image/png', 'image/webp', 'image/gif') AND f.largeur > 0"
			" AND f.hauteur > 0"),
		    INTO(TO(wide), TO(high)), I(fichier)))
		return false;
	if (*wide > most) {
		*high = (int) ((int64_t) *high * most / *wide);
		*wide = most;
	}
	*url = arena_printf(&r->mem, "%s/public/images/%s", conf.site_url,
		lettre_jeton(r, JETON_IMAGE, fichier));
	return true;
}

/* How each tag of the renderer's looks in a mail, where no sheet of styles is sure. */
static const struct look {
	const char *tag, *into;
} looks[] = {
	{ "<p>", "<p style=\"margin:0 0 16px\">" },
	{ "<h3>",
		"<h3 style=\"margin:8px 0 8px;font-family:Georgia,serif;font-size:20px;"
		"font-weight:600;line-height:1.3\">" },
	{ "<h4>", "<h4 style=\"margin:8px 0 8px;font-size:16px\">" },
	{ "<h5>", "<h5 style=\"margin:8px 0 8px;font-size:16px\">" },
	{ "<h6>", "<h6 style=\"margin:8px 0 8px;font-size:16px\">" },
	{ "<ul>", "<ul style=\"margin:0 0 16px;padding-left:20px\">" },
	{ "<ol>", "<ol style=\"margin:0 0 16px;padding-left:20px\">" },
	{ "<blockquote>",
		"<blockquote style=\"margin:0 0 16px;padding-left:16px;border-left:3px solid "
		"#e8e3d8\">" },
	{ "<hr />", "<hr style=\"border:0;border-top:1px solid #e8e3d8;margin:16px 0\">" },
	{ "<td>", "<td style=\"padding:4px 8px;border:1px solid #e8e3d8\">" },
	{ "<th>", "<th style=\"padding:4px 8px;border:1px solid #e8e3d8;text-align:left\">" },
	{ "<table>",
		"<table cellspacing=\"0\" style=\"border-collapse:collapse;margin:0 0 16px\">" },
	{ 0 },
};

/* The address between quotes after ATTRIBUTE in the tag at S, "" if there is none. */
static const char *
attribute(struct req *r, const char *s, const char *name)
{
	const char *end = s + strcspn(s, ">"),
		   *at = memmem(s, (size_t) (end - s), name, strlen(name));

	at = at != NULL ? at + strlen(name) : end;
	return arena_printf(&r->mem, "%.*s", (int) strcspn(at, "\">"), at);
}

static void
put_link(struct req *r, struct buffer *out, const char *tag)
{
	const char *url = attribute(r, tag, "href=\"");

	buffer_puts(out, "<a class=\"l\" href=\"");
	if (*url == '/' && url[1] != '/')
		buffer_puts(out, conf.site_url);
	buffer_puts(out, arena_printf(&r->mem, "%s\" style=\"color:#35690f\">", url));
}

static void
put_picture(struct req *r, struct buffer *out, const char *tag, int most)
{
	const char *src = attribute(r, tag, "src=\""), *url;
	int wide, high;

	if (strncmp(src, "/fichiers/", 10) != 0 ||
		!picture(r, strtoll(src + 10, NULL, 10), most, &url, &wide, &high)) {
		buffer_puts(out, attribute(r, tag, "alt=\""));
		return;
	}
	buffer_puts(out,
		arena_printf(&r->mem,
			"<img src=\"%s\" alt=\"%s\" width=\"%d\" height=\"%d\" style=\""
			"display:block;width:100%%;max-width:%dpx;height:auto;"
			"border:0;border-radius:8px\">",
			url, attribute(r, tag, "alt=\""), wide, high, wide));
}

/* MARKDOWN for a mail: the tags are the renderer's own, so they are known by their first bytes. */
static const char *
mail_html(struct req *r, const char *markdown, int most)
{
	const char *s = lettre_remarked(r, texte_html(r, lettre_unmarked(r, markdown)));
	struct buffer out = { &r->mem };

	while (*s != '\0') {
		size_t n = 1 + strcspn(s + 1, "<");
		size_t tag = *s == '<' ? strcspn(s, ">") + 1 : 0;
		const struct look *l = looks;

		while (l->tag != NULL && strncmp(s, l->tag, strlen(l->tag)) != 0)
			l++;
		if (strncmp(s, "<a ", 3) == 0)
			put_link(r, &out, s);
		else if (strncmp(s, "<img ", 5) == 0)
			put_picture(r, &out, s, most);
		else if (l->tag != NULL)
			buffer_puts(&out, l->into);
		else
			tag = 0;
		buffer_add(&out, s + tag, n - tag);
		s += n;
	}
	return buffer_text(&out);
}

/* The same as plain text: links of ours say their whole address. */
static const char *
plain(struct req *r, const char *markdown)
{
	struct buffer out = { &r->mem };

	for (const char *s = lettre_unmarked(r, markdown); *s != '\0'; s++) {
		buffer_char(&out, *s);
		if (s[0] == ']' && s[1] == '(' && s[2] == '/' && s[3] != '/' &&
			strncmp(s + 2, "/fichiers/", 10) != 0) {
			buffer_puts(&out, arena_printf(&r->mem, "(%s", conf.site_url));
			s++;
		}
	}
	return lettre_remarked(r, texte_brut(r, buffer_text(&out)));
}

/* ---- each kind ---- */

static void
say_image(struct req *r, struct row *row, const struct lettre_bloc *b)
{
	const char *url = "";
	int wide, high;

	if (!picture(r, b->fichier, WIDE, &url, &wide, &high))
		return;
	row_say(row, "src", url);
	row_say(row, "alt", lettre_unmarked(r, b->alt));
	row_say(row, "lien", whole(r, b->lien));
	row_say_int(row, "largeur", wide);
	row_say_int(row, "hauteur", high);
}

/* The next date of an event, as it stands now; nothing of one that is gone. */
static void
say_event(struct req *r, struct row *row, int64_t id)
{
	const char *titre, *lieu, *lien, *debut, *fin;
	bool whole_days, off;
	struct wall day;

	if (!db_read(r,
		    SQL("SELECT o.titre, COALESCE(NULLIF(d.lieu, ''), e.lieu), e.lien, d.debut,"
			" d.fin, e.journee, e.etat = 'annule' OR d.etat = 'annule'"
			" FROM evenement e JOIN objet o ON o.id = e.id"
			" JOIN evenement_date d ON d.evenement_id = e.id WHERE e.id = ?"
			" AND e.supprime_le IS NULL AND e.etat <> 'brouillon'"
			" ORDER BY d.fin < ?, d.etat = 'annule', IF(d.fin < ?, NULL, d.debut),"
			" d.debut DESC LIMIT 1"),
		    INTO(TO(&titre), TO(&lieu), TO(&lien), TO(&debut), TO(&fin), TO(&whole_days),
			    TO(&off)),
		    I(id), S(clock_sql(&r->mem, clock_now())), S(clock_sql(&r->mem, clock_now()))))
		return;
	day = wall_at(clock_parse(debut));
	row_say(row, "titre", lettre_unmarked(r, titre));
	row_say(row, "quand",
		arena_printf(&r->mem, "%s%s", off ? "Annulé\u00A0: " : "",
			text_span(&r->mem, clock_parse(debut), clock_parse(fin), whole_days,
				clock_now())));
	row_say(row, "lieu",
		*lieu != '\0'         ? lettre_unmarked(r, lieu) :
			*lien != '\0' ? "En ligne" :
					"");
	row_say(row, "mois", text_month_short(day.month));
	row_say_int(row, "numero", day.day);
	row_say(row, "lien", whole(r, arena_printf(&r->mem, "/agenda/%" PRId64, id)));
	row_say(row, "action", "Voir le rendez-vous");
}

static void
say_news(struct req *r, struct row *row, int64_t id)
{
	const char *titre = db_string(r,
		SQL("SELECT o.titre FROM actualite a JOIN objet o ON o.id = a.id WHERE a.id = ?"
		    " AND a.etat IN ('publiee', 'programmee')"),
		I(id));

	if (titre == NULL)
		return;
	row_say(row, "titre", lettre_unmarked(r, titre));
	row_say(row, "lien", whole(r, arena_printf(&r->mem, "/actualites/%" PRId64, id)));
	row_say(row, "action", "Lire la suite");
}

static void
say_document(struct req *r, struct row *row, int64_t id)
{
	if (!db_one(r, "Piece",
		    SQL("SELECT " FICHIER_ROW " FROM fichier f JOIN fichier_contenu c"
			" ON c.empreinte = f.empreinte JOIN objet o ON o.id = f.objet_id"
			" WHERE f.id = ? AND o.genre = 'lettre' AND c.infecte = ''"),
		    I(id)))
		return;
	fichier_dress(r, row_at(r, "Piece"));
	row_say(row, "titre", lettre_unmarked(r, said(r, "Piece.nom")));
	row_say(row, "quand",
		arena_printf(&r->mem, "%s, %s", said(r, "Piece.libelle"), said(r, "Piece.poids")));
	row_say(row, "lien", whole(r, said(r, "Piece.url")));
	row_say(row, "action", "Ouvrir le document");
	unsay(r, "Piece");
}

static void
say_bloc(struct req *r, struct row *row, const struct lettre_bloc *b)
{
	row_say(row, "genre", b->genre);
	if (strcmp(b->genre, "titre") == 0 || strcmp(b->genre, "bouton") == 0) {
		row_say(row, "texte", lettre_unmarked(r, text_line(&r->mem, b->texte)));
		row_say(row, "lien", whole(r, b->lien));
	} else if (strcmp(b->genre, "texte") == 0) {
		row_say(row, "texteHtml", mail_html(r, b->texte, WIDE));
		row_say(row, "texte", plain(r, b->texte));
	} else if (strcmp(b->genre, "colonnes") == 0) {
		row_say(row, "gaucheHtml", mail_html(r, b->texte, HALF));
		row_say(row, "droiteHtml", mail_html(r, b->droite, HALF));
		row_say(row, "texte",
			arena_printf(&r->mem, "%s\n\n%s", plain(r, b->texte), plain(r, b->droite)));
	} else if (strcmp(b->genre, "image") == 0)
		say_image(r, row, b);
	else if (strcmp(b->genre, "evenement") == 0)
		say_event(r, row, b->objet);
	else if (strcmp(b->genre, "actualite") == 0)
		say_news(r, row, b->objet);
	else if (strcmp(b->genre, "document") == 0)
		say_document(r, row, b->fichier);
	else if (strcmp(b->genre, "pres") == 0) {
		row_say(row, "presHtml", lettre_mark(r, "pres"));
		row_say(row, "texte", lettre_mark(r, "pres"));
	}
}

/* Is there anything of that block to show? */
static bool
shown(struct row *row)
{
	static const char *const some[] = { "texte", "titre", "src", "texteHtml", NULL };

	for (int i = 0; some[i] != NULL; i++)
		if (*row_text(row, some[i]) != '\0')
			return strcmp(row_text(row, "genre"), "bouton") != 0 ||
				*row_text(row, "lien") != '\0';
	return false;
}

/* Say Rendu.blocs; what a block showed that is gone is not there. */
void
lettre_blocs_say(struct req *r, int64_t id)
{
	struct lettre_bloc blocs[LETTRE_BLOCS];
	unsigned n = lettre_blocs(r, id, blocs, LETTRE_BLOCS), said_ = 0;

	for (unsigned i = 0; i < n; i++) {
		struct row *row = row_nth(r, "Rendu.blocs", said_);

		say_bloc(r, row, &blocs[i]);
		if (said_ == 0)
			row_say(row, "premier", "1");
		if (shown(row))
			said_++;
		else
			unsay(r, arena_printf(&r->mem, "Rendu.blocs.%u", said_));
	}
}

/* TEXT in lines of COLUMNS at most; addresses stay whole, and no two lines are empty. */
char *
lettre_lignes(struct req *r, const char *text)
{
	struct buffer out = { &r->mem };
	size_t at = 0;

	while (*text != '\0') {
		size_t blank = strspn(text, " "), n = strcspn(text + blank, " \n");
		size_t long_ = text_length(arena_printf(&r->mem, "%.*s", (int) n, text + blank));

		if (text[blank] == '\n') {
			if (out.n < 2 || memcmp(out.s + out.n - 2, "\n\n", 2) != 0)
				buffer_char(&out, '\n');
			at = 0;
			text += blank + 1;
			continue;
		}
		if (at > 0 && at + blank + long_ > COLUMNS) {
			buffer_char(&out, '\n');
			at = blank = 0;
			text += strspn(text, " ");
		}
		buffer_add(&out, text, blank + n);
		at += blank + long_;
		text += blank + n;
	}
	return buffer_text(&out);
}
