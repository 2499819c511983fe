// Calendars of the agenda, read by two programs that are not ours: python3-icalendar and ical.js.
import { execFileSync } from 'node:child_process';
import ICAL from 'ical.js';
import { promises } from './lib.mjs';

const word = `Fresque ${Date.now()}`;
const iso = day => day.toISOString().slice(0, 10);
const plus = (day, n) => iso(new Date(Date.parse(day) + n * 864e5));

// The next night in which the clock changes, three weeks from now at least: its Sunday.
function change()
{
	for (let n = 21; ; n++) {
		const day = new Date(Date.parse(plus(iso(new Date()), n)));

		if (day.getUTCDay() === 0 && day.getUTCDate() > 24 && [2, 9].includes(day.getUTCMonth()))
			return iso(day);
	}
}

const hour = { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' };
const hours = at => new Date(at).toLocaleTimeString('fr', hour);
const oracle = ics => JSON.parse(execFileSync('/usr/bin/python3', [new URL('../ics.py', import.meta.url).pathname], { input: ics }));

// What ical.js makes of it: each occurrence until the end, with what replaces it.
function occurrences(ics)
{
	const calendar = new ICAL.Component(ICAL.parse(ics));
	const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
	const all = calendar.getAllSubcomponents('vevent');
	const master = new ICAL.Event(all.find(e => !e.hasProperty('recurrence-id')));
	const found = [];

	ICAL.TimezoneService.register(zone);
	for (const e of all.filter(one => one.hasProperty('recurrence-id')))
		master.relateException(e);
	const days = master.iterator();

	for (let next; (next = days.next()) && found.length < 50;) {
		const one = master.getOccurrenceDetails(next);

		found.push({ start: one.startDate.toJSDate().toISOString(), status: one.item.component.getFirstPropertyValue('status') });
	}
	return found;
}

async function made(page, fields)
{
	await page.goto('/agenda/nouveau');
	const csrf = await page.locator('main input[name=csrf]').first().getAttribute('value');
	const reply = await page.request.post('/agenda/nouveau', { maxRedirects: 0, form: { csrf, visibilite: 'benevoles', publier: '1',
		lieu: 'La Bobine', ...fields } });

	return (reply.headers().location ?? '').replace(/\?.*/, '');
}

async function posted(page, at, form)
{
	await page.goto('/agenda/nouveau');
	const csrf = await page.locator('main input[name=csrf]').first().getAttribute('value');

	return (await page.request.post(at, { maxRedirects: 0, form: { csrf, ...form } })).status();
}

const read = async (page, at) => (await page.request.get(`${at}.ics`)).text();

async function one(t, page)
{
	const day = plus(change(), -20);
	const fields = { titre: word, debut: `${day}T19:30`, fin: `${day}T21:00`, visibilite: 'benevoles', lieu: 'La Bobine, Grenoble' };
	const at = await made(page, fields);
	const before = oracle(await read(page, at))[0];

	t.check('ics: the hour that was typed, by both readings of its zone', before.start.length === 2 &&
		before.start.every(s => hours(s) === '19:30'), JSON.stringify(before.start));
	t.check('ics: the place is whole, and the page is there', before.place === 'La Bobine, Grenoble' && before.url.endsWith(at));
	await posted(page, `${at}/modifier`, { ...fields, lieu: 'Le Patio, Grenoble' });
	const after = oracle(await read(page, at))[0];

	t.check('ics: same UID, SEQUENCE higher, after the place changes', after.uid === before.uid &&
		after.sequence > before.sequence && after.place.startsWith('Le Patio'), JSON.stringify(after));
	await posted(page, `${at}/annuler`, { motif: 'Il neige' });
	t.check('ics: cancelled, and still there', oracle(await read(page, at))[0].status === 'CANCELLED');
}

async function days(t, page)
{
	const sunday = change();
	const at = await made(page, { titre: word, debut: plus(sunday, -1), fin: sunday, journee: '1' });
	const [e] = oracle(await read(page, at));

	t.check('ics: whole days are days, with the end after the last', e.start[0] === plus(sunday, -1) &&
		e.end[0] === plus(sunday, 1), JSON.stringify(e));
}

async function series(t, page)
{
	const first = plus(change(), -4);
	const at = await made(page, { titre: word, debut: `${first}T19:00`, fin: `${first}T21:00`, rrule: 'FREQ=WEEKLY;COUNT=4' });

	t.check('ics: 19 h on both sides of the change of the hour', occurrences(await read(page, at)).every(o => hours(o.start) === '19:00'));
	const moved = plus(first, 7), to = plus(first, 8);

	await posted(page, `${at}/dates/${moved}/deplacer`, { debut: `${to}T18:00`, fin: `${to}T20:00` });
	await posted(page, `${at}/dates/${plus(first, 14)}/annuler`, { motif: 'Férié' });
	const ics = await read(page, at), seen = occurrences(ics);

	t.check('ics: four dates, one moved, one cancelled', seen.length === 4 && hours(seen[1].start) === '18:00' &&
		seen[1].start.startsWith(to) && seen[2].status === 'CANCELLED' && seen[3].status === 'CONFIRMED', JSON.stringify(seen));
	t.check('ics: one UID for the series', new Set(oracle(ics).map(e => e.uid)).size === 1);
	return at;
}

// The private address: read by whoever has it, and the same bytes again cost nothing.
async function subscription(t, page)
{
	await page.goto('/agenda/abonnements');
	await page.click('button:has-text("Créer l’adresse")');
	const address = (await page.textContent('main code')).trim();

	await promises(t, 'cooP', '/agenda/abonnements');
	const first = await fetch(address), etag = first.headers.get('etag'), ics = await first.text();

	t.check('feed: read without a session', first.status === 200 && oracle(ics).some(e => e.summary.includes(word)));
	t.check('feed: what is cancelled is said', oracle(ics).some(e => e.status === 'CANCELLED'));
	t.check('feed: 304 for who has it', (await fetch(address, { headers: { 'If-None-Match': etag } })).status === 304);
	await page.goto('/agenda/abonnements');
	t.check('feed: its address is shown once', !(await page.textContent('main')).includes(address));
	await page.locator('button:has-text("Retirer")').last().click();
	await page.waitForURL(/fait=/);
	t.check('feed: nothing once it is taken back', (await fetch(address)).status === 404);
}

export default async t => {
	await t.as('cooP', async page => {
		await one(t, page);
		await days(t, page);
		await series(t, page);
		await subscription(t, page);
	});
};
