/* lettre_mail.c - a letter for one person as the bytes of a mail */

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/lettres/lettre_rendu.h"
#include "domain/notifications/lettre_jeton.h"
#include "net/mail_write.h"

/* The host of our addresses. */
static const char *
host(struct req *r)
{
	const char *h = strstr(conf.site_url, "://") + 3;

	return arena_printf(&r->mem, "%.*s", (int) strcspn(h, ":/"), h);
}

/* The same for the same sending, whoever sends it and however often; it tells nothing of whom. */
const char *
lettre_message_id(struct req *r, int64_t envoi_id)
{
	return arena_printf(&r->mem, "lettre.%s@%s",
		envoi_id != 0 ? lettre_jeton(r, JETON_MESSAGE, envoi_id) : random_hex(&r->mem, 16),
		host(r));
}

/* All of it, lines ended by CR LF.  PERSONAL is what lettre_personal() gave. */
char *
lettre_mail(struct req *r, const struct rendu *personal, const struct destinataire *who)
{
	struct mail m = { .to = who->adresse,
		.subject = personal->sujet,
		.text = personal->texte,
		.html = personal->html,
		.coded = personal->coded,
		.id = lettre_message_id(r, who->envoi),
		.date = clock_now(),
		.reply = lettre_reponse(r, who->envoi),
		.unsubscribe = lettre_lien(r, who->envoi),
		.unsubscribe_mail = lettre_adieu(r, who->envoi) };

	m.from = arena_printf(&r->mem, "%s%s%s <%s>", personal->de,
		*conf.site_name != '\0' ? ", " : "", conf.site_name,
		mail_address(&r->mem, conf.smtp_from));
	m.list = arena_printf(&r->mem, "<%s.lettres.%s>", personal->sorte, host(r));
	m.feedback = arena_printf(
		&r->mem, "%" PRId64 ":%s:lettre:essaim", personal->lettre, personal->sorte);
	return mail_text(&r->mem, &m);
}
