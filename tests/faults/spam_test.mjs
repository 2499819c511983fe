// Mails as the receiver got them, against the basic rules that spam checkers weigh: whole headers, two
// forms that say the same, nothing hidden, and a way out where one is due.
import assert from 'node:assert/strict';
import { Base, Client, runAll, test, until, url } from './lib.mjs';

const sink = process.env.MAILS, began = Date.now();
const base = new Base();
const list = async to => (await (await fetch(`${sink}/messages.json?to=${encodeURIComponent(to)}`)).json()).items;
const words = text => text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? [];
const shown = html => html.replace(/<(style|title)[^]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ').replace(/&amp;/g, '&')
	.replace(/&#?\w+;/g, ' ');

// The newest mail to ADDRESS once there is one more than BEFORE.
async function mailTo(address, before)
{
	let all;

	await until(async () => (all = await list(address)).length > before, `a mail to ${address}`);
	const newest = all.reduce((a, b) => (a.id > b.id ? a : b));
	return { ...newest, raw: await (await fetch(`${sink}/messages/${newest.id}.eml`)).text() };
}

async function linkFor(address, path)
{
	const before = (await list(address)).length, stranger = new Client();

	await stranger.ask(path.replace('/lien', ''));
	assert.equal((await stranger.ask(path, { email: address })).status, 200);
	return mailTo(address, before);
}

async function invitation()
{
	const coordination = new Client('cooP');

	await coordination.signIn();
	const page = await coordination.ask('/compte/invitations');
	for (const [path] of page.text.matchAll(/\/compte\/invitations\/\d+/g)) {
		await base.sql('UPDATE invitation SET cree_le = cree_le - INTERVAL 30 DAY, relance_le = relance_le - INTERVAL 30 DAY, nombre = 1');
		const last = Number((await base.sql('SELECT COALESCE(MAX(id), 0) FROM courriel'))[0]);
		await coordination.ask(path);
		await coordination.ask(path, {});
		const [to] = await base.sql(`SELECT adresse FROM courriel WHERE id > ${last} AND genre LIKE 'invitation%' LIMIT 1`);
		if (to)
			return mailTo(to, 0);
	}
	assert.fail('nobody to invite');
}

const mails = [];

test('each kind of mail arrives', async () => {
	const [known] = await base.sql(`SELECT c.email FROM contact c JOIN compte co ON co.contact_id = c.id
		WHERE c.acces = 1 AND c.email <> '' LIMIT 1`);
	const [unknown] = await base.sql(`SELECT c.email FROM contact c LEFT JOIN compte co ON co.contact_id = c.id
		WHERE c.acces = 2 AND co.contact_id IS NULL AND c.email REGEXP '^[a-z.-]+@[a-z.]+$' ORDER BY c.id DESC LIMIT 1`);

	await base.sql('DELETE FROM tentative'); // what other tests have asked for from this network
	mails.push(await linkFor(known, '/connexion/lien'), await linkFor(unknown, '/inscription'), await invitation());
});

test('headers: date, sender, one recipient, a Message-ID of this host, each once', () => {
	for (const { raw, headers, to } of mails) {
		const head = raw.slice(0, raw.indexOf('\r\n\r\n'));

		for (const name of ['Date', 'From', 'To', 'Subject', 'Message-ID', 'MIME-Version', 'Content-Type', 'Auto-Submitted'])
			assert.equal(head.match(new RegExp(`^${name}:`, 'gmi'))?.length, 1, `${name} in ${head}`);
		assert.match(headers.date, /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/);
		assert.ok(Math.abs(new Date(headers.date) - began) < 300000, headers.date);
		assert.match(headers.from, /^\S.* <[^@<>\s]+@[^@<>\s]+>$/);
		assert.equal(headers.to.toLowerCase(), [to].flat()[0].toLowerCase());
		assert.match(headers['message-id'], new RegExp(`^<[\\w.-]+@${new URL(url).hostname}>$`));
		assert.ok([...head].every(c => c === '\r' || c === '\n' || c === '\t' || (c >= ' ' && c <= '~')), 'ASCII alone');
	}
	assert.equal(new Set(mails.map(({ headers }) => headers['message-id'])).size, mails.length);
});

test('a subject that says what it is: neither empty, nor shouting, nor a false answer', () => {
	for (const { subject } of mails) {
		assert.ok(subject.length > 5 && subject.length < 80, subject);
		assert.ok(subject !== subject.toUpperCase() && !/!{2}|\$|^(re|fwd?|tr) ?:/i.test(subject), subject);
	}
});

test('two forms, text first, which say the same; short lines that end by CR LF', () => {
	for (const { raw, text, html } of mails) {
		assert.match(raw, /^Content-Type: multipart\/alternative;/m);
		assert.ok(raw.indexOf('Content-Type: text/plain; charset=utf-8') < raw.indexOf('Content-Type: text/html; charset=utf-8'));
		assert.ok(!/[^\r]\n/.test(raw) && raw.split('\r\n').every(line => line.length <= 78 || line.startsWith('List-Unsubscribe: <')));
		assert.match(html, /^<!DOCTYPE html>\s*<html lang="fr">[^]*<\/html>\s*$/);
		const said = new Set(words(text)), other = words(shown(html));
		assert.ok(other.length > 20 && other.filter(word => said.has(word)).length / other.length > 0.7, shown(html));
	}
});

test('nothing hidden: no image, script, form or foreign address; links say where they go', () => {
	for (const { html, links } of mails) {
		assert.doesNotMatch(html, /<(img|script|form|iframe|object|input|link|base)\b|javascript:|display:\s*none|font-size:\s*0/i);
		assert.ok(links.length > 0 && links.every(link => link.startsWith(`${url}/`)), links.join(' '));
		for (const [, href, label] of html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^]*?)<\/a>/g))
			if (/https?:/.test(label))
				assert.equal(label.trim(), href);
	}
});

test('an invitation can be left with one click and without signing in; an answer to a request needs no such thing', async () => {
	const [link, welcome, invited] = mails;

	for (const { headers } of [link, welcome])
		assert.equal(headers['list-unsubscribe'], undefined);
	assert.equal(invited.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
	const [, leave] = /^<(http[^>]+)>$/.exec(invited.headers['list-unsubscribe']);
	assert.ok(invited.text.includes(leave) && leave.startsWith(url));
	const reply = await fetch(leave, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
	assert.equal(reply.status, 200);
	const left = await base.sql(`SELECT COUNT(*) FROM refus_courriel f JOIN contact c ON c.id = f.contact_id WHERE c.email = '${[invited.to].flat()[0]}'`);
	assert.ok(Number(left[0]) >= 1);
	await base.sql(`DELETE f FROM refus_courriel f JOIN contact c ON c.id = f.contact_id WHERE c.email = '${[invited.to].flat()[0]}'`);
});

await runAll(() => base.end());
