// Shifts: an organiser makes a post and its shifts, a volunteer takes two on a phone, without script.
import { promises } from './lib.mjs';

// Another day at each run: who holds a shift then holds no other.
const day = () => {
	const d = new Date(Date.now() + (20 + Math.floor(Date.now() / 60000) % 300) * 86400000);

	return d.toISOString().slice(0, 10);
};

// An event of the coordination's group, with a post and three shifts; its address.
async function prepare(t, on)
{
	return t.as('cooP', async page => {
		await page.goto('/agenda/nouveau');
		await page.fill('#f-titre', `Balade ${Date.now()}`);
		await page.fill('#f-debut', `${on}T08:00`);
		await page.fill('#f-fin', `${on}T20:00`);
		await page.check('input[name=visibilite][value=benevoles]');
		await page.click('main button:has-text("Continuer vers la publication")');
		await page.click('main button:has-text("Publier")');
		const event = new URL(page.url()).pathname;

		t.check('an event has a page', /^\/agenda\/\d+$/.test(event), page.url());
		await page.goto(`${event}/postes/nouveau`);
		await page.fill('#f-titre', 'Parking');
		await page.fill('#f-lieu', 'Place Vauban');
		await page.click('main button:has-text("Enregistrer")');
		await page.fill('#f-debut', `${on}T08:00`);
		await page.fill('#f-fin', `${on}T20:00`);
		await page.fill('#f-heures', '4');
		await page.click('main button:has-text("Ajouter")');
		t.check('three shifts stand in the table', await page.locator('.tbl a.tag').count() === 3);
		return event;
	}, 'phone', { javaScriptEnabled: false });
}

export default async function (t)
{
	const on = day(), event = await prepare(t, on);
	let slot;

	await t.as('benP', async page => {
		await page.goto(`${event}/creneaux`);
		await page.locator('label.slot input').nth(0).check();
		await page.locator('label.slot input').nth(2).check();
		await page.click('button:has-text("Les prendre")');
		t.check('two shifts of a day are taken at once', await page.locator('.slot.me').count() === 2);
		slot = new URL(await page.locator('a.slot.me').first().getAttribute('href'), t.url).pathname;
		await page.goto(slot);
		await page.click('button:has-text("Me désister")');
		t.check('one is left', await page.locator('text=Vous tenez ce créneau').count() === 0);
	}, 'phone', { javaScriptEnabled: false });
	await promises(t, 'benP', `${event}/creneaux`, { name: 'benP, shifts' });
	await promises(t, 'cooP', `${event}/postes`, { name: 'cooP, posts' });
	await promises(t, 'cooP', `${event}/postes/nouveau`, { name: 'cooP, a post' });
	await promises(t, 'cooP', `${event}/postes/creneaux`, { name: 'cooP, many shifts' });
	await promises(t, 'cooP', slot, { name: 'cooP, a shift' });
	await promises(t, 'cooP', `${slot}/modifier`, { name: 'cooP, its hours' });
	await promises(t, 'cooP', `${slot}/releve`, { name: 'cooP, finding people' });
}
