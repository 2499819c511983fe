/* filtre_ailleurs.c - conditions on what the platform knows of a person besides her fields: roles,
 * account, events, letters */

#include <string.h>

#include "domain/acces/appartenance.h"
#include "domain/annuaire/filtre_critere.h"

static void
put_roles(struct req *r, struct query *q, const struct noeud *n)
{
	put(q,
		"EXISTS (SELECT 1 FROM " MEMBERSHIPS(
			"m_") " WHERE m_.contact_id = c.id AND m_.fin IS NULL AND m_.role",
		ME(r));
	condition_values(q, n);
	put(q, ")");
}

/* She comes to one of those events, or came; of events that the reader sees. */
static void
put_events(struct req *r, struct query *q, const struct noeud *n)
{
	put(q,
		"EXISTS (SELECT 1 FROM inscription i_ JOIN place p_ ON p_.inscription_id = i_.id"
		" JOIN objet oe_ ON oe_.id = i_.evenement_id WHERE i_.contact_id = c.id"
		" AND IF(?, p_.present_le IS NOT NULL, p_.etat = 'inscrit') AND " SEES(
			"oe_") " AND i_.evenement_id",
		I(strcmp(n->sujet, "@venu") == 0), ME(r));
	condition_values(q, n);
	put(q, ")");
}

/* One of those letters went out to her; of letters that the reader sees. */
static void
put_letters(struct req *r, struct query *q, const struct noeud *n)
{
	put(q,
		"EXISTS (SELECT 1 FROM lettre_envoi v_ JOIN objet ol_ ON ol_.id = v_.lettre_id"
		" WHERE v_.contact_id = c.id AND v_.etat = 'envoye' AND " SEES(
			"ol_") " AND v_.lettre_id",
		ME(r));
	condition_values(q, n);
	put(q, ")");
}

static void
put_account(struct query *q, const struct noeud *n)
{
	static const struct {
		const char *code, *sql;
	} states[] = {
		{ "ouvert", "EXISTS (SELECT 1 FROM compte k_ WHERE k_.contact_id = c.id)" },
		{ "invite",
			"(NOT EXISTS (SELECT 1 FROM compte k_ WHERE k_.contact_id = c.id)"
			" AND EXISTS (SELECT 1 FROM invitation i_ WHERE i_.contact_id = c.id))" },
		{ "sans",
			"(NOT EXISTS (SELECT 1 FROM compte k_ WHERE k_.contact_id = c.id)"
			" AND NOT EXISTS (SELECT 1 FROM invitation i_"
			" WHERE i_.contact_id = c.id))" },
		{ "jamais",
			"NOT EXISTS (SELECT 1 FROM compte k_ WHERE k_.contact_id = c.id"
			" AND k_.vu_le IS NOT NULL)" },
	};

	put(q, "(FALSE");
	for (unsigned i = 0; i < n->n; i++)
		for (size_t k = 0; k < sizeof states / sizeof *states; k++)
			if (strcmp(states[k].code, n->v[i]) == 0) {
				buffer_puts(&q->text, " OR ");
				buffer_puts(&q->text, states[k].sql);
			}
	put(q, ")");
}

void
condition_besides(struct req *r, struct query *q, const struct noeud *n)
{
	switch (n->de->sorte) {
	case S_ROLE: put_roles(r, q, n); break;
	case S_COMPTE: put_account(q, n); break;
	case S_LETTRE: put_letters(r, q, n); break;
	default: put_events(r, q, n);
	}
}
