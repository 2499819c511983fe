/* lettres.h - mails as programs send them, read */
#ifndef LETTRES_H
#define LETTRES_H

#include "net/mail_read.h"
#include "t.h"

extern struct mail_in lue; /* the last one */

const char *lettre(const char *headers, const char *body); /* its words */
const char *lettre_html(const char *body);
const char *lettre_mixte(const char *parts); /* multipart/mixed; boundary=b */
bool meme_texte(const char *got, const char *want);
bool a_fichier(const char *nom); /* is there a file of that name? */
bool a_perdu(const char *nom);   /* was it told that it could not be kept? */

#endif
