// A group of 10,000 is told of a publication: what the author waits for, when all have it; how many
// mails leave in a second.
import { instance, row, signIn } from './_lib.mjs';

const N = Number(process.env.MEMBERS ?? 10000), FIRST = 100000, GROUP = 90000, THING = 90001;
const MAILS = Number(process.env.MAILS_N ?? 2000);
const password = 'quatre mots pour mesurer', author = 'autrice@mesure.example';
const sleep = ms => new Promise(go => setTimeout(go, ms));

function prepare({ sql, run })
{
	sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (${GROUP}, 'groupe', 'Grand groupe', NOW(), NOW(), 4);
	INSERT INTO groupe (id, type) VALUES (${GROUP}, 'groupe_local');
	INSERT IGNORE INTO groupe_arbre (ancetre_id, groupe_id, distance) VALUES (${GROUP}, ${GROUP}, 0);
	INSERT INTO public (id, genre, cle, titre) VALUES (9000, 'groupe', '${GROUP}', 'g');
	INSERT INTO liste_acces (id, cle) VALUES (9000, '1:9000');
	INSERT INTO acces (liste_id, public_id, droit) VALUES (9000, 9000, 1);
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id, cadre_id) VALUES (${THING}, 'publication', 'Stand', NOW(), NOW(), 9000, ${GROUP});
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) SELECT ${FIRST} + seq, 'contact', 'x', NOW(), NOW(), 3 FROM seq_1_to_${N};
	INSERT INTO contact (id, prenom, nom, email, statut, type_contact, acces, tri) SELECT ${FIRST} + seq, 'A', 'B',
		IF(seq = 1, '${author}', CONCAT('p', seq, '@mesure.example')), 'confirme', 'benevole', 2, 'b a' FROM seq_1_to_${N};
	INSERT INTO contact_public SELECT ${FIRST} + seq, 2 FROM seq_1_to_${N};
	INSERT INTO contact_public SELECT ${FIRST} + seq, 9000 FROM seq_1_to_${N};
	INSERT INTO membre (groupe_id, contact_id, debut, origine) SELECT ${GROUP}, ${FIRST} + seq, '2026-01-01', 'plateforme' FROM seq_1_to_${N};
	INSERT INTO compte (contact_id, cree_le) SELECT ${FIRST} + seq, UTC_TIMESTAMP() FROM seq_2_to_${N};
	ANALYZE TABLE objet, contact, contact_public, membre, acces, compte;`);
	run(['essaim-admin', 'account', 'create', author, '--password-stdin'], password);
}

// The rows that an act leaves in its request, timed inside the server.
function act(sql, genre, url)
{
	return Number(sql(`SET @t = NOW(6); BEGIN; INSERT INTO notif_evenement (genre, objet_id, auteur_id, url, phrase, cree_le)
		VALUES ('${genre}', ${THING}, ${FIRST + 1}, '${url}', 'A B a publié', UTC_TIMESTAMP());
		SET @e = LAST_INSERT_ID(); UPDATE notif_evenement SET chose_id = @e WHERE id = @e;
		INSERT INTO notif_cible (evenement_id, sorte, cible_id) VALUES (@e, 3, ${GROUP}); COMMIT;
		SELECT TIMESTAMPDIFF(MICROSECOND, @t, NOW(6)) / 1000;`));
}

async function until(condition, seconds)
{
	const began = performance.now();

	while (!condition()) {
		if (performance.now() - began > seconds * 1000)
			throw new Error('too long');
		await sleep(50);
	}
	return performance.now() - began;
}

// A page of the author while the group is being told.
async function pages(url, cookie, ended)
{
	const times = [];

	while (!ended.yes) {
		const began = performance.now();

		await (await fetch(`${url}/notifications`, { headers: { cookie } })).text();
		times.push(performance.now() - began);
		await sleep(50);
	}
	return Math.max(...times);
}

const site = await instance('notifications', { ESSAIM_SMTP_RATE: '0' });
try {
	prepare(site);
	const { cookie } = await signIn(site.url, author, password);
	const count = () => Number(site.sql('SELECT COUNT(*) FROM notif'));
	const ended = { yes: false };

	await until(() => site.sql("SELECT IS_USED_LOCK('essaim.mail') IS NOT NULL").trim() === '1', 70);
	const worst = pages(site.url, cookie, ended);
	const wait = act(site.sql, 'publication', '/groupes/1');
	const all = await until(() => count() >= N - 1, 60);
	ended.yes = true;
	row('', 'measured');
	row(`what the author waits for, a group of ${N}`, `${wait.toFixed(1)} ms`);
	row('all of them have it after', `${(all / 1000).toFixed(2)} s`);
	row('slowest page of hers meanwhile', `${(await worst).toFixed(0)} ms`);

	site.sql(`DELETE FROM membre WHERE contact_id > ${FIRST + 1 + MAILS}`);
	act(site.sql, 'important', '/groupes/2');
	const sent = () => Number(site.sql("SELECT COUNT(*) FROM courriel WHERE etat = 'envoye'"));
	await until(() => sent() > 0, 60);
	const first = sent(), ms = await until(() => sent() >= MAILS, 120);
	row(`${MAILS} mails: a second`, `${((MAILS - first) / ms * 1000).toFixed(0)}`);
	row('sent twice', site.sql('SELECT COUNT(*) - COUNT(DISTINCT contact_id) FROM courriel').trim());
} finally {
	site.end();
}
