// A letter leaves: last week's made anew, tried, programmed, sent to a group and counted by the
// receiver; one to everybody is held, put right, resumed and stopped.
import { promises, submit } from './lib.mjs';

const mark = `envoi${Date.now()}`;
const text = page => page.textContent('main');
const button = words => `main button:has-text("${words}")`;

// What the receiver of mails has of a subject.
async function received(t, subject)
{
	const reply = await fetch(`${t.mails.replace(/\/$/, '')}/messages.json?subject=${encodeURIComponent(subject)}`);

	return (await reply.json()).items;
}

// That page again, until its words say so.
async function until(page, url, words)
{
	for (let i = 0; i < 240; i++) {
		await page.goto(url);
		if (words.test(await text(page)))
			return true;
		await page.waitForTimeout(250);
	}
	return false;
}

// A draft from a letter that left weeks ago, to that audience: its address.
async function again(page, subject, audience)
{
	await page.goto('/lettres/nouvelle');
	await page.fill('#f-objet', subject);
	await page.selectOption('#f-depuis', await page.locator('#f-depuis option', { hasText: 'Reprendre la lettre' }).last().getAttribute('value'));
	await page.selectOption('#f-audience', audience);
	await submit(page, button('Commencer'));
	return new URL(page.url()).pathname.replace('/contenu', '');
}

async function toAGroup(t, page)
{
	const subject = `${mark} la soupe`;
	const { email } = t.people.adm;
	const known = await t.mailCount(email);

	await page.goto('/lettres/nouvelle');
	const group = await page.locator('#f-audience option', { hasText: 'Groupe local de Lyon' }).getAttribute('value');
	const url = await again(page, subject, group);

	t.check('sending: last week’s letter is there to be changed', await page.locator('.blocs > li').count() > 2);
	await page.fill('#f-apercu', 'Jeudi, au local');
	await submit(page, 'main p > button[value=enregistrer]');
	await page.goto(`${url}/verification`);
	t.check('sending: what is left of last week is told', /est celui de la lettre reprise/.test(await text(page)));
	const people = Number(await page.locator('section[aria-labelledby=envoi] b').first().textContent());

	await submit(page, button('M’envoyer un essai'));
	const trial = await t.mail(email, known);

	t.check('sending: the trial arrives, with the words and a text part', trial?.subject.includes(subject) && trial.text.length > 200,
		trial?.subject);
	await page.goto(`${url}/envoyer`);
	await page.fill('[name=le]', '2020-01-01T09:00');
	await submit(page, button('Envoyer'));
	t.check('sending: an hour that is past is refused', (await text(page)).includes('Cette heure est déjà passée'));
	await page.fill('[name=le]', `${new Date().getFullYear() + 1}-12-04T09:00`);
	await submit(page, button('Envoyer'));
	t.check('sending: it is programmed', /Elle part .*dans \d+ j/s.test(await text(page)));
	await page.goto(`${url}/repetition`);
	t.check('sending: the rehearsal counts the same people', (await text(page)).includes(`${people} la reçoivent`));
	await promises(t, 'adm', url, { name: 'adm, a letter that is programmed' });
	await page.goto(url);
	await submit(page, button('Déprogrammer'));
	await page.goto(`${url}/envoyer`);
	await submit(page, button('Envoyer'));
	t.check('sending: it has left to its last recipient', await until(page, url, /Envoyée/), await text(page));
	const mails = (await received(t, subject)).filter(mail => mail.headers['list-unsubscribe-post']);
	const persons = new Set(mails.flatMap(mail => mail.to));

	t.check(`sending: the receiver has one each, ${people}`, persons.size === people && mails.length === people,
		`${mails.length} mails, ${persons.size} addresses`);
	await page.goto(`${url}/rapport`);
	t.check('sending: the report says how many', new RegExp(`\\D${people}\\s*Envoyées`).test(await text(page)), await text(page));
	await promises(t, 'adm', url, { name: 'adm, a letter that has left' });
}

async function toEverybody(t, page)
{
	const subject = `${mark} tout le monde`;
	const url = await again(page, subject, 'public:benevoles');

	try {
		await page.goto(`${url}/envoyer`);
		await submit(page, button('Envoyer'));
		t.check('held: it leaves', await until(page, url, /En train de partir.*sur/s), await text(page));
		await submit(page, button('Mettre en pause'));
		t.check('held: it is', /En pause\s+\d+ sur/.test(await text(page)), await text(page));
		await submit(page, 'main a:has-text("Corriger le texte")');
		await page.fill('#f-objet', `${subject}, corrigé`);
		await submit(page, 'main p > button[value=enregistrer]');
		await page.goto(url);
		t.check('held: that the words changed is told', (await text(page)).includes('Le texte a changé'));
		await promises(t, 'adm', url, { name: 'adm, a letter that is held' });
		await page.goto(url);
		await submit(page, button('Envoyer la version corrigée'));
		t.check('held: it goes on', (await text(page)).includes('L’envoi reprend avec la version corrigée'));
		for (let i = 0; i < 240 && !(await received(t, `${subject}, corrigé`)).length; i++)
			await page.waitForTimeout(250);
		await page.goto(url);
		await submit(page, button('Mettre en pause'));
		await submit(page, '#envoi button:has-text("Reprendre")');
		t.check('held: resumed, that is what it says', (await text(page)).includes('L’envoi reprend.'));
	} finally {
		await page.goto(url);
		await submit(page, button('Arrêter'));
	}
	t.check('held: stopped, the rest get none', await until(page, url, /Arrêtée.*annulé/s), await text(page));
	const first = (await received(t, subject)).map(mail => mail.to[0]);

	t.check('held: both versions left, and nobody got two', new Set(first).size === first.length &&
		(await page.locator('main li:has-text("Version")').count()) === 2, `${first.length} mails`);
	await page.goto(`${url}/editions/1`);
	t.check('held: what left first is kept', (await text(page)).includes(subject));
}

export default async t => {
	await t.as('adm', page => toAGroup(t, page), 'phone', { javaScriptEnabled: false });
	await t.as('adm', page => toEverybody(t, page), 'phone', { javaScriptEnabled: false });
};
