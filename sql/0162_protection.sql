-- 0162: who reads the journal, and who looks after the data of persons, each given apart from the rest.

INSERT INTO domaine (cle, titre, aide, par_groupe, ordre) VALUES
('journal', 'Journal', 'Lire qui a fait quoi, l’exporter', 0, 180),
('protection', 'Protection des données', 'Durées de conservation, demandes des personnes, registre', 0, 190);
INSERT INTO profil_droit (profil_id, domaine, niveau)
SELECT p.id, d.cle, 2 FROM profil p JOIN domaine d ON d.cle IN ('journal', 'protection') WHERE p.genre = 'admin';
