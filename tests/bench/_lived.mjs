// A site that has been lived in, by SQL on top of the demonstration: PEOPLE in all, and what so many
// write.  One reader's groups, conversations and notifications are those of a busy year.
import { grow, groups } from './_people.mjs';

export const RECIPE = '1: posts PEOPLE / 5 with three comments, conversations PEOPLE / 20, notifications 300 of the reader and 2 * PEOPLE\n';
const DEMO = 1400, AT = 10000;
const words = 'Nous tenons un stand samedi sur la place, **venez** avec le barnum et un thermos.';

// Her posts: in the group she is in, a twentieth of them about the climate.
function posts(sql, reader, n)
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @groupe = (SELECT MIN(m.groupe_id) FROM membre m JOIN contact c ON c.id = m.contact_id WHERE c.email = '${reader}' AND m.fin IS NULL);
	SET @liste = (SELECT id FROM liste_acces WHERE cle = CONCAT('contenu:1:', @groupe, ':'));
	SET @premier = (SELECT MAX(id) FROM objet);
	CREATE TEMPORARY TABLE qui (PRIMARY KEY (n)) ENGINE = ARIA SELECT ROW_NUMBER() OVER (ORDER BY contact_id) - 1 AS n, contact_id AS id FROM membre WHERE groupe_id = @groupe AND fin IS NULL;
	SET @combien = (SELECT COUNT(*) FROM qui);
	CREATE TEMPORARY TABLE p ENGINE = ARIA SELECT @premier + 4 * seq AS id, seq, q.id AS qui FROM seq_1_to_${n} s JOIN qui q ON q.n = s.seq MOD @combien;
	CREATE TEMPORARY TABLE c ENGINE = ARIA SELECT p.id + k.seq AS id, p.id AS sur, p.seq, q.id AS qui
		FROM p JOIN seq_1_to_3 k JOIN qui q ON q.n = (p.seq * 7 + k.seq) MOD @combien;
	INSERT INTO objet (id, genre, titre, cree_le, cree_par, modifie_le, cadre_id, liste_id)
		SELECT id, 'publication', CONCAT('Stand ', seq), NOW() - INTERVAL (${n} - seq) * 20 MINUTE, qui, NOW(), @groupe, @liste FROM p
		UNION ALL SELECT id, 'commentaire', 'Je viens', NOW() - INTERVAL (${n} - seq) * 20 MINUTE, qui, NOW(), @groupe, @liste FROM c;
	INSERT INTO publication (id, groupe_id, genre, titre, texte) SELECT id, @groupe, 'message', CONCAT('Stand ', seq), '${words}' FROM p;
	INSERT INTO reaction_total SELECT id, k.seq, 3 FROM p JOIN seq_1_to_3 k;
	INSERT INTO commentaire (id, sur_id, racine_id, texte) SELECT id, sur, id, 'Je viens, avec *deux* amies.' FROM c;
	REPLACE INTO discussion SELECT sur_id, COUNT(*), MAX(id) - 1, MAX(id) FROM commentaire WHERE sur_id IN (SELECT id FROM p) GROUP BY sur_id;
	INSERT INTO recherche (objet_id, titre, corps, texte) SELECT id, CONCAT('xxstand xx', seq),
		CONCAT('xxnous xxten xxstand xxsamed xxplac xxven xxbarnum', IF(seq MOD 20 = 0, ' xxclimat', '')), 'Nous tenons un stand samedi sur la place.' FROM p;`);
}

// People who are found by their names, as the search has them.
const found = (sql, from) => sql(`INSERT INTO recherche (objet_id, titre, corps)
	SELECT id, CONCAT('xx', REPLACE(tri, ' ', ' xx')), CONCAT('xx', LOWER(ville), IF(id MOD 20 = 0, ' xxclimat', '')) FROM contact WHERE id > ${from}`);

// N conversations of two persons, 200 of them hers, with four messages each.
function conversations(sql, reader, n)
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @moi = (SELECT id FROM contact WHERE email = '${reader}');
	SET @premier = (SELECT MAX(id) FROM objet), @public = (SELECT MAX(id) FROM public), @liste = (SELECT MAX(id) FROM liste_acces);
	CREATE TEMPORARY TABLE qui (PRIMARY KEY (n)) ENGINE = ARIA SELECT ROW_NUMBER() OVER (ORDER BY id) - 1 AS n, id FROM contact WHERE acces = 2 AND id <> @moi;
	SET @combien = (SELECT COUNT(*) FROM qui);
	CREATE TEMPORARY TABLE v ENGINE = ARIA SELECT @premier + seq AS id, @public + seq AS public, @liste + seq AS liste, seq,
		IF(seq <= 200, @moi, a.id) AS une, b.id AS autre FROM seq_1_to_${n} s
		JOIN qui a ON a.n = s.seq * 13 MOD @combien JOIN qui b ON b.n = (s.seq * 29 + 1) MOD @combien WHERE a.id <> b.id;
	INSERT INTO public (id, genre, cle, titre) SELECT public, 'conversation', id, 'Participant-e-s' FROM v;
	INSERT INTO liste_acces (id, cle) SELECT liste, CONCAT('prive:2:', public) FROM v;
	INSERT INTO acces (liste_id, public_id, droit) SELECT liste, public, 2 FROM v;
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, cree_par, liste_id) SELECT id, 'conversation', '', NOW(), NOW(), une, liste FROM v;
	INSERT INTO conversation (id, genre, public_id) SELECT id, 'personnes', public FROM v;
	INSERT INTO conversation_participant (conversation_id, contact_id, arrive_le) SELECT id, une, NOW() - INTERVAL 1 DAY FROM v UNION ALL SELECT id, autre, NOW() - INTERVAL 1 DAY FROM v;
	INSERT INTO contact_public (contact_id, public_id) SELECT une, public FROM v UNION ALL SELECT autre, public FROM v;
	INSERT INTO message (conversation_id, auteur_id, texte, html, mots, cree_le) SELECT v.id, IF(k.seq MOD 2, v.autre, v.une), '${words}', '<p>${words}</p>',
		'xxstand', NOW() - INTERVAL v.seq MINUTE FROM v JOIN seq_1_to_4 k ORDER BY v.id, k.seq;
	UPDATE conversation v SET dernier_id = (SELECT MAX(m.id) FROM message m WHERE m.conversation_id = v.id) WHERE dernier_id = 0;
	UPDATE conversation_participant p JOIN v ON v.id = p.conversation_id JOIN conversation w ON w.id = v.id SET p.lu_id = w.dernier_id WHERE v.seq MOD 20 > 0;`);
}

