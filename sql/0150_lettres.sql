-- 0150: newsletters: their blocks, what was frozen to be sent, to whom, and what became of each.
--
-- Times are UTC.  A letter is written in blocks; what leaves is an edition, frozen from them, whose
-- personal parts are marks that are filled for each recipient (lettre_rendu.h).  Words that are
-- corrected while it leaves make another edition; each recipient's row says which one she got.

CREATE TABLE lettre_sorte (
	cle VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
	titre VARCHAR(100) NOT NULL,
	description VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'what one leaves, or takes again',
	ordre SMALLINT NOT NULL,
	retire_le DATETIME NULL
) COMMENT 'kinds of letters: each is left apart (refus_courriel.genre lettre_CLE)';
INSERT INTO lettre_sorte (cle, titre, description, ordre) VALUES
('info', 'Lettre d’info', 'Ce qui compte pour les bénévoles, chaque semaine', 10),
('appel', 'Appels à agir', 'Quelques fois par an, quand il faut être nombreux', 20),
('trailwalker', 'Lettre du Trailwalker', 'Pour qui marche, tient un poste ou organise', 30),
('magasin', 'Lettre des magasins', 'La vie des magasins solidaires', 40);

CREATE TABLE lettre (
	id BIGINT PRIMARY KEY COMMENT 'objet.titre is its subject',
	sorte VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'info',
	apercu VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'the line that inboxes show after the subject',
	audience VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
		COMMENT 'segment:ID or public:CLE (lettre_audience.h); empty: not chosen yet',
	lisible VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'audience'
		COMMENT 'who reads it in the archive once it has left: audience (publics alone), siege, benevoles, tous',
	etat VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'brouillon'
		COMMENT 'brouillon, programmee, en_cours, pause, arretee, envoyee',
	modele BOOL NOT NULL DEFAULT FALSE COMMENT 'a template: never sent, others begin from it',
	copie_de BIGINT NULL COMMENT 'the letter, or template, that it began from',
	version INT NOT NULL DEFAULT 1 COMMENT 'of its words: raised at each change',
	edition INT NOT NULL DEFAULT 0 COMMENT 'the one that leaves; 0: none is frozen yet',
	relu_par BIGINT NULL COMMENT 'second pair of eyes',
	relu_version INT NOT NULL DEFAULT 0 COMMENT 'the version that was read again; another one is not',
	par_id BIGINT NULL COMMENT 'who pressed send',
	du_le DATETIME NULL COMMENT 'when it is to leave',
	retenue VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why it was held back at the last moment; empty: it was not',
	prete_le DATETIME NULL COMMENT 'its recipients are written, all of them',
	commence_le DATETIME NULL,
	fini_le DATETIME NULL COMMENT 'the last recipient was answered for',
	total INT NOT NULL DEFAULT 0 COMMENT 'recipients; these six are changed with the rows they count',
	envoyes INT NOT NULL DEFAULT 0,
	refuses INT NOT NULL DEFAULT 0 COMMENT 'in the session, or given up after 72 h',
	rebonds INT NOT NULL DEFAULT 0 COMMENT 'of the sent ones: came back',
	plaintes INT NOT NULL DEFAULT 0,
	desinscrits INT NOT NULL DEFAULT 0 COMMENT 'left that kind by this letter',
	supprime_le DATETIME NULL COMMENT 'a draft thrown away: the words are gone',
	KEY (etat, du_le),
	KEY (fini_le),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (sorte) REFERENCES lettre_sorte (cle),
	FOREIGN KEY (copie_de) REFERENCES lettre (id),
	FOREIGN KEY (par_id) REFERENCES contact (id),
	FOREIGN KEY (relu_par) REFERENCES contact (id)
);

CREATE TABLE lettre_bloc (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	lettre_id BIGINT NOT NULL,
	place INT NOT NULL COMMENT 'from 1, without holes',
	genre VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'titre, texte, image, bouton, evenement, document, actualite, colonnes, pres',
	texte MEDIUMTEXT NOT NULL COMMENT 'titre, bouton: a line; texte: Markdown; colonnes: the left one, Markdown',
	droite MEDIUMTEXT NOT NULL COMMENT 'colonnes: Markdown',
	alt VARCHAR(300) NOT NULL DEFAULT '' COMMENT 'image: what it shows',
	lien VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'bouton, image: where it leads',
	fichier_id BIGINT NULL COMMENT 'image, document: a file of the letter',
	objet_id BIGINT NULL COMMENT 'evenement, actualite, document: what it shows, read when it is rendered',
	KEY (lettre_id, place),
	KEY (objet_id),
	FOREIGN KEY (lettre_id) REFERENCES lettre (id),
	FOREIGN KEY (objet_id) REFERENCES objet (id)
);

CREATE TABLE lettre_edition (
	lettre_id BIGINT NOT NULL,
	numero INT NOT NULL COMMENT 'from 1',
	version INT NOT NULL COMMENT 'of the words that it was frozen from',
	sujet VARCHAR(300) NOT NULL,
	apercu VARCHAR(300) NOT NULL,
	html MEDIUMTEXT NOT NULL COMMENT 'with marks for what is personal',
	texte MEDIUMTEXT NOT NULL,
	par_id BIGINT NULL,
	cree_le DATETIME NOT NULL,
	PRIMARY KEY (lettre_id, numero),
	FOREIGN KEY (lettre_id) REFERENCES lettre (id)
) COMMENT 'the bytes that leave; never changed';

CREATE TABLE lettre_envoi (
	id BIGINT AUTO_INCREMENT PRIMARY KEY COMMENT 'seals its links and its return path (lettre_jeton.h)',
	lettre_id BIGINT NOT NULL,
	contact_id BIGINT NULL COMMENT 'lui envoyer une copie, une seule ; NULL: erased',
	adresse VARCHAR(320) NOT NULL COMMENT 'of the day it was sent',
	domaine VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'of adresse, in lower case',
	etat VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'pret'
		COMMENT 'pret, pris (being sent), envoye, refuse, rebond, annule (left the letter, the CRM, or it was stopped)',
	edition INT NOT NULL DEFAULT 0 COMMENT 'which one she got',
	essais TINYINT NOT NULL DEFAULT 0,
	du_le DATETIME NOT NULL,
	premier_le DATETIME NULL COMMENT 'first try: 72 h later it is given up',
	envoye_le DATETIME NULL,
	erreur VARCHAR(500) NOT NULL DEFAULT '',
	desinscrit_le DATETIME NULL,
	UNIQUE (lettre_id, contact_id),
	UNIQUE (lettre_id, adresse),
	KEY (lettre_id, etat, du_le),
	KEY (contact_id),
	FOREIGN KEY (lettre_id) REFERENCES lettre (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

INSERT INTO domaine (cle, titre, aide, par_groupe, ordre) VALUES
('envois', 'Envois', 'Programmer et envoyer les lettres d’information', 0, 165);
UPDATE domaine SET aide = 'Écrire les lettres d’information' WHERE cle = 'lettres';
INSERT INTO profil_droit (profil_id, domaine, niveau)
SELECT p.id, d.cle, 2 FROM profil p JOIN domaine d ON d.cle IN ('lettres', 'envois')
	WHERE p.genre = 'admin' OR (p.genre = 'siege' AND d.cle = 'lettres')
ON DUPLICATE KEY UPDATE niveau = 2;
INSERT INTO grille (genre, variante, domaine, droit, partout) VALUES
('lettre', 0, 'lettres', 3, 1), ('lettre', 0, 'envois', 3, 1);
