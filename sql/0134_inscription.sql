-- 0134: registration: seats by hand, offers that were declined, questions of the organisers.

ALTER TABLE place
	ADD COLUMN par_id BIGINT NULL COMMENT 'the organiser who gave it by hand: on a reserved seat as long as there are',
	ADD COLUMN offre_refusee INT NOT NULL DEFAULT 0 COMMENT 'attente: so many seats were offered to her, and she kept her rank',
	ADD KEY (confirmer_avant),
	ADD KEY (offre_avant);

CREATE TABLE evenement_question (
	id BIGINT AUTO_INCREMENT PRIMARY KEY,
	evenement_id BIGINT NOT NULL,
	rang TINYINT NOT NULL DEFAULT 0,
	texte VARCHAR(300) NOT NULL,
	choix VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'one a line; empty: she writes what she wants',
	obligatoire BOOL NOT NULL DEFAULT FALSE,
	KEY (evenement_id, rang),
	FOREIGN KEY (evenement_id) REFERENCES evenement (id)
);

CREATE TABLE evenement_reponse (
	inscription_id BIGINT NOT NULL,
	question_id BIGINT NOT NULL,
	reponse VARCHAR(1000) NOT NULL COMMENT 'préparer l’événement ; effacée trois mois après',
	PRIMARY KEY (inscription_id, question_id),
	KEY (question_id),
	FOREIGN KEY (inscription_id) REFERENCES inscription (id),
	FOREIGN KEY (question_id) REFERENCES evenement_question (id) ON DELETE CASCADE
);
