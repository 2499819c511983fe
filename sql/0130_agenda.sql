-- 0130: the agenda: events, their dates, who is invited and who comes.
--
-- Times are UTC.  An event of whole days begins at the midnight of the site and ends at the midnight
-- after its last day.  Whatever stands in an agenda is a row of evenement_date: one for an event,
-- many for a series; who comes has a row of place for each of these dates.

CREATE TABLE evenement (
	id BIGINT PRIMARY KEY,
	groupe_id BIGINT NULL COMMENT 'the group that organises; NULL: a person does',
	organisateur_id BIGINT NULL COMMENT 'qui organise, à qui écrire ; avec un groupe : la personne qui répond',
	type VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of engagement: a groupe_type; empty: any',
	texte MEDIUMTEXT NOT NULL COMMENT 'Markdown',
	lieu VARCHAR(300) NOT NULL DEFAULT '',
	code_postal VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
	departement VARCHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of code_postal, or of the group',
	lien VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'where it takes place online',
	debut DATETIME NOT NULL COMMENT 'of the first date',
	fin DATETIME NOT NULL,
	journee BOOL NOT NULL DEFAULT FALSE COMMENT 'whole days',
	rrule VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'RFC 5545, as serie.c writes it; empty: one date',
	etendu_au DATE NULL COMMENT 'dates of a series without end are written up to that day',
	visibilite VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'groupes' COMMENT 'public, benevoles, groupes, invites',
	public_id BIGINT NULL COMMENT 'its invited people, who see it whatever its visibilite',
	etat VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'brouillon' COMMENT 'brouillon, publie, annule',
	motif VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why it is cancelled',
	mode VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'directe' COMMENT 'of registration: directe, demande (on request), aucune',
	inscriptions VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ouvertes' COMMENT 'ouvertes, fermees: nobody enters and nobody is promoted',
	cloture DATETIME NULL COMMENT 'they close by themselves then; NULL: when it begins',
	places INT NULL COMMENT 'of each date, guests included; NULL: no limit',
	reserve INT NOT NULL DEFAULT 0 COMMENT 'of these, kept for whom the organisers choose',
	invites_max TINYINT NOT NULL DEFAULT 5 COMMENT 'guests that a person may bring',
	delai_h SMALLINT NOT NULL DEFAULT 48 COMMENT 'hours to confirm a seat that was freed',
	retrait_h SMALLINT NOT NULL DEFAULT 0 COMMENT 'within so many hours before, one leaves only when somebody takes over',
	sequence INT NOT NULL DEFAULT 0 COMMENT 'RFC 5545: raised at each change that calendars must know',
	change_le DATETIME NULL COMMENT 'last such change',
	publie_le DATETIME NULL,
	supprime_le DATETIME NULL COMMENT 'a draft thrown away, or taken away by who moderates: the words are gone',
	KEY (groupe_id, etat),
	KEY (organisateur_id),
	KEY (departement),
	KEY (public_id),
	FOREIGN KEY (id) REFERENCES objet (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id),
	FOREIGN KEY (organisateur_id) REFERENCES contact (id)
);

CREATE TABLE evenement_date (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	evenement_id BIGINT NOT NULL,
	jour DATE NOT NULL COMMENT 'of the site, as the rule gave it: its name for ever, also once it was moved',
	debut DATETIME NOT NULL,
	fin DATETIME NOT NULL,
	etat VARCHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'prevu' COMMENT 'prevu, annule',
	motif VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'why that date is cancelled',
	deplace BOOL NOT NULL DEFAULT FALSE COMMENT 'by hand: the rule does not move it any more',
	lieu VARCHAR(300) NULL COMMENT 'of that date alone; NULL: that of the event',
	pris INT NOT NULL DEFAULT 0 COMMENT 'seats taken: registered people with their guests, and seats held by offers',
	attente INT NOT NULL DEFAULT 0 COMMENT 'people who wait',
	UNIQUE (evenement_id, jour),
	KEY (debut, fin),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id)
) COMMENT 'pris and attente are changed under the lock of the row, with the rows of place they count';

CREATE TABLE evenement_groupe (
	evenement_id BIGINT NOT NULL,
	groupe_id BIGINT NOT NULL,
	PRIMARY KEY (evenement_id, groupe_id),
	KEY (groupe_id),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id)
) COMMENT 'groups that see it (visibilite groupes)';

CREATE TABLE evenement_organisateur (
	evenement_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'organiser cet événement, lui seul',
	PRIMARY KEY (evenement_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE evenement_invite (
	evenement_id BIGINT NOT NULL,
	contact_id BIGINT NOT NULL COMMENT 'inviter la personne',
	par_id BIGINT NULL COMMENT 'who invites',
	cree_le DATETIME NOT NULL,
	PRIMARY KEY (evenement_id, contact_id),
	KEY (contact_id),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

-- A person who comes, or wants to, or no longer: one row for an event, however many dates.
CREATE TABLE inscription (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	evenement_id BIGINT NOT NULL,
	contact_id BIGINT NULL COMMENT 'NULL: a person without account, who gave the three columns below',
	prenom VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'accueillir la personne',
	nom VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'accueillir la personne',
	email VARCHAR(320) NOT NULL DEFAULT '' COMMENT 'confirmer, rappeler, prévenir d’un changement',
	serie BOOL NOT NULL DEFAULT FALSE COMMENT 'of the whole series: dates to come too',
	mot VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'un mot à l’équipe',
	cle CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'digest of the key of her links',
	cree_le DATETIME NOT NULL,
	confirme_le DATETIME NULL COMMENT 'her address is hers; of people with an account: at once',
	UNIQUE (evenement_id, contact_id),
	UNIQUE (cle),
	KEY (evenement_id, email),
	KEY (contact_id),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
);

CREATE TABLE place (
	date_id BIGINT NOT NULL,
	inscription_id BIGINT NOT NULL,
	etat VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'inscrit, attente, demande (to be accepted), annule, refuse',
	invites TINYINT NOT NULL DEFAULT 0 COMMENT 'guests',
	depuis DATETIME(6) NOT NULL COMMENT 'since when in that state: the rank of who waits',
	confirmer_avant DATETIME NULL COMMENT 'inscrit: the seat is lost then unless she confirms',
	offre INT NOT NULL DEFAULT 0 COMMENT 'attente: seats held for her, fewer than she asked',
	offre_avant DATETIME NULL,
	phrase VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why: the last decision of the list, in a sentence',
	rappele_le DATETIME NULL COMMENT 'when she was reminded',
	present_le DATETIME NULL COMMENT 'savoir qui est venu',
	present_par BIGINT NULL COMMENT 'who ticked; 0: herself, by the code',
	parti_le DATETIME NULL,
	PRIMARY KEY (date_id, inscription_id),
	KEY (inscription_id),
	KEY (date_id, etat, depuis),
	FOREIGN KEY (date_id) REFERENCES evenement_date (id),
	FOREIGN KEY (inscription_id) REFERENCES inscription (id)
);