// 300 notifications of hers, of which twenty are not read, and as many as N of others.
function notifications(sql, reader, n)
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	DELETE FROM notif_cible;
	SET @moi = (SELECT id FROM contact WHERE email = '${reader}');
	SET @premier = (SELECT MAX(id) FROM notif_evenement);
	CREATE TEMPORARY TABLE p (PRIMARY KEY (seq)) ENGINE = ARIA SELECT ROW_NUMBER() OVER (ORDER BY id DESC) AS seq, id, groupe_id FROM publication ORDER BY id DESC LIMIT 300;
	SET @combien = (SELECT COUNT(*) FROM p);
	INSERT INTO notif_evenement (id, chose_id, genre, objet_id, url, phrase, extrait, cree_le) SELECT @premier + seq, @premier + seq, 'publication', id,
		CONCAT('/groupes/', groupe_id, '/publications/', id), 'A B a publié', 'Nous tenons un stand samedi', NOW() - INTERVAL seq HOUR FROM p;
	INSERT INTO notif (contact_id, chose_id, evenement_id, genre, objet_id, cree_le, lu_le, site, courriel, resume)
		SELECT @moi, @premier + seq, @premier + seq, 'publication', id, NOW() - INTERVAL seq HOUR, IF(seq <= 20, NULL, NOW()), 1, 2, 2 FROM p;
	CREATE TEMPORARY TABLE qui (PRIMARY KEY (n)) ENGINE = ARIA SELECT ROW_NUMBER() OVER (ORDER BY id) - 1 AS n, id FROM contact WHERE acces = 2 AND id <> @moi;
	SET @gens = (SELECT COUNT(*) FROM qui);
	INSERT IGNORE INTO notif (contact_id, chose_id, evenement_id, genre, objet_id, cree_le, lu_le, site, courriel, resume)
		SELECT q.id, @premier + p.seq, @premier + p.seq, 'publication', p.id, NOW() - INTERVAL p.seq HOUR, NULL, 1, 2, 2
		FROM seq_1_to_${n} s JOIN qui q ON q.n = s.seq MOD @gens JOIN p ON p.seq = 1 + (s.seq * 7) MOD @combien;`);
}

export function live(site, reader, people)
{
	const { sql } = site;

	if (people > DEMO) {
		const from = Number(sql('SELECT MAX(id) FROM contact').trim());

		groups(sql, AT);
		grow(sql, 0, people - DEMO, AT);
		found(sql, from);
	}
	posts(sql, reader, Math.round(people / 5));
	conversations(sql, reader, Math.max(400, Math.round(people / 20)));
	notifications(sql, reader, 2 * people);
	sql(`ANALYZE TABLE objet, contact, contact_public, membre, champ_valeur, contact_mot, acces, liste_acces, public,
		publication, commentaire, discussion, message, conversation, conversation_participant, notif, notif_evenement;
		DELETE FROM tableau_calcul;`);
	site.run(['essaim-tableau']);
}
