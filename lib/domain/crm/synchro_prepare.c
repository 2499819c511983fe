/* synchro_prepare.c - before a run: the right account, the mapping, what HubSpot defines */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/crm/synchro.h"

enum { CHECKED_S = 300, QUARTER = 15 * 60 };

/* An answer that cannot be trusted: the same is asked again later. */
bool
synchro_odd(struct synchro *s, const char *what)
{
	snprintf(s->hubspot.why, sizeof s->hubspot.why, "%s: not applied", what);
	s->hubspot.end = HUBSPOT_LATER;
	return false;
}

static enum synchro_end
misconfigured(struct synchro *s, const char *why)
{
	snprintf(s->why, sizeof s->why, "%s", why);
	return SYNCHRO_MISCONFIGURED;
}

/* A token of another account must never run a reconciliation. */
static enum synchro_end
check_portal(struct synchro *s, struct req *r)
{
	json_object *account = hubspot_get(r, &s->hubspot, HUBSPOT_ACCOUNT);
	const char *known = synchro_state(r, "portail"), *now;
	int64_t portal;

	if (account == NULL)
		return s->hubspot.end == HUBSPOT_ABSENT ? SYNCHRO_DONE : synchro_failed(s);
	if ((portal = json_object_get_int64(json_member(account, "portalId"))) <= 0) {
		synchro_odd(s, "an account without a number");
		return synchro_failed(s);
	}
	now = arena_printf(&r->mem, "%" PRId64, portal);
	if (known != NULL && strcmp(known, now) != 0)
		return misconfigured(s,
			arena_printf(&r->mem,
				"the token is of HubSpot account %s, this platform follows %s", now,
				known));
	if (known == NULL)
		synchro_set_state(r, "portail", now);
	return SYNCHRO_DONE;
}

static const char *
property_names(struct synchro *s, struct req *r)
{
	const char *names = "hs_merged_object_ids";

	for (unsigned i = 0; i < s->mapping.n; i++)
		names = arena_printf(&r->mem, "%s,%s", names, s->mapping.fields[i].propriete);
	return names;
}

/* What the last check of the account and its definitions was made with: token, mapping. */
static const char *
checked_with(struct synchro *s, struct req *r)
{
	const char *token = conf_file_text(conf.hubspot_token_file);
	const char *all = arena_printf(
		&r->mem, "%s %s %s", conf.hubspot_url, token != NULL ? token : "", s->properties);

	if (token != NULL)
		arena_own(&r->mem, (void *) token, free);
	return sha256_hex(&r->mem, all, strlen(all));
}

/* Were account and definitions checked some minutes ago, with the same token and mapping? */
static bool
is_checked(struct synchro *s, struct req *r)
{
	const char *then = synchro_state(r, "verifie_le"), *with = synchro_state(r, "verifie_avec");

	return then != NULL && with != NULL && clock_now() - strtoll(then, NULL, 10) < CHECKED_S &&
		clock_now() >= strtoll(then, NULL, 10) && strcmp(with, checked_with(s, r)) == 0;
}

/* Account and definitions, and what they say of the mapping. */
static enum synchro_end
check(struct synchro *s, struct req *r)
{
	enum synchro_end end;
	json_object *found;
	const char *why;

	if ((end = check_portal(s, r)) != SYNCHRO_DONE)
		return end;
	if ((found = hubspot_get(r, &s->hubspot, HUBSPOT_PROPERTIES)) == NULL)
		return synchro_failed(s);
	found = json_member(found, "results");
	if (!json_object_is_type(found, json_type_array) || json_object_array_length(found) == 0) {
		synchro_odd(s, "no definition of any property");
		return synchro_failed(s);
	}
	db_begin(false);
	why = mapping_define(r, &s->mapping, found);
	if (why != NULL) {
		db_rollback();
		return misconfigured(s, why);
	}
	db_commit();
	synchro_set_state(r, "verifie_avec", checked_with(s, r));
	synchro_set_state(r, "verifie_le", arena_printf(&r->mem, "%lld", (long long) clock_now()));
	return SYNCHRO_DONE;
}

static enum synchro_end
prepare(struct synchro *s, struct req *r, bool full)
{
	const char *why;

	if (!hubspot_open(r, &s->hubspot))
		return misconfigured(s, "hubspot.url and hubspot.token_file are needed");
	if ((why = mapping_read(r, conf.hubspot_mapping, &s->mapping)) != NULL)
		return misconfigured(s, why);
	s->properties = property_names(s, r);
	return !full && is_checked(s, r) ? SYNCHRO_DONE : check(s, r);
}

/* Read the mapping and, before a full run or when that was not done for some minutes, check it
 * against HubSpot's definitions.  Its texts are those of s->asked. */
enum synchro_end
synchro_prepare(struct synchro *s, bool full)
{
	req_init(&s->asked);
	return prepare(s, &s->asked, full);
}

/* Write down how many calls are left today.  None: nothing is asked before the next quarter of an
 * hour; the allowance comes back at midnight of the account's time zone, which is one of them. */
void
synchro_note_rest(struct synchro *s, struct req *r)
{
	long left = s->hubspot.daily_left;

	if (left >= 0)
		synchro_set_state(r, "appels_restants", arena_printf(&r->mem, "%ld", left));
	if (left == 0)
		synchro_set_state(r, "attendre",
			arena_printf(&r->mem, "%lld",
				(long long) (clock_now() / QUARTER + 1) * QUARTER));
}

/* False: the day's calls were used up, and it is too early to ask again; s->why says so. */
bool
synchro_allowed(struct synchro *s, struct req *r)
{
	const char *until = synchro_state(r, "attendre");
	int64_t wait = until != NULL ? strtoll(until, NULL, 10) - clock_now() : 0;

	if (wait <= 0 || wait > QUARTER)
		return true;
	snprintf(s->why, sizeof s->why, "HubSpot allows no more calls today: tried again in %d min",
		(int) (wait / 60) + 1);
	return false;
}
