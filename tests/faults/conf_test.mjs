// A mistake in the configuration: every program says where and ends with 2, before it does anything.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instance, runAll, test } from './lib.mjs';

const dir = mkdtempSync(join(tmpdir(), 'essaim-conf-'));
const file = join(dir, 'essaim.conf');
const good = readFileSync(join(instance, 'essaim.conf'), 'utf8');
const programs = ['cron/essaim-sync', 'cron/essaim-mail', 'cron/essaim-admin', 'cgi-bin/sante.fcgi', 'cgi-bin/annuaire.fcgi'];

function run(program, text, more = {})
{
	writeFileSync(file, text);
	return spawnSync(join(process.env.BUILD, program), program.endsWith('admin') ? ['check'] : [],
		{ env: { ...process.env, ESSAIM_CONF: file, ...more }, encoding: 'utf8', timeout: 20000 });
}

for (const [what, line, says] of [
	['an unknown key', 'site.ulr = http://a.example', /essaim\.conf:1: .*site\.ulr/],
	['a line without =', 'bonjour', /essaim\.conf:1: .*bonjour/],
	['a number that is none', 'smtp.rate = beaucoup', /essaim\.conf:1: .*smtp\.rate|essaim\.conf:1: .*beaucoup/],
	['an address that is none', 'site.url = essaim', /essaim\.conf:1: .*(site\.url|essaim)/],
	['a secret that is not there', 'db.password_file = /nulle/part', /essaim\.conf:1: .*(db\.password_file|nulle)/],
])
	test(`${what}: exit 2, with file and line`, () => {
		for (const program of programs) {
			const { status, stderr } = run(program, `${line}\n${good}`);

			assert.equal(status, 2, `${program}: ${status} ${stderr}`);
			assert.match(stderr, says, program);
		}
	});

test('a secret that others may read is refused', () => {
	const secret = join(dir, 'secret');

	writeFileSync(secret, 'mot', { mode: 0o644 });
	const { status, stderr } = run('cron/essaim-admin', `db.password_file = ${secret}\n${good}`);
	assert.equal(status, 2, stderr);
	assert.match(stderr, /essaim\.conf:1: .*secret/);
});

test('no file where ESSAIM_CONF says, or one that cannot be read: exit 2, named', () => {
	const { status, stderr } = run('cron/essaim-admin', '', { ESSAIM_CONF: join(dir, 'absent.conf') });
	assert.equal(status, 2);
	assert.match(stderr, /absent\.conf/);
});

test('the environment wins over the file, and its mistakes are named', () => {
	const { status, stderr } = run('cron/essaim-admin', good, { ESSAIM_SMTP_RATE: 'beaucoup' });
	assert.equal(status, 2);
	assert.match(stderr, /environment.*(smtp\.rate|beaucoup)/);
	assert.equal(run('cron/essaim-admin', good).status, 0);
});

await runAll(() => rmSync(dir, { recursive: true }));
