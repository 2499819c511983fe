// Memory of a whole site: PSS (what several share is divided among them), by who has it; just begun, each page
// read, and at rest again.  The demonstration's people, who came before MariaDB, with its default pool of
// 128 MB, was started.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance, processes, row, signIn } from './_lib.mjs';

const pss = pids => pids.reduce((sum, pid) => {
	try {
		return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
	} catch {
		return sum; // it has ended
	}
}, 0);
const areas = execFileSync('etc/generate', ['areas'], { encoding: 'utf8' }).trim().split('\n');
const site = await instance('memoire', { ESSAIM_DB_MEMORY: '128M' }, []);
const of = area => processes(site.dir, `/${area}.fcgi`);
const children = () => areas.flatMap(of).filter(pid => !areas.some(area =>
	readFileSync(join(site.dir, 'run', `${area}.pid`), 'utf8').split(' ')[0] === pid));

function tell(when)
{
	const parts = [['nginx', '/nginx/nginx.conf'], ['MariaDB', '/db/my.cnf'], ['programs of areas', '.fcgi'], ['jobs', '/libexec/essaim/essaim-']]
		.map(([name, what]) => [name, pss(processes(site.dir, what))]);

	row(when, ...parts.map(([, mb]) => mb.toFixed(0)), parts.reduce((sum, [, mb]) => sum + mb, 0).toFixed(0));
}

try {
	for (const what of [['down'], ['up', '--detach']])
		spawnSync('./dev', what, { env: site.env });
	row('MB', 'nginx', 'MariaDB', 'areas', 'jobs', 'all');
	tell('begun');
	const [, email, secret] = readFileSync(join(site.dir, 'demo-accounts.txt'), 'utf8').split('\n')[0].split('\t');
	const { cookie } = await signIn(site.url, email, secret);
	for (const area of areas.filter(name => name !== 'deconnexion'))
		for (let i = 0; i < 3; i++)
			await (await fetch(`${site.url}/${area.replaceAll('_', '-')}`, { headers: { cookie } })).text();
	tell('each area read');
	console.log(areas.map(area => [area, pss(of(area))]).sort((a, b) => b[1] - a[1])
		.map(([area, mb]) => `${area} ${mb.toFixed(1)}`).join(', '));
	for (const pid of children()) // what they do by themselves after five minutes
		process.kill(pid, 'SIGTERM');
	while (children().length > 0)
		await new Promise(go => setTimeout(go, 100));
	tell('at rest');
	console.log('where systemd starts an area for its first reader (etc/systemd), areas at rest take nothing after ten minutes');
} finally {
	site.end();
}
