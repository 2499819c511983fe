-- 0002: the contact model as first installed: the 22 fields, the types of groups, the publics that always exist.

INSERT INTO champ (cle, libelle, genre, origine, colonne, lecture, ecriture, bloc, ordre, finalite, conservation, aide) VALUES
('civilite', 'Civilité', 'choix', 'hubspot', 'civilite', 4, 9, 'identite', 10, 'Courrier postal', 'Durée de l’engagement', ''),
('prenom', 'Prénom', 'texte', 'hubspot', 'prenom', 1, 9, 'identite', 20, 'Identifier la personne', 'Durée de l’engagement', ''),
('nom', 'Nom', 'texte', 'hubspot', 'nom', 1, 9, 'identite', 30, 'Identifier la personne', 'Durée de l’engagement', ''),
('date_naissance', 'Date de naissance', 'date', 'hubspot', 'date_naissance', 4, 9, 'identite', 40, 'Obligations envers les mineurs, tranches d’âge', 'Durée de l’engagement', ''),
('email', 'Adresse courriel', 'courriel', 'hubspot', 'email', 2, 9, 'coordonnees', 50, 'Se connecter, être prévenu-e', 'Durée de l’engagement', ''),
('telephone', 'Téléphone', 'telephone', 'hubspot', 'telephone', 2, 9, 'coordonnees', 60, 'Joindre la personne pour une action', 'Durée de l’engagement', ''),
('code_postal', 'Code postal', 'code_postal', 'hubspot', 'code_postal', 2, 9, 'coordonnees', 70, 'Proposer ce qui se passe près de chez elle', 'Durée de l’engagement', ''),
('ville', 'Ville', 'texte', 'hubspot', 'ville', 1, 9, 'coordonnees', 80, 'Proposer ce qui se passe près de chez elle', 'Durée de l’engagement', ''),
('statut', 'Statut', 'choix', 'hubspot', 'statut', 3, 9, 'engagement', 90, 'Ouvrir ou fermer l’accès', 'Durée de l’engagement', ''),
('type_contact', 'Bénévole ou salarié-e', 'choix', 'hubspot', 'type_contact', 1, 9, 'engagement', 100, 'Distinguer bénévoles et équipe salariée', 'Durée de l’engagement', ''),
('types_benevolat', 'Type de bénévolat', 'choix_multiple', 'hubspot', NULL, 1, 9, 'engagement', 110, 'Proposer les actions qui conviennent', 'Durée de l’engagement', ''),
('types_mission', 'Missions', 'choix_multiple', 'hubspot', NULL, 1, 9, 'engagement', 120, 'Savoir qui fait quoi', 'Durée de l’engagement', ''),
('groupe', 'Groupe', 'groupe', 'hubspot', NULL, 1, 9, 'engagement', 130, 'Rattacher la personne à ses groupes', 'Durée de l’engagement', ''),
('magasin', 'Magasin', 'groupe', 'hubspot', NULL, 1, 9, 'engagement', 140, 'Rattacher la personne à son magasin', 'Durée de l’engagement', ''),
('editions_trail', 'Éditions du Trailwalker', 'groupe', 'hubspot', NULL, 1, 9, 'engagement', 150, 'Rattacher la personne à ses éditions', 'Durée de l’engagement', ''),
('thematiques', 'Thématiques', 'choix_multiple', 'hubspot', NULL, 1, 9, 'engagement', 160, 'Informer sur les sujets suivis', 'Durée de l’engagement', ''),
('competences', 'Compétences', 'choix_multiple', 'plateforme', NULL, 1, 3, 'profil', 170, 'Trouver qui peut aider', 'Durée de l’engagement', 'Ce que vous savez faire et proposez de partager.'),
('appetences', 'Envies', 'choix_multiple', 'plateforme', NULL, 1, 3, 'profil', 180, 'Proposer les actions qui conviennent', 'Durée de l’engagement', 'Ce que vous aimeriez faire ou découvrir.'),
('disponibilites', 'Disponibilités', 'choix_multiple', 'plateforme', NULL, 2, 3, 'profil', 190, 'Proposer des actions au bon moment', 'Durée de l’engagement', 'Les moments où l’on peut en général compter sur vous.'),
('formations', 'Formations suivies', 'choix_multiple', 'plateforme', NULL, 2, 4, 'profil', 200, 'Confier des missions à qui y est formé', 'Durée de l’engagement', ''),
('bio', 'Présentation', 'long', 'plateforme', 'bio', 1, 3, 'profil', 210, 'Se présenter aux autres', 'Durée de l’engagement', 'Quelques lignes sur vous, vos engagements, ce qui vous anime.'),
('etiquettes', 'Étiquettes', 'etiquettes', 'plateforme', NULL, 3, 3, 'profil', 220, 'Retrouver des personnes par thème', 'Durée de l’engagement', '');

