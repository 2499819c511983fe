-- 0063: polls that are open, for the home page of who has not answered; the feed of the whole.
ALTER TABLE sondage ADD KEY (clos_le, fin);

-- What is published for the whole association is read by every volunteer.
UPDATE groupe g JOIN objet o ON o.id = g.id SET g.ouverture = 'ouvert' WHERE g.type = 'ensemble' AND o.cadre_id IS NULL;
