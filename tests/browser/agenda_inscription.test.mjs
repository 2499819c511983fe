// Coming to an event: with guests, no longer, in the line of who waits; what organisers see of it.
import { promises } from './lib.mjs';

const day = new Date(Date.now() + 25 * 86400000).toISOString().slice(0, 10);

// An event of cooP's that all volunteers see, with so many seats: its address.
function event(t, places)
{
	return t.as('cooP', async page => {
		await page.goto('/agenda/nouveau');
		const csrf = await page.locator('main input[name=csrf]').first().getAttribute('value');
		const reply = await page.request.post('/agenda/nouveau', { maxRedirects: 0, form: { csrf, titre: `Stand ${Date.now()}`,
			debut: `${day}T09:00`, fin: `${day}T13:00`, visibilite: 'benevoles', places, lieu: 'Place de la République, Paris', publier: 1 } });

		return reply.headers().location.replace(/\?.*/, '');
	});
}

const panel = page => page.locator('aside .panel').first();

async function comes(t, at)
{
	await t.as('benP', async page => {
		await page.goto(at);
		t.check('event: a link to the map, none to elsewhere', await page.locator('main a[href^="https://www.openstreetmap.org/search"]').count() === 1);
		await page.fill('#f-invites', '1');
		await page.fill('#f-mot', 'J’apporte les tables');
		await page.click('button:has-text("Confirmer ma venue")');
		t.check('she comes, with a guest', await panel(page).locator('.tag.ok', { hasText: 'Vous participez' }).count() === 1);
		t.check('the meter counts guests', await page.locator('meter').getAttribute('value') === '2');
	});
	await promises(t, 'benP', at);
}

// The whole of it on a phone without a script: she waits, reads her rank, is given the seat, confirms.
async function waits(t, at)
{
	await t.as('benL', async page => {
		await page.goto(at);
		await page.click('main a[href="#ins"]');
		t.check('no script: the link leads to the form', page.url().endsWith('#ins'));
		t.check('no script: it says that it is full', await page.locator('.hint', { hasText: 'C’est complet' }).count() === 1);
		await page.click('button:has-text("Rejoindre la liste d’attente")');
		t.check('no script: her rank', await panel(page).locator('b', { hasText: 'Vous êtes n° 1 sur la liste d’attente' }).count() === 1);
		t.check('nothing sticks out', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
	}, 'phone', { javaScriptEnabled: false });
	await promises(t, 'benL', at);
	await t.as('cooP', async page => {
		await page.goto(`${at}/inscrits`);
		t.check('organisers read who comes and who waits', await page.locator('main', { hasText: 'J’apporte les tables' }).count() === 1 &&
			await page.locator('section[aria-labelledby=att] li').count() === 1);
	});
	await promises(t, 'cooP', `${at}/inscrits`);
	await promises(t, 'cooP', `${at}/questions`);
	await t.as('benP', async page => {
		await page.goto(at);
		await page.click('button:has-text("Je ne viens plus")');
		t.check('she left', await page.locator('button:has-text("Confirmer ma venue")').count() === 1);
	});
	await t.as('benL', async page => {
		await page.goto(at);
		await page.click('button:has-text("Je confirme ma venue")');
		t.check('no script: the seat that was freed is hers, confirmed',
			await page.locator('button:has-text("Je confirme ma venue")').count() === 0 &&
			await panel(page).locator('.tag.ok').count() === 1);
	}, 'phone', { javaScriptEnabled: false });
}

async function rights(t, at)
{
	await t.as('benP', async page => {
		t.check('the list is not for who comes', (await page.goto(`${at}/inscrits`)).status() === 403);
	});
	await t.as('cooP', async page => {
		await page.goto(at);
		await page.click('button:has-text("Les fermer")');
	});
	await t.as('benP', async page => {
		await page.goto(at);
		t.check('closed: she is told', await panel(page).locator('p', { hasText: 'Les inscriptions sont fermées' }).count() === 1);
	});
}

export default async function (t)
{
	const at = await event(t, 2);

	await comes(t, at);
	await waits(t, at);
	await rights(t, at);
}
