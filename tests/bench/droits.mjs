// Rights at work on 100,000 people of one group: each person computed again, then the group moved in
// the tree while others read.
import { instance, median, percentile, row, signIn } from './_lib.mjs';

const SIZE = Number(process.env.SIZE ?? 100000), OTHERS = 1000, FIRST = 100000, GROUP = 50000;
const password = 'quatre mots pour mesurer', reader = 'administration@mesure.example';

// Everybody is in one group and in one of a thousand others: as many lists of access.
function people(sql)
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	SET @haut = (SELECT ensemble_id FROM groupe_type WHERE cle = 'groupe_local');
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id, cadre_id)
		SELECT ${GROUP} + seq, 'groupe', CONCAT('Groupe ', seq), NOW(), NOW(), 4, @haut FROM seq_0_to_${OTHERS};
	INSERT INTO groupe (id, type) SELECT ${GROUP} + seq, 'groupe_local' FROM seq_0_to_${OTHERS};
	INSERT INTO groupe_arbre (ancetre_id, groupe_id, distance)
		SELECT ${GROUP} + seq, ${GROUP} + seq, 0 FROM seq_0_to_${OTHERS}
		UNION ALL SELECT h.ancetre_id, ${GROUP} + s.seq, h.distance + 1 FROM groupe_arbre h JOIN seq_0_to_${OTHERS} s WHERE h.groupe_id = @haut;
	INSERT INTO public (genre, cle, titre) SELECT n.g, ${GROUP} + seq, 'p' FROM seq_0_to_${OTHERS}
		JOIN (SELECT 'groupe' AS g UNION SELECT 'equipe' UNION SELECT 'prospects' UNION SELECT 'coordination') n;
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) SELECT ${FIRST} + seq, 'contact', CONCAT('Nom', seq), NOW(), NOW(), 2 FROM seq_1_to_${SIZE};
	INSERT INTO contact (id, hubspot_id, prenom, nom, email, statut, type_contact, acces, tri)
		SELECT ${FIRST} + seq, seq, 'Camille', CONCAT('Nom', seq), CONCAT('p', seq, '@mesure.example'), 'confirme', 'benevole', 2, CONCAT('nom', seq) FROM seq_1_to_${SIZE};
	UPDATE contact SET email = '${reader}', type_contact = 'salarie', acces = 3 WHERE id = ${FIRST + 1};
	INSERT INTO membre (groupe_id, contact_id, debut, origine) SELECT ${GROUP}, ${FIRST} + seq, '2026-01-01', 'plateforme' FROM seq_1_to_${SIZE}
		UNION ALL SELECT ${GROUP} + 1 + seq MOD ${OTHERS}, ${FIRST} + seq, '2026-01-01', 'plateforme' FROM seq_1_to_${SIZE};
	REPLACE INTO reglage VALUES ('acces_refaire', '1');
	ANALYZE TABLE objet, contact, membre, public, groupe_arbre;`);
}

const site = await instance('droits', { ESSAIM_DB_MEMORY: '1G' });
try {
	people(site.sql);
	let began = performance.now();
	site.run(['essaim-admin', 'migrate']);
	const each = (performance.now() - began) / SIZE;
	site.run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
	site.run(['essaim-admin', 'account', 'role', reader, 'admin']);
	const { cookie } = await signIn(site.url, reader, password);
	const get = path => fetch(site.url + path, { headers: { cookie } }).then(r => r.text());
	const form = await get('/compte');
	const csrf = /name="csrf" value="([^"]*)"/.exec(form)[1];
	const under = GROUP + 1;

	// Readers go on while the group moves.
	const times = [], calm = [];
	const read = async into => {
		const at = performance.now();

		await get('/annuaire');
		into.push(performance.now() - at);
	};
	for (let i = 0; i < 20; i++)
		await read(calm);
	let moving = true;
	const reading = (async () => {
		while (moving)
			await read(times);
	})();
	began = performance.now();
	const reply = await fetch(`${site.url}/groupes/${GROUP}/deplacer`, { method: 'POST', redirect: 'manual', headers: { cookie },
		body: new URLSearchParams({ csrf, vers: String(under) }) });
	const moved = performance.now() - began;
	moving = false;
	await reading;
	if (reply.status !== 303)
		throw new Error(`the move answered ${reply.status}`);
	row('', 'ms');
	row(`publics and list of one contact, of ${SIZE}`, each.toFixed(2));
	row(`a group of ${SIZE} people, ${OTHERS} lists, moved`, Math.round(moved));
	row('a page of the directory, calm: median', median(calm).toFixed(1));
	row('the same while the group moves: median, worst', median(times).toFixed(1), percentile(times, 100).toFixed(1));
} finally {
	site.end();
}
