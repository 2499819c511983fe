// node run.mjs URL [AREA]: the tests of AREA (all without it), one line a check.
// INSTANCE names the var/ of the running instance, MAILS its receiver of mails.
import { readdirSync } from 'node:fs';
import { launch, Tester } from './lib.mjs';

const [url, area] = process.argv.slice(2);
if (!url) {
	console.error('usage: node run.mjs URL [AREA]');
	process.exit(2);
}

// What is counted, and what newcomers find, is read before the other tests write.
const first = name => ['taches.test.mjs', 'statements.test.mjs'].indexOf(name) + 1;
const names = readdirSync(new URL('.', import.meta.url))
	.filter(name => name.endsWith('.test.mjs') && (!area || name === area + '.test.mjs'))
	.sort((a, b) => first(b) - first(a) || (a < b ? -1 : 1));
const { browser, close } = await launch();
const t = new Tester(browser, url, process.env.INSTANCE || 'var', process.env.MAILS);

for (const name of names) {
	const began = Date.now();

	console.log('# ' + name.replace('.test.mjs', ''));
	try {
		await (await import('./' + name)).default(t);
	} catch (e) {
		t.check(name, false, String(e.stack || e).split('\n').slice(0, 6).join(' '));
	}
	console.log(`# ${Math.round((Date.now() - began) / 1000)} s`);
}
await close();
console.log(`${t.passed} passed, ${t.failed} failed`);
process.exit(t.failed ? 1 : 0);
