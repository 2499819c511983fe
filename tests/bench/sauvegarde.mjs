// A dump of 100,000 people, beside mariadb-dump of the same base in the same run, each after the
// other; then the site from it, in an empty base and an empty store, beside what the client loads.
// FILES_MB of files (1,000) are in the store: what a disk of 10 GB takes is in that proportion.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, openSync, closeSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance, median, row } from './_lib.mjs';
import { groups, grow } from './_people.mjs';

const SIZE = Number(process.env.SIZE ?? 100000), RUNS = Number(process.env.RUNS ?? 5), FILES_MB = Number(process.env.FILES_MB ?? 1000);
const EACH = 2_000_000; // bytes of a file

const site = await instance('sauvegarde', { ESSAIM_DB_MEMORY: '1G' });
const my = join(site.dir, 'db/my.cnf'), out = join(site.dir, 'mesure');
const seconds = ms => `${(ms / 1000).toFixed(1)} s`;
const timed = act => {
	const began = performance.now(), value = act();
	return { ms: performance.now() - began, value };
};
const toFile = (name, args) => {
	const fd = openSync(join(out, name), 'w');
	const done = spawnSync('mariadb-dump', [`--defaults-file=${my}`, ...args], { stdio: ['ignore', fd, 'inherit'] });
	closeSync(fd);
	execFileSync('sync', [join(out, name)]); // ours are on the disk too when it ends
	if (done.status !== 0)
		throw new Error('mariadb-dump');
};
const dump = () => site.run(['essaim-dump', '--out', out]);
const written = text => Number(/ ms=(\d+)/.exec(text)[1]);
const dumps = () => readdirSync(out).filter(name => name.startsWith('essaim-'));

function files()
{
	const values = [];

	for (let i = 0; i < FILES_MB * 1e6 / EACH; i++) {
		const bytes = randomBytes(EACH), hash = createHash('sha256').update(bytes).digest('hex'), folder = join(site.dir, 'files', hash.slice(0, 2));
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(folder, hash), bytes);
		values.push(`('${hash}', ${EACH}, UTC_TIMESTAMP())`);
	}
	if (values.length > 0)
		site.sql(`INSERT INTO fichier_contenu (empreinte, taille, cree_le) VALUES ${values};`);
}

try {
	mkdirSync(out);
	groups(site.sql);
	grow(site.sql, 0, SIZE);
	site.sql(`INSERT INTO recherche (objet_id, titre, corps) SELECT id, CONCAT('xxprenom', id MOD 50, ' xxnom', id MOD 5000),
		CONCAT('xxville', id MOD 3000, ' xxbenevole xxgroupe', id MOD 300) FROM contact WHERE id > 100000; DELETE FROM sauvegarde;`);
	const theirs = [], ours = [], read = [];
	for (let i = 0; i < RUNS; i++) {
		theirs.push(timed(() => toFile('theirs.sql', ['--single-transaction', '--quick', 'essaim'])).ms);
		const whole = timed(dump);
		ours.push(written(whole.value));
		read.push(whole.ms);
		if (i + 1 < RUNS)
			rmSync(join(out, dumps()[0]), { recursive: true });
	}
	const bare = median(ours);
	row(`${SIZE} people, no files; median of ${RUNS}`, 'time', 'ratio');
	row('mariadb-dump --single-transaction', seconds(median(theirs)), '1');
	row('essaim-dump, CSV and SQL, with their SHA-256', seconds(bare), (bare / median(theirs)).toFixed(2));
	row('    with its start, and all of it read again', seconds(median(read)), (median(read) / median(theirs)).toFixed(2));
	rmSync(join(out, dumps()[0]), { recursive: true });
	files();
	const whole = timed(dump);
	row(`essaim-dump with ${FILES_MB} MB of files`, seconds(written(whole.value)));
	row('    all of it read again', seconds(whole.ms));
	site.sql(`CREATE DATABASE essaim_mesure CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci; CREATE DATABASE essaim_client;
		GRANT ALL ON essaim_mesure.* TO essaim@localhost;`);
	const back = timed(() => execFileSync('./dev', ['run', 'essaim-restore', join(out, dumps()[0])], { encoding: 'utf8',
		env: { ...site.env, ESSAIM_DB_NAME: 'essaim_mesure', ESSAIM_STORE_URL: `file://${out}/files` } }));
	row('essaim-restore of it: loaded, compared, asked', seconds(back.ms));
	row('mariadb < mariadb-dump', seconds(timed(() => execFileSync('sh', ['-c', `mariadb --defaults-file=${my} essaim_client <${join(out, 'theirs.sql')}`])).ms));
	row('bytes: mariadb-dump, ours without the files', statSync(join(out, 'theirs.sql')).size,
		Number(/ bytes=(\d+)/.exec(whole.value)[1]) - FILES_MB * 1e6);
	console.log(back.value.split('\n')[0]);
} finally {
	site.end();
}
