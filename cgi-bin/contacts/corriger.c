/* corriger.c - one's data of the CRM, corrected in the CRM's own form
 *
 * The form is HubSpot's: it comes only when it is asked for, and only this page may load it.  It
 * is filled with what is known, and with a proof that these values were shown to that person.
 * What is sent goes to HubSpot; the sync brings it back.
 */

#include <inttypes.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/text.h"
#include "contacts/contacts.h"
#include "domain/crm/mapping.h"
#include "domain/socle/reglage.h"
#include "web/reply.h"

/* What the page may load beside its own, from the region of the account ("eu1", "na1"). */
static const char *
policy(struct req *r, const char *region)
{
	const char *dash = strcmp(region, "na1") == 0 ? "" : "-",
		   *where = *dash != '\0' ? region : "";

	return arena_printf(&r->mem,
		"default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
		" https://*.hsforms.com;"
		" font-src https://*.hsforms.net; script-src 'self' https://js%s%s.hsforms.net;"
		" connect-src 'self' https://*.hsforms.com https://*.hsforms.net"
		" https://*.hubspot.com;"
		" frame-src https://*.hsforms.com https://*.hsforms.net; form-action 'self'"
		" https://*.hsforms.com; base-uri 'none'; frame-ancestors 'none'",
		dash, where);
}

/* "1.33451.1795000000.BASE64": this contact was signed in here at that second, and was shown
 * these values: HMAC-SHA256 with the webhooks' secret over id, second and values. */
static const char *
proof(struct req *r, int64_t hubspot_id, const char *values)
{
	const char *secret = conf_file_text(conf.hubspot_webhook_secret_file);
	const char *head =
		arena_printf(&r->mem, "1.%" PRId64 ".%" PRId64, hubspot_id, (int64_t) clock_now());
	unsigned char sum[crypto_auth_hmacsha256_BYTES];
	char text[sodium_base64_ENCODED_LEN(sizeof sum, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
	crypto_auth_hmacsha256_state mac;

	if (secret == NULL)
		return "";
	crypto_auth_hmacsha256_init(&mac, (const unsigned char *) secret, strlen(secret));
	crypto_auth_hmacsha256_update(&mac, (const unsigned char *) head, strlen(head));
	crypto_auth_hmacsha256_update(&mac, (const unsigned char *) values, strlen(values));
	crypto_auth_hmacsha256_final(&mac, sum);
	sodium_bin2base64(
		text, sizeof text, sum, sizeof sum, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	arena_own(&r->mem, (void *) secret, free);
	return arena_printf(&r->mem, "%s.%s", head, text);
}

/* The properties and what they hold, as the form is filled; the same as one text. */
static const char *
say_values(
	struct req *r, const struct modele *m, const struct personne *p, const struct mapping *map)
{
	const char *all = "";

	for (unsigned i = 0, n = 0; i < map->n; i++) {
		const struct champ *c = champ_find(m, map->fields[i].champ);
		struct option values[CHOICES];
		unsigned k = c != NULL && c->genre != G_GROUPE && c->lecture <= LEVEL_SELF ?
			contact_values(&r->mem, m, p, c, values, CHOICES) :
			0;
		const char *value = "";
		struct row *row;

		if (c == NULL || strcmp(c->cle, "statut") == 0 ||
			strcmp(c->cle, "type_contact") == 0)
			continue;
		for (unsigned j = 0; j < k; j++)
			value = arena_printf(
				&r->mem, "%s%s%s", value, j > 0 ? ";" : "", values[j].valeur);
		if (*value == '\0')
			continue;
		row = row_nth(r, "Formulaire.valeurs", n++);
		row_say(row, "propriete", map->fields[i].propriete);
		row_say(row, "libelle", c->libelle);
		row_say(row, "valeur", value);
		row_say(row, "texte", contact_text(&r->mem, m, p, c));
		all = arena_printf(&r->mem, "%s%s=%s\n", all, map->fields[i].propriete, value);
	}
	return all;
}

/* The form, when it is asked for. */
static void
say_form(struct req *r, const struct personne *p, const char *values)
{
	const char *region = reglage(r, "formulaire_region", "eu1");
	const char *portal = reglage(r, "formulaire_portail", "");

	header(r, "X-Essaim-CSP", policy(r, region));
	say(r, "Formulaire.script",
		arena_printf(&r->mem, "https://js%s%s.hsforms.net/forms/embed/%s.js",
			strcmp(region, "na1") == 0 ? "" : "-",
			strcmp(region, "na1") == 0 ? "" : region, portal));
	say(r, "Formulaire.region", region);
	say(r, "Formulaire.portail", portal);
	say(r, "Formulaire.preuve", proof(r, p->hubspot_id, values));
}

static int
contacts_correct(struct req *r)
{
	const struct modele *m = modele(r);
	const char *guid = reglage(r, "formulaire_guid", ""), *last;
	struct mapping map = { 0 };
	struct personne p;

	if (caught_id(r, 0) != r->user.id || !contact_find(r, r->user.id, &p))
		return not_found(r);
	contacts_head(r, m, &p);
	if (mapping_read(r, conf.hubspot_mapping, &map) != NULL)
		map.n = 0;
	say(r, "Formulaire.guid", guid);
	say(r, "Formulaire.partage", reglage(r, "formulaire_partage", ""));
	last = say_values(r, m, &p, &map);
	if (*guid != '\0' && *param(r, "charger") != '\0')
		say_form(r, &p, last);
	contacts_sync_age(r);
	title(r, "Corriger mes informations");
	return page(r, "contacts/corriger.cs");
}

const struct route contacts_corriger_routes[] = {
	{ GET, ":id/corriger", PROSPECT, contacts_correct },
	{ 0 },
};
