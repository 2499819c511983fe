// The dashboard at 1,000,000 people: the page of the nation, of a group, of all groups; how long
// the figures take to count.
import { instance, percentile, row, signIn } from './_lib.mjs';
import { grow, groups } from './_people.mjs';

const SIZE = Number(process.env.SIZE ?? 1000000), TURNS = 60;
const password = 'quatre mots pour mesurer', reader = 'lectrice@mesure.example';
const pages = ['/tableau-de-bord', '/tableau-de-bord?groupe=1010', '/tableau-de-bord/groupes',
	'/tableau-de-bord/departements', '/tableau-de-bord/mois'];

const site = await instance('tableau', { ESSAIM_DB_MEMORY: '2G' });
try {
	site.sql(`INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (900, 'contact', 'x', NOW(), NOW(), 3);
		INSERT INTO contact (id, prenom, nom, email, statut, type_contact, acces, tri) VALUES (900, 'A', 'B', '${reader}', '', 'salarie', 3, 'b a');
		INSERT INTO contact_public VALUES (900, 3);`);
	groups(site.sql);
	site.run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
	const { cookie } = await signIn(site.url, reader, password);
	grow(site.sql, 0, SIZE);
	console.log(`${SIZE.toLocaleString('en')} people`);
	site.sql('DELETE FROM tableau_calcul;');
	console.log(site.run(['essaim-tableau']).trim());
	row('', 'half ms', '95 % ms', 'worst ms');
	for (const path of pages) {
		const ms = [];

		for (let i = 0; i < TURNS; i++) {
			const began = performance.now();
			const reply = await fetch(site.url + path, { headers: { cookie } });

			await reply.text();
			if (reply.status !== 200)
				throw new Error(`${path}: ${reply.status}`);
			ms.push(performance.now() - began);
		}
		row(`  ${path}`, ...[50, 95, 100].map(p => percentile(ms, p).toFixed(1)));
	}
} finally {
	if (!process.env.KEEP)
		site.end();
}
