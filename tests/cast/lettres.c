/* lettres.c - mails as programs send them, read */

#include <stdio.h>

#include "lettres.h"

struct mail_in lue;

/* A mail of these headers and body; its words. */
const char *
lettre(const char *headers, const char *body)
{
	const char *all = arena_printf(&t.mem,
		"From: =?UTF-8?Q?In=C3=A8s?= Belkacem <ines@exemple.org>\nTo: r@essaim.example\n"
		"Subject: Re: Salle\nMIME-Version: 1.0\n%s\n\n%s",
		headers, body);

	check(mail_read(&t.mem, all, strlen(all), &lue));
	return lue.texte;
}

const char *
lettre_html(const char *body)
{
	return lettre("Content-Type: text/html; charset=utf-8", body);
}

const char *
lettre_mixte(const char *parts)
{
	return lettre("Content-Type: multipart/mixed; boundary=b", parts);
}

bool
meme_texte(const char *got, const char *want)
{
	if (strcmp(got, want) != 0)
		fprintf(stderr, "came:\n%s\ninstead of:\n%s\n", got, want);
	return strcmp(got, want) == 0;
}

/* Is there a file of that name? */
bool
a_fichier(const char *nom)
{
	for (unsigned i = 0; i < lue.n_joints; i++)
		if (strcmp(lue.joints[i].nom, nom) == 0)
			return true;
	return false;
}

bool
a_perdu(const char *nom)
{
	for (unsigned i = 0; i < lue.n_perdus; i++)
		if (strcmp(lue.perdus[i].nom, nom) == 0 && *lue.perdus[i].raison != '\0')
			return true;
	return false;
}
