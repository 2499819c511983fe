// The form of an event on a phone without script: made, published, changed, called off; its pages.
import { promises, submit } from './lib.mjs';

const now = Date.now();
const day = n => new Date(now + n * 864e5).toISOString().slice(0, 10);

async function life(t)
{
	let where;

	await t.as('cooP', async page => {
		await page.goto('/agenda/nouveau');
		await submit(page, 'button:has-text("Enregistrer le brouillon")');
		t.check('form: what is missing is said', await page.locator('#erreurs a').count() >= 3 &&
			await page.locator('#f-titre[aria-invalid=true]').count() === 1);
		await page.fill('#f-titre', 'Maraude du soir');
		await page.fill('#f-debut', `${day(10)}T18:30`);
		await page.fill('#f-fin', `${day(10)}T21:00`);
		await page.fill('#f-lieu', 'Gare du Nord');
		await submit(page, 'button:has-text("Voir ce qui a lieu")');
		t.check('form: looking at the other events keeps what was typed', await page.inputValue('#f-titre') === 'Maraude du soir' &&
			await page.inputValue('#f-debut') === `${day(10)}T18:30`);
		await page.locator('#f-rrule summary').click();
		await page.locator('input[name=repete][value=semaine]').check();
		await page.locator('input[name=finit][value=nombre]').check();
		await page.fill('#f-serie_nombre', '3');
		await submit(page, 'main form button:text-is("Enregistrer le brouillon")');
		where = new URL(page.url()).pathname;
		t.check('draft: its page says so', (await page.textContent('main')).includes('C’est un brouillon'));
		await submit(page, 'a.btn:text-is("Publier")');
		t.check('publishing: who will see it is said', /\d+ personnes? (verra|verront)/.test(await page.textContent('main')));
		await submit(page, 'button:has-text("Publier l’événement")');
		t.check('published', (await page.textContent('main')).includes('L’événement est publié'));
		await page.goto(`${where}/modifier`);
		await page.fill('#f-lieu', 'Gare de l’Est');
		await submit(page, 'button:has-text("Enregistrer les changements")');
		t.check('changed', (await page.textContent('main')).includes('Gare de l’Est'));
		await page.locator('summary:has-text("Les dates de la série")').click();
		t.check('the dates of the series are there', await page.locator('a:has-text("Modifier à partir de là")').count() === 2);
	}, 'phone', { javaScriptEnabled: false });
	return where;
}

async function end(t, where)
{
	await t.as('cooP', async page => {
		await page.goto(`${where}/annuler`);
		await submit(page, 'main form button');
		t.check('calling off asks why', await page.locator('#f-motif[aria-invalid=true]').count() === 1);
		await page.fill('#f-motif', 'La gare est fermée');
		await submit(page, 'main form button');
		t.check('called off, and why', (await page.textContent('main')).includes('La gare est fermée'));
	}, 'phone', { javaScriptEnabled: false });
}

export default async function (t)
{
	const where = await life(t);

	await promises(t, 'cooP', '/agenda/nouveau', { name: 'cooP, a new event' });
	await promises(t, 'cooP', `${where}/modifier`, { name: 'cooP, an event to change' });
	await promises(t, 'cooP', `${where}/inviter?q=a`, { name: 'cooP, to invite' });
	await promises(t, 'cooP', `${where}/organisateurs?q=a`, { name: 'cooP, to organise together' });
	await promises(t, 'cooP', `${where}/dates/${day(17)}/deplacer`, { name: 'cooP, a date to move' });
	await promises(t, 'cooP', `${where}/dates/ajouter`, { name: 'cooP, a date more' });
	await promises(t, 'cooP', `${where}/annuler`, { name: 'cooP, to call off' });
	await end(t, where);
}
