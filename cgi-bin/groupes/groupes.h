/* groupes.h - the pages of groups, file by file */
#ifndef GROUPES_PAGES_H
#define GROUPES_PAGES_H

#include "web/route.h"

/* liste.c, arbre.c */
int groupes_list(struct req *);
int groupes_tree(struct req *);
int groupes_orphans(struct req *);

/* fiche.c */
bool groupes_load(struct req *, int64_t id, const char *onglet);
bool groupes_enters(struct req *, int64_t id, const char *onglet);
bool groupes_managed(struct req *, int64_t id, const char *onglet);
int groupes_about(struct req *);
int groupes_readers(struct req *);

/* membres.c */
int groupes_members(struct req *);
int groupes_member(struct req *);
int groupes_member_save(struct req *);

/* demandes.c */
int groupes_join(struct req *);
int groupes_joined(struct req *);
int groupes_leave(struct req *);
int groupes_left(struct req *);
int groupes_invitation(struct req *);
int groupes_invitation_answer(struct req *);
int groupes_requests(struct req *);
int groupes_request_answer(struct req *);
int groupes_invite(struct req *);
int groupes_invited(struct req *);

/* editer.c */
bool groupes_creates(struct req *);
int groupes_new(struct req *);
int groupes_create(struct req *);
int groupes_edit(struct req *);
int groupes_save(struct req *);
int groupes_archive_ask(struct req *);
int groupes_archive(struct req *);

/* deplacer.c */
int groupes_move_ask(struct req *);
int groupes_move(struct req *);

/* fil.c */
int groupes_droit(struct req *);
bool groupes_publication(struct req *, int64_t groupe, int64_t id);
int groupes_show(struct req *);
int groupes_show_publication(struct req *);
int groupes_pin(struct req *);
int groupes_search(struct req *);

/* recherche.c */
int groupes_keep_search(struct req *);
void groupes_find(struct req *, int64_t id);

/* publier.c */
int groupes_new_publication(struct req *);
int groupes_publish(struct req *);

/* sondage.c */
int groupes_vote(struct req *);
int groupes_date(struct req *);
int groupes_close_poll(struct req *);
int groupes_remind(struct req *);

/* actions.c */
int groupes_actions(struct req *);
int groupes_action(struct req *);
int groupes_move_action(struct req *);
int groupes_own_action(struct req *);
int groupes_new_action(struct req *);
int groupes_create_action(struct req *);
int groupes_edit_action(struct req *);
int groupes_save_action(struct req *);

/* priorites.c */
int groupes_priorities(struct req *);
int groupes_set_priorities(struct req *);
int groupes_all_priorities(struct req *);
int groupes_reports(struct req *);
int groupes_all_reports(struct req *);
int groupes_settle_report(struct req *);

#endif