INSERT INTO champ_option (champ_id, valeur, libelle, ordre)
SELECT c.id, o.valeur, o.libelle, o.ordre FROM champ c JOIN (
	SELECT 'competences' AS cle, 'photo' AS valeur, 'Photo' AS libelle, 1 AS ordre UNION ALL
	SELECT 'competences', 'video', 'Vidéo et montage', 2 UNION ALL
	SELECT 'competences', 'redaction', 'Rédaction', 3 UNION ALL
	SELECT 'competences', 'reseaux_sociaux', 'Réseaux sociaux', 4 UNION ALL
	SELECT 'competences', 'graphisme', 'Graphisme', 5 UNION ALL
	SELECT 'competences', 'prise_de_parole', 'Prise de parole', 6 UNION ALL
	SELECT 'competences', 'animation', 'Animation d’ateliers', 7 UNION ALL
	SELECT 'competences', 'logistique', 'Logistique', 8 UNION ALL
	SELECT 'competences', 'vente', 'Vente', 9 UNION ALL
	SELECT 'competences', 'langues', 'Langues et traduction', 10 UNION ALL
	SELECT 'competences', 'juridique', 'Droit', 11 UNION ALL
	SELECT 'competences', 'gestion', 'Gestion et comptabilité', 12 UNION ALL
	SELECT 'competences', 'informatique', 'Informatique', 13 UNION ALL
	SELECT 'competences', 'permis_b', 'Permis B', 14 UNION ALL
	SELECT 'competences', 'premiers_secours', 'Premiers secours', 15 UNION ALL
	SELECT 'appetences', 'plaidoyer', 'Plaidoyer', 1 UNION ALL
	SELECT 'appetences', 'mobilisation', 'Actions de rue', 2 UNION ALL
	SELECT 'appetences', 'evenements', 'Événements', 3 UNION ALL
	SELECT 'appetences', 'sensibilisation', 'Sensibilisation', 4 UNION ALL
	SELECT 'appetences', 'collecte', 'Collecte', 5 UNION ALL
	SELECT 'appetences', 'communication', 'Communication', 6 UNION ALL
	SELECT 'appetences', 'livres', 'Livres et seconde main', 7 UNION ALL
	SELECT 'appetences', 'sport', 'Défis sportifs', 8 UNION ALL
	SELECT 'disponibilites', 'semaine', 'En semaine, la journée', 1 UNION ALL
	SELECT 'disponibilites', 'soir', 'En semaine, le soir', 2 UNION ALL
	SELECT 'disponibilites', 'samedi', 'Le samedi', 3 UNION ALL
	SELECT 'disponibilites', 'dimanche', 'Le dimanche', 4 UNION ALL
	SELECT 'disponibilites', 'vacances', 'Pendant les vacances', 5 UNION ALL
	SELECT 'disponibilites', 'distance', 'À distance', 6 UNION ALL
	SELECT 'formations', 'bienvenue', 'Bienvenue', 1 UNION ALL
	SELECT 'formations', 'plaidoyer', 'Plaidoyer', 2 UNION ALL
	SELECT 'formations', 'prise_de_parole', 'Prise de parole', 3 UNION ALL
	SELECT 'formations', 'animation', 'Animation de groupe', 4
) o ON o.cle = c.cle;

INSERT INTO groupe_type (cle, titre, pluriel, teinte, ordre) VALUES
('groupe_local', 'Groupe local', 'Groupes locaux', 3, 1),
('magasin', 'Magasin', 'Magasins', 2, 2),
('trailwalker', 'Trailwalker', 'Éditions du Trailwalker', 1, 3),
('groupe_travail', 'Groupe de travail', 'Groupes de travail', 5, 4),
('promotion', 'Promotion jeunes', 'Programme jeunes', 6, 5),
('instance', 'Instance', 'Instances', 6, 6),
('reseau', 'Réseau', 'Réseaux', 4, 7);

INSERT INTO public (id, genre, cle, titre) VALUES
(1, 'statut', 'prospect', 'Sympathisant-e-s'),
(2, 'statut', 'confirme', 'Bénévoles'),
(3, 'type', 'salarie', 'Équipe salariée'),
(4, 'role', 'admin', 'Administration');

-- Lists that always exist: 1 administrators only, 2 staff, 3 every volunteer and staff, 4 whoever may enter.
INSERT INTO liste_acces (id, cle) VALUES (1, '3:4'), (2, '1:3,3:4'), (3, '1:2,1:3,3:4'), (4, '1:1,1:2,1:3,3:4');
INSERT INTO acces (liste_id, public_id, droit) VALUES
(1, 4, 3),
(2, 3, 1), (2, 4, 3),
(3, 2, 1), (3, 3, 1), (3, 4, 3),
(4, 1, 1), (4, 2, 1), (4, 3, 1), (4, 4, 3);
