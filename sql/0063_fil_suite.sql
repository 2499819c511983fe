-- 0063: polls that are open, for the home page of who has not answered.
ALTER TABLE sondage ADD KEY (clos_le, fin);
