-- 0057: looking after people: notes, the welcome of those who come, news of those who are silent,
-- and what each keeps to herself.

CREATE TABLE note (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NOT NULL COMMENT 'of whom it speaks; she never reads it on the platform',
	auteur_id BIGINT NOT NULL,
	texte TEXT NOT NULL COMMENT 'accompagner la personne ; communiquée à qui demande l’accès à ses données',
	niveau VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
		COMMENT 'auteur, coordination (of her groups, and staff), siege (author and staff)',
	cree_le DATETIME NOT NULL,
	rappel_le DATE NULL COMMENT 'the author is reminded that day',
	prevenu_le DATETIME NULL COMMENT 'the reminder was sent',
	fait_le DATETIME NULL COMMENT 'the reminder is dealt with',
	KEY (contact_id, id),
	KEY (auteur_id, fait_le, rappel_le),
	KEY (rappel_le, prevenu_le),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (auteur_id) REFERENCES contact (id)
);

CREATE TABLE relais (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NOT NULL COMMENT 'accueillir qui demande à rejoindre un groupe',
	groupe_id BIGINT NOT NULL,
	responsable_id BIGINT NULL COMMENT 'who welcomes; NULL: the group has no coordination',
	etat VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'a_faire'
		COMMENT 'a_faire, contacte, rejoint, sans_suite',
	cree_le DATETIME NOT NULL,
	echeance DATE NOT NULL,
	maj_le DATETIME NOT NULL,
	UNIQUE (contact_id, groupe_id),
	KEY (responsable_id, etat),
	KEY (groupe_id, etat),
	KEY (etat, echeance),
	FOREIGN KEY (contact_id) REFERENCES contact (id),
	FOREIGN KEY (groupe_id) REFERENCES groupe (id),
	FOREIGN KEY (responsable_id) REFERENCES contact (id)
);

CREATE TABLE nouvelles (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	contact_id BIGINT NOT NULL COMMENT 'ne pas perdre de vue qui s’est éloigné',
	par_id BIGINT NULL,
	genre VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'demandees, recues',
	cree_le DATETIME NOT NULL,
	KEY (contact_id, cree_le),
	FOREIGN KEY (contact_id) REFERENCES contact (id)
) COMMENT 'news asked for or had, as the coordination notes them';

-- Choices of each about herself; enforced where rights and field levels are computed.
ALTER TABLE contact
	ADD discret BOOL INVISIBLE NOT NULL DEFAULT FALSE COMMENT 'choix de la personne : hors de l’annuaire des bénévoles',
	ADD cache VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin INVISIBLE NOT NULL DEFAULT ''
		COMMENT 'choix de la personne : ids of the fields that only her coordination and the staff read, ",5,6,"',
	ADD pause_jusqu_a DATE INVISIBLE NULL COMMENT 'choix de la personne : ne pas lui demander de nouvelles avant';
