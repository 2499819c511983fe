-- 0032: the other addresses that the CRM knows of a person: each lets in, as the first one does.

INSERT INTO champ (cle, libelle, genre, origine, colonne, lecture, ecriture, bloc, ordre, finalite, conservation, aide) VALUES
('autres_courriels', 'Autres adresses courriel', 'courriel', 'hubspot', NULL, 4, 9, 'coordonnees', 55,
	'Se connecter avec chacune de ses adresses', 'Durée de l’engagement', '');
