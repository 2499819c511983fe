/* consentement.c - what a person agreed to, read where each is kept (GDPR, article 7) */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/acces/acces.h"
#include "domain/actualites/actualite.h"
#include "domain/demandes/consentement.h"
#include "domain/notifications/lettre_sorte.h"
#include "domain/socle/journal.h"

/* Say LIST.N.{cle, genre, titre, mots, source, jour, retire}: GENRE charte, coordonnees, lettre or
 * portrait; SOURCE site or hubspot; RETIRE: the reader may take it back.  Letters come with the
 * record of the CRM, as long as she did not say no. */
void
consentements_say(struct req *r, const char *list, int64_t contact_id)
{
	db_list(r, list,
		SQL("SELECT 'charte' AS genre, '' AS cle, '' AS titre, COALESCE(p.texte, '') AS"
		    " mots, 'site' AS source, k.le, NULL AS retire FROM charte_accord k"
		    " LEFT JOIN page_texte p ON p.id = k.version_id WHERE k.contact_id = ?"
		    " UNION ALL SELECT 'coordonnees', CONCAT('coordonnees:', k.type), t.pluriel,"
		    " k.mots, 'site', k.le, 1 FROM coordonnees_choix k"
		    " JOIN groupe_type t ON t.cle = k.type WHERE k.contact_id = ? AND k.oui"
		    " UNION ALL SELECT 'portrait', CONCAT('portrait:', a.id), o.titre, '', 'site',"
		    " a.accord_le, IF(a.portrait_id = ?, 1, NULL) FROM actualite a"
		    " JOIN objet o ON o.id = a.id WHERE a.portrait_id = ? AND a.accord = 'oui'"
		    " UNION ALL SELECT 'lettre', CONCAT('lettre:', s.cle), s.titre, s.description,"
		    " 'hubspot', c.crm_cree_le, 1 FROM lettre_sorte s JOIN contact c ON c.id = ?"
		    " WHERE s.retire_le IS NULL AND c.acces > 0 AND NOT EXISTS (SELECT 1"
		    " FROM refus_courriel f WHERE f.contact_id = c.id"
		    " AND f.genre = CONCAT('lettre_', s.cle))"),
		I(contact_id), I(contact_id), I(r->user.id), I(contact_id), I(contact_id));
	for (struct row *a = row_first(r, list); a != NULL; a = row_next(a))
		if (*row_text(a, "le") != '\0')
			row_say(a, "jour",
				text_day(&r->mem,
					text_iso_at(&r->mem, clock_parse(row_text(a, "le")))));
}

/* S after WORD and ':'; NULL: it is another. */
static const char *
after(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strncmp(s, word, n) == 0 && s[n] == ':' ? s + n + 1 : NULL;
}

/* A portrait goes by the word of whom it shows alone: its author is told that she said so. */
static bool
leave_portrait(struct req *r, int64_t contact_id, int64_t id)
{
	if (contact_id != r->user.id ||
		db_int(r,
			SQL("SELECT 1 FROM actualite WHERE id = ? AND portrait_id = ?"
			    " AND accord = 'oui' FOR UPDATE"),
			I(id), I(contact_id)) == 0)
		return false;
	actualite_consent(r, id, false);
	return true;
}

static bool
hide_details(struct req *r, int64_t contact_id, const char *type)
{
	if (db_exec(r,
		    SQL("UPDATE coordonnees_choix SET oui = FALSE, le = ? WHERE contact_id = ?"
			" AND type = ? AND oui"),
		    S(clock_sql(&r->mem, clock_now())), I(contact_id), S(type)) == 0)
		return false;
	acces_contact(r, contact_id);
	return true;
}

/* That one is taken back.  False: there is none such. */
bool
consentement_withdraw(struct req *r, int64_t contact_id, const char *cle)
{
	const char *what;
	bool done = false;

	if ((what = after(cle, "lettre")) != NULL)
		done = lettre_sorte_leave(r, contact_id, what);
	else if ((what = after(cle, "coordonnees")) != NULL)
		done = hide_details(r, contact_id, what);
	else if ((what = after(cle, "portrait")) != NULL)
		done = leave_portrait(r, contact_id, strtoll(what, NULL, 10));
	if (done)
		journal(r, "contact.accord_retire", contact_id, NULL,
			json_made(&r->mem, JS("quoi", cle)));
	return done;
}
