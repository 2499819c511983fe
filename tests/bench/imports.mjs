// An import of 100,000 lines: read, tried, applied, taken back; the time of each, and the memory of
// the program that does it beside what it holds after an import of 100 lines.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance, peak, processes, row, signIn } from './_lib.mjs';

const SIZE = Number(process.env.SIZE ?? 100000);
const FIRST = 100000, GROUP = 1001;
const password = 'quatre mots pour mesurer', reader = 'coordination@mesure.example';

// Everybody is in one group, whose coordination brings the file: each line asks for rights.
function people(sql)
{
	sql(`SET unique_checks = 0, foreign_key_checks = 0;
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (${GROUP}, 'groupe', 'Groupe', NOW(), NOW(), 4);
	INSERT INTO groupe (id, type) VALUES (${GROUP}, 'groupe_local');
	INSERT INTO public (id, genre, cle, titre) VALUES (1001, 'groupe', ${GROUP}, 'g'), (2001, 'coordination', ${GROUP}, 'c');
	INSERT INTO liste_acces (id, cle) VALUES (1001, '1:2,1:3,3:4,3:2001');
	INSERT INTO acces VALUES (1001, 2, 1), (1001, 3, 1), (1001, 4, 3), (1001, 2001, 3);
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) VALUES (900, 'contact', 'x', NOW(), NOW(), 1001);
	INSERT INTO contact (id, prenom, nom, email, statut, acces, tri) VALUES (900, 'A', 'B', '${reader}', 'confirme', 2, 'b a');
	INSERT INTO contact_public VALUES (900, 2), (900, 1001), (900, 2001);
	INSERT INTO membre (groupe_id, contact_id, role, debut, origine, tri) VALUES (${GROUP}, 900, 'coordination', '2026-01-01', 'plateforme', 'b a');
	INSERT INTO etiquette (famille_id, nom) VALUES (1, 'Mesure');
	CREATE TEMPORARY TABLE t ENGINE = ARIA SELECT ${FIRST} + seq AS id, CONCAT('Nom', seq) AS nom FROM seq_1_to_${SIZE};
	INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id) SELECT id, 'contact', CONCAT('Camille ', nom), NOW(), NOW(), 1001 FROM t;
	INSERT INTO contact (id, hubspot_id, prenom, nom, email, telephone, code_postal, ville, statut, type_contact, acces, tri)
		SELECT id, id, 'Camille', nom, CONCAT('p', id, '@mesure.example'), '0612345678', '01000', 'Ville', 'confirme', 'benevole', 2,
			CONCAT(LOWER(nom), ' camille') FROM t;
	INSERT INTO contact_public SELECT id, 2 FROM t;
	INSERT INTO contact_public SELECT id, 1001 FROM t;
	INSERT INTO membre (groupe_id, contact_id, debut, origine, tri) SELECT ${GROUP}, id, '2026-01-01', 'plateforme', CONCAT(LOWER(nom), ' camille') FROM t;
	INSERT INTO champ_valeur (contact_id, champ_id, valeur, tri) SELECT t.id, f.id, 'vente', CONCAT(LOWER(nom), ' camille') FROM t
		JOIN champ f ON f.cle = 'competences' WHERE t.id MOD 3 = 0;
	INSERT INTO recherche (objet_id, titre, corps) SELECT id, CONCAT('camille ', LOWER(nom)), 'ville' FROM t;
	ANALYZE TABLE objet, contact, contact_public, membre, champ_valeur, acces;`);
}

function file(n, what)
{
	const lines = ['Adresse courriel;Nom;Compétences;Étiquettes;Disponibilités'];

	for (let i = 1; i <= n; i++)
		lines.push(`p${FIRST + i}@mesure.example;Nom${i};${what};Mesure;En semaine, le soir`);
	return lines.join('\r\n');
}

const site = await instance('imports', { ESSAIM_DB_MEMORY: '1G' });
try {
	people(site.sql);
	site.run(['essaim-admin', 'account', 'create', reader, '--password-stdin'], password);
	const { cookie } = await signIn(site.url, reader, password);
	const csrf = /name="csrf" value="([^"]*)"/.exec(await (await fetch(site.url + '/imports', { headers: { cookie } })).text())[1];
	const send = async (path, body) => {
		const began = performance.now();
		const reply = await fetch(site.url + path, { method: 'POST', redirect: 'manual', headers: { cookie }, body });

		await reply.arrayBuffer();
		if (reply.status !== 303)
			throw new Error(`${path}: ${reply.status}`);
		return { seconds: (performance.now() - began) / 1000, location: reply.headers.get('location') };
	};
	const bring = async (name, bytes) => {
		const form = new FormData();

		form.set('csrf', csrf);
		form.set('fichier', new Blob([bytes]), name);
		const read = await send('/imports', form);
		const at = read.location.replace('/colonnes', '');
		const times = [read.seconds];
		const columns = { csrf, c0: 'email', c1: 'nom', c2: 'competences', c3: 'etiquettes', c4: 'disponibilites', mode: '1' };

		for (const [path, more] of [['/colonnes', columns], ['/appliquer', { csrf }], ['/annuler', { csrf }]])
			times.push((await send(at + path, new URLSearchParams(more))).seconds);
		const changed = site.sql(`SELECT COUNT(*) FROM import_ligne WHERE import_id = ${at.split('/').pop()} AND etat = 1`).trim();
		if (Number(changed) !== bytes.lines)
			throw new Error(`${changed} lines changed, not ${bytes.lines}`);
		return times;
	};
	const memory = () => peak(processes(site.dir, '/imports.fcgi'));
	const table = (name, times) => row(name, ...times.map(s => s.toFixed(1)), times.slice(0, 3).reduce((a, b) => a + b).toFixed(1), memory().toFixed(0));
	const bytes = (content, lines) => Object.assign(Buffer.from(content), { lines });

	row('lines', 'read s', 'try s', 'apply s', 'undo s', 'first three', 'peak MB');
	table('100, .csv', await bring('a.csv', bytes(file(100, 'Photo'), 100)));
	table(`${SIZE}, .csv`, await bring('b.csv', bytes(file(SIZE, 'Photo'), SIZE)));
	const csv = join(site.dir, 'c.csv');
	writeFileSync(csv, file(SIZE, 'Droit'));
	try {
		execFileSync('soffice', ['--headless', '--infilter=CSV:59,34,76,1', '--convert-to', 'xlsx', '--outdir', site.dir, csv],
			{ env: { ...process.env, HOME: site.dir }, stdio: 'ignore' });
		table(`${SIZE}, .xlsx of LibreOffice`, await bring('c.xlsx', bytes(readFileSync(join(site.dir, 'c.xlsx')), SIZE)));
	} catch (error) {
		if (error.code !== 'ENOENT')
			throw error;
		console.log('no LibreOffice here: .xlsx not measured');
	}
} finally {
	if (!process.env.KEEP)
		site.end();
}
