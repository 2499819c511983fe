/* contact_saisie.c - what people type into a field of a person, by its kind: read, refused, kept
 *
 * Forms, imports and bulk changes all come through here, so that a field takes the same words
 * everywhere: "oui", "1 234,5", "12/10/2026", a choice by its label.
 */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/text.h"
#include "domain/contacts/contact_saisie.h"

enum { ONE_LINE = 200, LONG_TEXT = 2000, VALUE = 200, LISTED = 8 };

static const char *
read_line(struct arena *mem, const struct champ *c, const char *typed, const char **stored)
{
	size_t most = c->genre == G_LONG ? LONG_TEXT : ONE_LINE, n = text_length(typed);

	if (n > most)
		return arena_printf(mem, "%zu caractères, c’est %zu de trop.", n, n - most);
	*stored = typed;
	return NULL;
}

/* "1 234,5" in French is 1234.5 */
static const char *
read_number(struct arena *mem, const char *typed, const char **stored)
{
	char *out = arena_strdup(mem, typed), *to = out;
	char *end;

	for (const char *s = typed; *s != '\0'; s++)
		if (strncmp(s, "\u00A0", 2) == 0)
			s++;
		else if (strncmp(s, "\u202F", 3) == 0)
			s += 2;
		else if (*s != ' ')
			*to++ = *s == ',' ? '.' : *s;
	*to = '\0';
	strtod(out, &end);
	if (end == out || *end != '\0' || out[strspn(out, "-0123456789.")] != '\0' ||
		strlen(out) > 30)
		return "Écrivez un nombre, par exemple 12 ou 3,5.";
	*stored = out;
	return NULL;
}

static const char *
read_day(struct arena *mem, const char *typed, const char **stored)
{
	*stored = text_iso(mem, typed);
	return *stored != NULL ? NULL : "Écrivez une date, par exemple 12/10/2026.";
}

static const char *
read_yes_no(struct arena *mem, const char *typed, const char **stored)
{
	static const struct {
		const char *word, *value;
	} words[] = {
		{ "oui", "1" },
		{ "non", "0" },
		{ "1", "1" },
		{ "0", "0" },
		{ "vrai", "1" },
		{ "faux", "0" },
		{ "x", "1" },
	};
	const char *folded = text_fold_signs(mem, typed);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].word, folded) == 0) {
			*stored = words[i].value;
			return NULL;
		}
	return "Écrivez oui ou non.";
}

static const char *
all_labels(struct arena *mem, const struct champ *c)
{
	struct buffer all = { mem };

	for (unsigned i = 0; i < c->n_options && i < LISTED; i++) {
		buffer_puts(&all, i > 0 ? ", " : "");
		buffer_puts(&all, c->options[i].libelle);
	}
	buffer_puts(&all, c->n_options > LISTED ? "…" : ".");
	return buffer_text(&all);
}

/* By the stored value, as forms send it, or by the label. */
static const char *
read_option(struct arena *mem, const struct champ *c, const char *typed, const char **stored)
{
	const struct option *o;
	bool several;

	for (unsigned i = 0; i < c->n_options; i++)
		if (strcmp(c->options[i].valeur, typed) == 0) {
			*stored = c->options[i].valeur;
			return NULL;
		}
	if ((o = champ_called(mem, c, typed, &several)) != NULL) {
		*stored = o->valeur;
		return NULL;
	}
	if (several)
		return arena_printf(mem,
			"plusieurs choix s’écrivent «\u00A0%s\u00A0» aux accents et aux majuscules"
			" près\u00A0: écrivez-le exactement",
			text_cut(mem, typed, 60));
	return arena_printf(mem, "«\u00A0%s\u00A0» n’est pas dans la liste\u00A0: %s",
		text_cut(mem, typed, 60), all_labels(mem, c));
}

/* Spreadsheets lose the first zero of "01000". */
static const char *
read_postcode(struct arena *mem, const char *typed, const char **stored)
{
	size_t n = strspn(typed, "0123456789");

	if (typed[n] != '\0' || n < 4 || n > 5)
		return "Un code postal a cinq chiffres, par exemple 69003.";
	*stored = n == 4 ? arena_printf(mem, "0%s", typed) : typed;
	return NULL;
}

static const char *
read_link(struct arena *mem, const char *typed, const char **stored)
{
	const char *url =
		strstr(typed, "://") != NULL ? typed : arena_printf(mem, "https://%s", typed);

	if ((strncmp(url, "https://", 8) != 0 && strncmp(url, "http://", 7) != 0) ||
		strchr(url, '.') == NULL || strpbrk(url, " \t\"<>\\") != NULL ||
		strlen(url) > VALUE)
		return "Écrivez une adresse de site, par exemple https://exemple.org.";
	*stored = url;
	return NULL;
}

static const char *
read_phone(struct arena *mem, const char *typed, const char **stored)
{
	if ((*stored = text_phone(mem, typed)) == NULL)
		return "Écrivez un numéro complet, par exemple 06 12 34 56 78.";
	return NULL;
}

static const char *
read_address(struct arena *mem, const char *typed, const char **stored)
{
	if ((*stored = text_email(mem, typed)) == NULL)
		return "Écrivez une adresse complète, par exemple prenom@exemple.org.";
	return NULL;
}

/* What TYPED (UTF-8) is as one value of field C, into *STORED ("" when nothing was typed).
 * NULL, or the sentence that says why it is refused. */
const char *
saisie_read(struct arena *mem, const struct champ *c, const char *typed, const char **stored)
{
	const char *s = text_trim(mem, typed);

	*stored = "";
	if (*s == '\0')
		return NULL;
	switch (c->genre) {
	case G_TEXTE:
	case G_LONG: return read_line(mem, c, s, stored);
	case G_NOMBRE: return read_number(mem, s, stored);
	case G_DATE: return read_day(mem, s, stored);
	case G_OUI_NON: return read_yes_no(mem, s, stored);
	case G_CHOIX:
	case G_CHOIX_MULTIPLE: return read_option(mem, c, s, stored);
	case G_CODE_POSTAL: return read_postcode(mem, s, stored);
	case G_TELEPHONE: return read_phone(mem, s, stored);
	case G_COURRIEL: return read_address(mem, s, stored);
	case G_LIEN: return read_link(mem, s, stored);
	case G_GROUPE:
	case G_ETIQUETTES: break;
	}
	return "Ce champ ne s’écrit pas ici.";
}

/* Replace the values of field C, which saisie_read() has read, of that person.  The caller holds
 * the right, writes the journal, and settles the lot (contact_settle_lot()). */
void
saisie_store(struct req *r, int64_t contact_id, const struct champ *c, const char *const *stored,
	unsigned n)
{
	if (strcmp(c->colonne, "bio") == 0) {
		db_exec(r, SQL("UPDATE contact SET bio = ? WHERE id = ?"),
			S(n > 0 ? stored[0] : ""), I(contact_id));
		return;
	}
	db_exec(r, SQL("DELETE FROM champ_valeur WHERE contact_id = ? AND champ_id = ?"),
		I(contact_id), I(c->id));
	for (unsigned i = 0; i < n; i++)
		if (*stored[i] != '\0')
			db_exec(r,
				SQL("INSERT IGNORE INTO champ_valeur (contact_id, champ_id, valeur,"
				    " texte) VALUES (?, ?, ?, ?)"),
				I(contact_id), I(c->id), S(text_cut(&r->mem, stored[i], VALUE)),
				c->genre == G_LONG ? S(stored[i]) : S(NULL));
}
