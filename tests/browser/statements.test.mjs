// What each main page asks of the database, from the log of its area: no page grows dear unseen.
// A page that becomes cheaper brings its line down; a page to come begins at 12.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const CEILINGS = [
	['benP', '/', 24],
	['benP', '/annuaire', 7],
	['benP', '/groupes', 9],
	['benP', '/:group', 28],
	['benP', '/:coop', 23],
	['benP', '/recherche?q=climat', 6],
	['benP', '/agenda', 6],
	['benP', '/agenda?vue=mois', 7],
	['benP', '/agenda?vue=semaine', 6],
	['benP', '/:event', 10],
	['cooP', '/:series', 13],
	['benP', '/actualites', 5],
	['benP', '/:news', 8],
	['benP', '/heures', 9],
	['benP', '/lettres', 4],
	['benP', '/:letter', 6],
	['benP', '/messages', 4],
	['benP', '/notifications', 4],
	['adm', '/', 24],
	['adm', '/annuaire', 6],
	['adm', '/:benp', 31],
	['adm', '/admin/service', 12],
	['adm', '/tableau-de-bord', 28],
];

// What every area has logged since `marks`: the lines of a request.
function lines(folder, marks)
{
	return readdirSync(folder).filter(name => name.endsWith('.log'))
		.flatMap(name => readFileSync(join(folder, name)).subarray(marks?.get(name) ?? 0).toString().split('\n'))
		.filter(line => line.startsWith('time='))
		.map(line => Object.fromEntries(line.split(' ').map(pair => pair.split('='))));
}

const marks = folder => new Map(readdirSync(folder).map(name => [name, statSync(join(folder, name)).size]));

// The statements of one page: the line is written once the reply has left.
async function statements(t, page, folder, path)
{
	const before = marks(folder);
	const reply = await page.request.get(t.url + path);
	const wanted = new URL(reply.url()).pathname;

	for (let tries = 0; tries < 200; tries++) {
		const line = lines(folder, before).find(one => one.path === wanted);

		if (line)
			return { status: reply.status(), sql: Number(line.sql) };
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	return { status: 0, sql: 0 };
}

export default async function (t)
{
	const folder = join(process.env.INSTANCE || 'var', 'log');
	const group = await t.firstLink('benP', '/', '#menu a[href^="/groupes/"]');
	const of = { ':group': group, ':letter': await t.firstLink('benP', '/lettres', 'main .hit h2 a'), ':event': await t.firstLink('benP', '/agenda', 'main .hit a[href^="/agenda/"]'),
		':news': await t.firstLink('benP', '/actualites', 'main .hit a[href^="/actualites/"]'),
		':series': await t.firstLink('cooP', '/agenda?qui=groupes', 'main .hit a[href*="?date="]'),
		':coop': await t.firstLink('cooP', '/compte', 'a[href^="/contacts/"]'),
		':benp': await t.firstLink('benP', '/compte', 'a[href^="/contacts/"]') };

	for (const [who, pattern, ceiling] of CEILINGS)
		await t.as(who, async page => {
			const path = pattern.replace(/:\w+$/, name => of[name].slice(1)), seen = [];

			// a process that has just begun reads the model of contacts, once: not a cost of the page
			for (let i = 0; i < 5; i++)
				seen.push(await statements(t, page, folder, path));
			const sql = Math.min(...seen.map(one => one.sql));

			t.check(`${who} ${pattern}: ${sql} statements, at most ${ceiling}`,
				seen.every(one => one.status === 200) && sql > 0 && sql <= ceiling, JSON.stringify(seen));
		});
}
