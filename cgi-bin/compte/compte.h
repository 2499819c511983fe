/* compte.h - the pages of my account, file by file */
#ifndef COMPTE_PAGES_H
#define COMPTE_PAGES_H

#include "web/route.h"

/* compte.c */
int compte_show(struct req *);

/* jetons.c */
void compte_tokens(struct req *);
int compte_make_token(struct req *);
int compte_drop_token(struct req *);

/* donnees.c */
int compte_data(struct req *);
int compte_signins(struct req *);
int compte_erasure(struct req *);
int compte_ask_erasure(struct req *);

/* facteur.c */
int compte_factor(struct req *);
int compte_factor_set(struct req *);
int compte_factor_drop(struct req *);

/* invitations.c */
int compte_invitations(struct req *);
int compte_invitation(struct req *);
int compte_invite(struct req *);

#endif
