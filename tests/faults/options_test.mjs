// The command line of each program: --help, and what it does not know, before it does anything.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runAll, test } from './lib.mjs';

// No program gets further than its options: there is no such file.
const env = { ...process.env, ESSAIM_CONF: '/nulle/part/absent.conf' };
const run = (program, ...args) =>
	spawnSync(join(process.env.BUILD, 'cron', `essaim-${program}`), args, { env, encoding: 'utf8', timeout: 20000 });
const programs = ['admin', 'index', 'mail', 'sync', 'tableau'];
const usage = program => new RegExp(`^(usage: )?essaim-${program}\\b`, 'm');

for (const program of programs)
	test(`essaim-${program}: --help on standard output; what is not known is a mistake`, () => {
		const help = run(program, '--help');
		assert.equal(help.status, 0, help.stderr);
		assert.match(help.stdout, usage(program));
		assert.equal(help.stderr, '');
		for (const args of [['--rien'], ['-x'], ['rien'], ['--help=oui'], ['--', 'rien']]) {
			const { status, stdout, stderr } = run(program, ...args);
			assert.equal(status, 2, `${args}: ${stderr}`);
			assert.match(stderr, usage(program), `${args}`);
			assert.equal(stdout, '', `${args}`);
		}
	});

test('what is taken, and what is not', () => {
	const taken = line => {
		const { status, stderr } = run(...line.split(' '));
		assert.equal(status, 2, line);
		return /absent\.conf/.test(stderr) && !/^\tself-diagnosis|^usage/m.test(stderr);
	};

	for (const line of ['mail', 'mail --for 5', 'mail --for=0', 'index --for 5', 'index --rebuild', 'tableau',
		'sync --full', 'sync --full --force-removals --for 5 --every 1', 'admin migrate', 'admin check', 'admin site create',
		'admin export contacts --format csv', 'admin export --format=csv contacts', 'admin import contacts x.csv',
		'admin import contacts x.csv --dry-run', 'admin import contacts --dry-run x.csv',
		'admin account create a@b.c', 'admin account create a@b.c --password-stdin',
		'admin account role a@b.c admin', 'admin account factor a@b.c none'])
		assert.ok(taken(line), line);
	for (const line of ['mail --for', 'mail --for x', 'mail --for -1', 'mail --for 5x', 'index --for 1.5', 'sync --every -2', 'sync full',
		'admin export contacts', 'admin export --format csv', 'admin import contacts', 'admin import contacts a b',
		'admin import contacts x --format csv', 'admin migrate --dry-run', 'admin migrate x', 'admin account role a@b.c',
		'admin account create', 'admin account create a@b.c --dry-run', 'admin account'])
		assert.ok(!taken(line), line);
});

await runAll();
