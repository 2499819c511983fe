// load.mjs PORT HOST PATH... - asks for these pages, 8 at once, each on a connection of its own,
// until SIGTERM; prints how many were asked, and each that failed: refused, cut, or a page of failure.
import { request } from 'node:http';

const [port, host, ...paths] = process.argv.slice(2);
const failed = [];
let asked = 0, going = true;

const ask = path => new Promise(done => {
	const fail = why => { failed.push(`${path}: ${why}`); done(); };
	const q = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false }, a => {
		let size = 0;
		a.on('data', piece => { size += piece.length; });
		a.on('error', error => fail(error.message));
		// /sante says 503 of its own accord, with an object, where the sync is late
		a.on('end', () => (a.statusCode < 400 || (path === '/sante' && size > 0 && !/html/.test(a.headers['content-type'])) ?
			done() : fail(a.statusCode)));
	});
	q.setTimeout(30000, () => q.destroy(new Error('no answer for 30 s')));
	q.on('error', error => fail(error.message));
	q.end();
});

process.on('SIGTERM', () => { going = false; });
await Promise.all(Array.from({ length: 8 }, async (_, i) => {
	while (going) {
		await ask(paths[(asked + i) % paths.length]);
		asked++;
	}
}));
console.log(`${asked} asked, ${failed.length} failed`);
for (const one of failed.slice(0, 10))
	console.log(one);
process.exit(failed.length > 0 || asked === 0 ? 1 : 0);
