-- 0100: following an objet is an abonnement: /suivi is the area of registers.  Programs of before know
-- the table by its old name, which a view keeps for them.

RENAME TABLE suivi TO abonnement;
CREATE VIEW suivi AS SELECT * FROM abonnement;
