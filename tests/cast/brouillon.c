/* brouillon.c - a draft of a letter, its page and its form, for tests */

#include <inttypes.h>

#include "brouillon.h"
#include "domain/lettres/lettre_controle.h"

int64_t brouillon;

const char *
draft(const char *rest)
{
	return at("/lettres/%" PRId64 "%s", brouillon, rest);
}

void
a_draft(void)
{
	people();
	as(sal);
	check(post("/lettres/nouvelle", "objet=Un+vote&audience=public:benevoles") == 303);
	brouillon = last();
}

void
a_letter(void)
{
	a_draft();
	adm = t_person("Adèle", "Siège", "adm@exemple.org", "", "salarie");
	t_account(adm, "admin");
	text("Bonjour");
	db_exec(&t, SQL("UPDATE lettre SET apercu = 'En bref' WHERE id = ?"), I(brouillon));
}

/* The texts of its blocks in their order, apart by bars. */
const char *
words(void)
{
	return db_string(&t,
		SQL("SELECT COALESCE(GROUP_CONCAT(texte ORDER BY place SEPARATOR '|'), '')"
		    " FROM lettre_bloc WHERE lettre_id = ?"),
		I(brouillon));
}

int64_t
block(const char *texte)
{
	return db_int(&t, SQL("SELECT id FROM lettre_bloc WHERE lettre_id = ? AND texte = ?"),
		I(brouillon), S(texte));
}

/* What the page says as the value of that hidden field. */
const char *
hidden(const char *name)
{
	const char *at_ = strstr(t_reply->body, at("name=\"%s\" value=\"", name));

	check(at_ != NULL);
	at_ = at_ != NULL ? at_ + strlen(name) + 15 : "";
	return at("%.*s", (int) strcspn(at_, "\""), at_);
}

/* What the form of that page sends, with MORE. */
const char *
form(const char *url, const char *more)
{
	check(get(draft(url)) == 200);
	return at("lu_tete=%s&bloc=%s&genre=%s&lu=%s&%s", hidden("lu_tete"), hidden("bloc"),
		hidden("genre"), hidden("lu"), more);
}

/* How many findings of the draft hold these words. */
unsigned
found(const char *wanted)
{
	static int n;
	const char *name = at("Tour%d", n++);
	unsigned count = 0;

	t.user.id = sal;
	lettre_controle(&t, brouillon, name);
	for (struct row *o = row_first(&t, name); o != NULL; o = row_next(o))
		count += strstr(row_text(o, "phrase"), wanted) != NULL;
	t.user.id = 0;
	return count;
}

void
text(const char *texte)
{
	check(post(draft("/blocs"), at("genre=texte&texte=%s", texte)) == 303);
}
