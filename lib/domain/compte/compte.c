/* compte.c - accounts and their passwords
 *
 * An address may be shared (a couple, a family): a password is tried on each of its people.
 * The work is the same whether the address is known or not, so that time tells nothing.
 */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "base/conf.h"
#include "base/fault.h"
#include "base/text.h"
#include "domain/compte/compte.h"

enum { CHECKS = 2 }; /* Argon2id runs at least that often, whoever is asked for */

struct compte_cost compte_cost = { 3, 64 << 20 };
const char *compte_words;

/* compte_people(); those whose access is closed as well, after the others. */
static int
people_of(struct req *r, const char *adresse, bool closed_too,
	struct compte_personne people[PERSONNES])
{
	struct rows *rows = db_rows(r,
		SQL("SELECT c.id, c.prenom, c.nom, COALESCE(co.mot_de_passe, ''),"
		    " co.contact_id IS NOT NULL, c.acces = 0"
		    " FROM (SELECT id, MIN(rang) AS rang FROM"
		    " (SELECT id, 0 AS rang FROM contact WHERE email = ?"
		    " AND LOWER(email) = LOWER(?) COLLATE utf8mb4_bin"
		    " UNION ALL SELECT v.contact_id, 1 FROM champ f"
		    " JOIN champ_valeur v ON v.champ_id = f.id"
		    " AND v.valeur = LOWER(?) WHERE f.cle = 'autres_courriels') a GROUP BY id) q"
		    " JOIN contact c ON c.id = q.id AND (c.acces > 0 OR ?)"
		    " LEFT JOIN compte co ON co.contact_id = c.id"
		    " ORDER BY c.acces = 0, q.rang, co.cree_le IS NULL, co.cree_le, c.id LIMIT 5"),
		S(adresse), S(adresse), S(adresse), I(closed_too));
	int n = 0;

	while (db_next(rows, &r->mem)) {
		struct compte_personne p = { db_num(rows, 0),
			arena_strdup(&r->mem, db_text(rows, 1)),
			arena_strdup(&r->mem, db_text(rows, 2)),
			arena_strdup(&r->mem, db_text(rows, 3)), db_num(rows, 4) != 0,
			db_num(rows, 5) != 0 };

		if (n < PERSONNES)
			people[n++] = p;
	}
	return n;
}

/* The people of that address who may enter, first those whose main address it is, the oldest
 * account first.  How many. */
int
compte_people(struct req *r, const char *adresse, struct compte_personne people[PERSONNES])
{
	return people_of(r, adresse, false, people);
}

