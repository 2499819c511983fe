/* hubspot_test.c - webhooks: HubSpot's alone, and what they name is queued */

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/json.h"
#include "domain/acces/acces.h"
#include "domain/crm/crm_evenement.h"
#include "domain/socle/journal.h"
#include "domain/vie/cycle.h"
#include "net/hubspot_sign.h"
#include "t.h"

#define SECRET "yyyyyyyy-yyyy"

static const char *
file_text(const char *path)
{
	static char text[1 << 17];
	FILE *f = fopen(path, "r");
	size_t n = f != NULL ? fread(text, 1, sizeof text - 1, f) : 0;

	if (f != NULL)
		fclose(f);
	text[n] = '\0';
	return text;
}

TEST(hubspot_signatures_are_those_of_its_own_clients)
{
	const char *text = file_text("tests/hubspot/signature-vectors.json");
	json_object *all = json_whole(&t.mem, text, strlen(text));
	size_t tried = 0;

	for (size_t i = 0; all != NULL && i < json_object_array_length(all); i++) {
		json_object *v = json_object_array_get_idx(all, i);
		const char *body = json_text(v, "body");
		const struct hubspot_signed q = { json_text(v, "method"), json_text(v, "url"), body,
			strlen(body), json_text(v, "timestamp"), json_text(v, "signature") };

		if (strcmp(json_text(v, "version"), "v3") != 0)
			continue;
		tried++;
		check(hubspot_signed(&t.mem, &q, json_text(v, "secret"),
			      json_object_get_int64(json_member(v, "now"))) ==
			(strcmp(json_text(v, "expect"), "accept") == 0));
	}
	check(tried >= 12);
}

/* A secret in a file, as the configuration names it. */
static void
with_secret(void)
{
	static char path[100];
	FILE *f;

	snprintf(path, sizeof path, "%s/webhook", t_folder());
	f = fopen(path, "w");
	fputs(SECRET "\n", f);
	fclose(f);
	conf.hubspot_webhook_secret_file = path;
}

/* Send BODY signed now, with the site's address. */
static int
send(const char *body)
{
	const char *at = arena_printf(&t.mem, "%" PRId64, clock_ms());
	const char *text =
		arena_printf(&t.mem, "POST%s/hubspot/webhook%s%s", conf.site_url, body, at);
	unsigned char sum[crypto_auth_hmacsha256_BYTES];
	crypto_auth_hmacsha256_state mac;
	char signature[64];

	crypto_auth_hmacsha256_init(&mac, (const unsigned char *) SECRET, strlen(SECRET));
	crypto_auth_hmacsha256_update(&mac, (const unsigned char *) text, strlen(text));
	crypto_auth_hmacsha256_final(&mac, sum);
	sodium_bin2base64(
		signature, sizeof signature, sum, sizeof sum, sodium_base64_VARIANT_ORIGINAL);
	return post_json("/hubspot/webhook", body, signature, at);
}

static int64_t
queued(void)
{
	return db_int(&t, SQL("SELECT COUNT(*) FROM sync_file"));
}

TEST(hubspot_queues_what_events_name_once)
{
	with_secret();
	check(send("[{\"subscriptionType\":\"contact.propertyChange\",\"objectId\":57156923994},"
		   "{\"subscriptionType\":\"contact.propertyChange\",\"objectId\":57156923994},"
		   "{\"eventType\":\"contact.deletion\",\"objectId\":7},"
		   "{\"subscriptionType\":\"object.creation\",\"objectTypeId\":\"0-1\","
		   "\"objectId\":8},"
		   "{\"subscriptionType\":\"contact.merge\",\"objectId\":9,\"primaryObjectId\":9,"
		   "\"mergedObjectIds\":[10,11],\"newObjectId\":12}]") == 200);
	check(queued() == 7);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM sync_file WHERE hubspot_id = 57156923994")) ==
		1);
	check(send("[{\"subscriptionType\":\"contact.privacyDeletion\",\"objectId\":7}]") == 200);
	check(db_int(&t, SQL("SELECT efface FROM sync_file WHERE hubspot_id = 7")) == 1);
	check(send("[{\"subscriptionType\":\"contact.deletion\",\"objectId\":7}]") == 200);
	check(db_int(&t, SQL("SELECT efface FROM sync_file WHERE hubspot_id = 7")) == 1);
}

TEST(hubspot_takes_no_notice_of_what_is_not_ours)
{
	with_secret();
	check(send("[]") == 200);
	check(send("[{\"subscriptionType\":\"deal.creation\",\"objectId\":1},"
		   "{\"subscriptionType\":\"object.creation\",\"objectTypeId\":\"0-2\","
		   "\"objectId\":2},"
		   "{\"subscriptionType\":\"contact.creation\",\"objectId\":\"3\"},"
		   "{\"subscriptionType\":\"contact.creation\",\"objectId\":-4},"
		   "{\"subscriptionType\":7,\"objectId\":5},null,[],\"x\"]") == 200);
	check(queued() == 0);
}

TEST(hubspot_refuses_who_is_not_hubspot)
{
	static const char body[] = "[{\"subscriptionType\":\"contact.creation\",\"objectId\":1}]";

	with_secret();
	check(post_json("/hubspot/webhook", body, NULL, NULL) == 401);
	check(post_json("/hubspot/webhook", body, "AAAA", "1795000000000") == 401);
	check(post_json("/hubspot/webhook", body, "", "0") == 401);
	check(post_raw("/hubspot/webhook", "a=b") == 415);
	check(get("/hubspot/webhook") == 405);
	check(send("{\"objectId\":1}") == 400);
	check(send("[{\"subscriptionType\":") == 400);
	check(queued() == 0);
	conf.hubspot_webhook_secret_file = NULL;
	check(send(body) == 404);
}

/* The grid of rights has a line for that person. */
static void
as_profile(int64_t id)
{
	int64_t public = public_id(
		&t, "personne", arena_printf(&t.mem, "%" PRId64, id), "Canarine Canaribus");

	db_exec(&t,
		SQL("INSERT INTO profil (titre, genre, public_id, ordre)"
		    " VALUES ('Canarine', 'personne', ?, 100)"),
		I(public));
}

TEST(hubspot_erased_for_privacy_leaves_no_word)
{
	int64_t id =
		t_person("Canarine", "Canaribus", "canari@exemple.org", "confirme", "benevole");

	db_exec(&t, SQL("UPDATE contact SET bio = 'canari' WHERE id = ?"), I(id));
	db_exec(&t, SQL("INSERT INTO contact_mot VALUES ('canari', 1, ?)"), I(id));
	journal(&t, "contact.modifie", id, "canari", "canari");
	as_profile(id);
	cycle_forget(&t, id);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM public WHERE titre LIKE '%canari%'")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM profil WHERE titre LIKE '%canari%'")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM contact_mot WHERE mot LIKE 'canari%'")) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM journal WHERE CONCAT_WS(' ', avant,"
			  " apres) LIKE '%canari%'")) == 0);
	check(db_int(&t, SQL("SELECT COUNT(*) FROM objet WHERE titre LIKE '%canari%'")) == 0);
	check(db_int(&t,
		      SQL("SELECT COUNT(*) FROM contact WHERE CONCAT_WS(' ', prenom, nom, email,"
			  " bio, tri) LIKE '%canari%'")) == 0);
	check(journal_verify(&t) == 0);
}
