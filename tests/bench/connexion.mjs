// The sign-in path under load: fifty people at once against one alone, the memory of the
// processes, and the time of an unknown address beside that of a known one.
import { instance, median, peak, processes, row, signIn } from './_lib.mjs';

const password = 'quatre mots pour mesurer';
const people = Array.from({ length: 10 }, (_, i) => `personne${i}@mesure.example`);

function prepare({ sql, run })
{
	sql(people.map((email, i) => `INSERT INTO objet (id, genre, titre, cree_le, modifie_le, liste_id)
		VALUES (${9000 + i}, 'contact', 'x', NOW(), NOW(), 1);
		INSERT INTO contact (id, prenom, nom, email, statut, acces) VALUES (${9000 + i}, 'A', 'B', '${email}', 'confirme', 2);`).join('\n'));
	for (const email of people)
		run(['essaim-admin', 'account', 'create', email, '--password-stdin'], password);
}

async function measure({ url, dir })
{
	const alone = [], unknown = [], wrong = [];

	await signIn(url, people[0], password);
	for (let i = 0; i < 15; i++)
		alone.push((await signIn(url, people[i % 10], password)).ms);
	for (let i = 0; i < 20; i++) {
		wrong.push((await signIn(url, people[i % 10], 'faux')).ms);
		unknown.push((await signIn(url, `inconnue${i % 10}@mesure.example`, 'faux')).ms);
	}
	const began = performance.now();
	const all = await Promise.all(Array.from({ length: 50 }, (_, i) => signIn(url, people[i % 10], password)));
	const each = (performance.now() - began) / 50;
	const done = all.filter(({ status }) => status === 303).length;

	row('', 'measured', 'ratio');
	row('one alone, median', `${median(alone).toFixed(0)} ms`, '1.00');
	row(`50 at once, ${done} signed in: time for each`, `${each.toFixed(0)} ms`, (each / median(alone)).toFixed(2));
	row('50 at once: the last one waits', `${Math.max(...all.map(({ ms }) => ms)).toFixed(0)} ms`);
	row('most memory of a process', `${peak(processes(dir, 'connexion')).toFixed(0)} MB`);
	row('refused, known address, median', `${median(wrong).toFixed(0)} ms`, '1.00');
	row('refused, unknown address, median', `${median(unknown).toFixed(0)} ms`, (median(unknown) / median(wrong)).toFixed(2));
}

const site = await instance('connexion');
try {
	prepare(site);
	await measure(site);
} finally {
	site.end();
}
