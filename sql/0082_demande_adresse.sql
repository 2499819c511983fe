-- Who is invited by an address is named to nobody who could not read that address: whose it is,
-- and whether it is somebody's, stays unsaid.
ALTER TABLE groupe_demande
	ADD par_adresse BOOL NOT NULL DEFAULT FALSE COMMENT 'ne pas dire à qui est l’adresse tapée';
