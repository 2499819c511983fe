// An event that is open to all: a stranger comes by the mail, on a phone and without a script; the code
// at the entrance notes who arrives.
import { linkOf, promises } from './lib.mjs';

const local = ms => {
	const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });

	return parts.format(new Date(ms)).replace(' ', 'T');
};

// An event of cooP's for everybody that begins now: its number.
function event(t)
{
	return t.as('cooP', async page => {
		await page.goto('/agenda/nouveau');
		const csrf = await page.locator('main input[name=csrf]').first().getAttribute('value');
		const reply = await page.request.post('/agenda/nouveau', { maxRedirects: 0, form: { csrf,
			titre: `Fresque ${Date.now()}`, debut: local(Date.now() + 1800000), fin: local(Date.now() + 7200000),
			visibilite: 'public', places: 20, lieu: 'La Bobine, Grenoble', publier: 1 } });

		return /\/agenda\/(\d+)/.exec(reply.headers().location)[1];
	});
}

async function stranger(t, id)
{
	const email = `maud.${Date.now()}@exemple.example`;
	let link = '';

	await t.as(null, async page => {
		await page.goto(`/public/evenements/${id}`);
		t.check('public: nothing sticks out', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
		t.check('public: the trap is not seen', !await page.locator('[name=site]').isVisible() ||
			(await page.locator('[name=site]').boundingBox()).x < 0);
		await page.fill('[name=prenom]', 'Maud');
		await page.fill('[name=email]', email);
		await page.selectOption('[name=invites]', '1');
		await page.click('button:has-text("Réserver ma place")');
		t.check('public: the page says to look at the mail', (await page.locator('h1').innerText()).includes('Plus qu’un geste, Maud'), page.url());
		t.check('public: the address is masked', (await page.locator('main').innerText()).includes('m•••@exemple.example'));
		const mail = await t.mail(email);
		if (!t.check('public: the mail arrives', mail !== null))
			return;
		link = /https?:\/\/\S*\/public\/inscriptions\/\S+/.exec(mail.text)?.[0] ?? linkOf(mail);
		await page.goto(link);
		await page.click('button:has-text("Oui, je viens")');
		t.check('public: confirmed', await page.locator('.tag.ok', { hasText: 'Place réservée' }).count() === 1);
	}, 'phone', { javaScriptEnabled: false });
	return link;
}

// Coline shows the code; Maud types it on her page, Élodie opens it with her own session.
async function arrive(t, id, link)
{
	const code = await t.as('cooP', async page => {
		await page.goto(`/agenda/${id}/pointage/ecran`);
		await page.click('button:has-text("Faire un code")');
		t.check('pointage: the code is drawn', await page.locator('svg.qr path').count() === 1);
		return page.locator('figcaption b').innerText();
	});

	await t.as(null, async page => {
		await page.goto(link);
		await page.fill('[name=code]', code.toLowerCase());
		await page.click('button:has-text("Je suis là")');
		t.check('pointage: noted by the code', await page.locator('.tag.ok', { hasText: 'Là depuis' }).count() === 1, page.url());
	}, 'phone', { javaScriptEnabled: false });
	await t.as('benP', async page => {
		await page.goto(`/agenda/pointer/${code.replace('-', '')}`);
		await page.click('button:has-text("Je suis là")');
		t.check('pointage: who has a session is noted by one press', (await page.locator('h1').innerText()).includes('votre arrivée est notée'), page.url());
	}, 'phone', { javaScriptEnabled: false });
	await promises(t, null, `/agenda/pointer/${code.replace('-', '')}`);
	await t.as('cooP', async page => {
		await page.goto(`/agenda/${id}/pointage`);
		t.check('pointage: two are there', await page.locator('.tag.ok').count() === 2);
		await page.click('button:has-text("Retirer le pointage") >> nth=0');
		t.check('pointage: taken back', await page.locator('.tag.ok').count() === 1);
	});
}

export default async function (t)
{
	const id = await event(t);
	const link = await stranger(t, id);

	await promises(t, null, `/public/evenements/${id}`);
	if (link === '')
		return;
	await promises(t, null, new URL(link).pathname);
	await arrive(t, id, link);
	await promises(t, 'cooP', `/agenda/${id}/pointage`);
	await promises(t, 'cooP', `/agenda/${id}/pointage/feuille`);
}
