/* groupes.c - which page of groups answers which address */

#include "groupes/groupes.h"

static const struct route routes[] = {
	{ GET, "", PROSPECT, groupes_list, .formats = CSV | XLSX },
	{ GET, "nouveau", MEMBER, groupes_new },
	{ POST, "nouveau", MEMBER, groupes_create },
	{ GET, ":id/nouveau", MEMBER, groupes_new },
	{ GET, ":id/arbre", PROSPECT, groupes_tree },
	{ GET, "sans-coordination", STAFF, groupes_orphans },
	{ GET, "invitations/:id", PROSPECT, groupes_invitation },
	{ POST, "invitations/:id", PROSPECT, groupes_invitation_answer },
	{ GET, ":id", PROSPECT, groupes_members },
	{ GET, ":id/membres", PROSPECT, groupes_members },
	{ GET, ":id/membres/:c", MEMBER, groupes_member },
	{ POST, ":id/membres/:c", MEMBER, groupes_member_save },
	{ GET, ":id/a-propos", PROSPECT, groupes_about },
	{ GET, ":id/qui", MEMBER, groupes_readers },
	{ GET, ":id/rejoindre", MEMBER, groupes_join },
	{ POST, ":id/rejoindre", MEMBER, groupes_joined },
	{ GET, ":id/quitter", PROSPECT, groupes_leave },
	{ POST, ":id/quitter", PROSPECT, groupes_left },
	{ GET, ":id/demandes", MEMBER, groupes_requests },
	{ POST, ":id/demandes/:d", MEMBER, groupes_request_answer },
	{ GET, ":id/inviter", MEMBER, groupes_invite },
	{ POST, ":id/inviter", MEMBER, groupes_invited },
	{ GET, ":id/modifier", MEMBER, groupes_edit },
	{ POST, ":id/modifier", MEMBER, groupes_save },
	{ GET, ":id/deplacer", MEMBER, groupes_move_ask },
	{ POST, ":id/deplacer", MEMBER, groupes_move },
	{ GET, ":id/archiver", MEMBER, groupes_archive_ask },
	{ POST, ":id/archiver", MEMBER, groupes_archive },
	{ 0 },
};

const struct area groupes_area = { "groupes", routes };