static const char *
hash(struct req *r, const char *password)
{
	char *out = arena_alloc(&r->mem, crypto_pwhash_STRBYTES);

	if (sodium_init() < 0 ||
		crypto_pwhash_str_alg(out, password, strlen(password), compte_cost.passes,
			compte_cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
		fault("no memory for a password");
	return out;
}

/* A hash that no password has, made once a process: what is checked when there is nothing to
 * check. */
static const char *
nobody(struct req *r)
{
	static char kept[crypto_pwhash_STRBYTES];
	unsigned char random[32];
	char password[65];

	if (sodium_init() < 0)
		fault("no source of randomness");
	if (*kept == '\0' ||
		crypto_pwhash_str_needs_rehash(kept, compte_cost.passes, compte_cost.memory) != 0) {
		randombytes_buf(random, sizeof random);
		sodium_bin2hex(password, sizeof password, random, sizeof random);
		memcpy(kept, hash(r, password), sizeof kept);
	}
	return kept;
}

static bool
fits(const char *secret, const char *password)
{
	return crypto_pwhash_str_verify(secret, password, strlen(password)) == 0;
}

static void
save(struct req *r, int64_t contact_id, const char *password)
{
	db_exec(r, SQL("UPDATE compte SET mot_de_passe = ? WHERE contact_id = ?"),
		S(hash(r, password)), I(contact_id));
}

/* Whose password that is, among the people of the address; 0: nobody's.  *CLOSED: she may enter no
 * more. */
int64_t
compte_check(struct req *r, const char *adresse, const char *password, bool *closed)
{
	struct compte_personne people[PERSONNES];
	const char *dummy = nobody(r), *secret = NULL;
	int n = people_of(r, adresse, true, people);
	int64_t id = 0;

	for (int i = 0; i < n || i < CHECKS; i++) {
		bool real = i < n && *people[i].secret != '\0';

		if (fits(real ? people[i].secret : dummy, password) && real && id == 0) {
			id = people[i].id;
			*closed = people[i].fermee;
			secret = people[i].secret;
		}
	}
	if (id != 0 &&
		crypto_pwhash_str_needs_rehash(secret, compte_cost.passes, compte_cost.memory) != 0)
		save(r, id, password);
	return id;
}

/* Is that the password of this person? */
bool
compte_verify(struct req *r, int64_t contact_id, const char *password)
{
	const char *secret = db_string(
		r, SQL("SELECT mot_de_passe FROM compte WHERE contact_id = ?"), I(contact_id));

	return fits(secret != NULL && *secret != '\0' ? secret : nobody(r), password) &&
		secret != NULL;
}

/* Folded, letters and digits alone: what a password is compared by. */
static char *
bare(struct req *r, const char *text)
{
	char *s = text_fold(&r->mem, text), *o = s;

	for (const char *p = s; *p != '\0'; p++)
		if (isalnum((unsigned char) *p) || (unsigned char) *p >= 0x80)
			*o++ = *p;
	*o = '\0';
	return s;
}

/* Take every WORD of three letters and more out of TEXT. */
static void
strip(char *text, const char *word)
{
	size_t n = strlen(word);
	char *s;

	while (n >= 3 && (s = strstr(text, word)) != NULL)
		memmove(s, s + n, strlen(s + n) + 1);
}

/* How many characters but digits remain. */
static size_t
letters(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += !isdigit((unsigned char) *text);
	return n;
}

/* The same character, or a run such as 123456789012, again and again? */
static bool
is_dull(const char *s)
{
	size_t same = 0, next = 0, n = strlen(s);

	for (size_t i = 1; i < n; i++) {
		same += s[i] == s[i - 1];
		next += s[i] == s[i - 1] + 1 || s[i] == s[i - 1] - 1 ||
			(s[i] == '0' && s[i - 1] == '9');
	}
	return n > 1 && (same + next) * 4 >= (n - 1) * 3;
}

/* Take what everybody can guess of this person out of TEXT. */
static void
strip_person(struct req *r, int64_t contact_id, char *text)
{
	struct rows *rows = db_rows(r,
		SQL("SELECT prenom, nom, SUBSTRING_INDEX(email, '@', 1), ville FROM contact"
		    " WHERE id = ?"),
		I(contact_id));

	while (db_next(rows, &r->mem))
		for (unsigned i = 0; i < 4; i++)
			strip(text, bare(r, db_text(rows, i)));
}

/* Take what everybody tries first out of TEXT. */
static void
strip_common(char *text)
{
	static const char *const words[] = { "oxfam", "essaim", "motdepasse", "password", "azerty",
		"qwerty", "benevole", "bonjour", "soleil", "doudou", "loulou", "admin", "france" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		strip(text, words[i]);
}

/* Is that one of the words that everybody tries?  Without the list (a build without npm)
 * nothing is; essaim-admin check says so. */
static bool
is_listed(const char *word)
{
	FILE *f = fopen(compte_words != NULL ? compte_words : conf_data("mots-de-passe.txt"), "r");
	char line[128];
	bool found = false;

	while (f != NULL && !found && fgets(line, sizeof line, f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		found = strcmp(line, word) == 0;
	}
	if (f != NULL)
		fclose(f);
	return found;
}

/* One known word, or the same twice, with or without figures around it? */
static bool
is_one_word(struct req *r, const char *text)
{
	static const char digits[] = "0123456789";
	const char *from = text + strspn(text, digits);
	char *word = arena_strdup(&r->mem, from);
	size_t n = strlen(word);

	while (n > 0 && isdigit((unsigned char) word[n - 1]))
		word[--n] = '\0';
	n = strlen(word) / 2;
	if (strlen(word) % 2 == 0 && strncmp(word, word + n, n) == 0)
		word[n] = '\0';
	return is_listed(word);
}

/* Why that password cannot be this person's, in a sentence for her; NULL: it can. */
const char *
compte_refused(struct req *r, int64_t contact_id, const char *password)
{
	char *text = bare(r, password);
	size_t n = text_length(password), whole = letters(text);

	if (n < SECRET_MIN)
		return arena_printf(&r->mem, "%zu caractères pour l’instant\u00A0: ajoutez-en %zu.",
			n, SECRET_MIN - n);
	if (n > SECRET_MAX)
		return "200 caractères suffisent.";
	if (is_dull(password))
		return "Cette suite se devine trop vite. Quelques mots sans lien entre eux font"
		       " mieux.";
	if (is_one_word(r, text))
		return "Ce mot est de ceux que l’on essaie d’abord. Ajoutez-en deux ou trois"
		       " autres.";
	strip_common(text);
	if (letters(text) < whole && letters(text) < 4)
		return "Ce mot de passe est de ceux que l’on essaie d’abord. Choisissez d’autres"
		       " mots.";
	strip_person(r, contact_id, text);
	if (letters(text) < whole && letters(text) < 4)
		return "Votre nom, votre adresse ou votre ville se devinent. Choisissez d’autres"
		       " mots.";
	return NULL;
}

/* Give this account that password. */
void
compte_password(struct req *r, int64_t contact_id, const char *password)
{
	save(r, contact_id, password);
}

/* Open an account for somebody who may enter.  False: there was one already. */
bool
compte_create(struct req *r, int64_t contact_id)
{
	return db_exec(r,
		       SQL("INSERT IGNORE INTO compte (contact_id, cree_le)"
			   " SELECT id, UTC_TIMESTAMP() FROM contact WHERE id = ? AND acces > 0"),
		       I(contact_id)) > 0;
}
