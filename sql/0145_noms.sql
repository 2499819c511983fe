-- 0145: columns that name who did something are found when two people become one.
ALTER TABLE place ADD KEY (par_id), ADD KEY (present_par);
ALTER TABLE evenement_invite ADD KEY (par_id);
ALTER TABLE creneau_place ADD KEY (remplace_id), ADD KEY (present_par);
ALTER TABLE heures ADD KEY (decide_par);
