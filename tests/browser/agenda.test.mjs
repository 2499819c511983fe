// The agenda: a list, a month and a week, by scopes and filters, on a phone, by keyboard, on paper.
import { promises } from './lib.mjs';

const word = `braderie${Date.now()}`;
const day = n => new Date(Date.now() + n * 864e5).toLocaleDateString('sv', { timeZone: 'Europe/Paris' });

// What the coordination of Paris publishes: one evening, a week-end, a series.
async function events(t, group)
{
	await t.as('cooP', async page => {
		await page.goto('/agenda/nouveau');
		const csrf = await page.locator('input[name=csrf]').first().getAttribute('value');
		const made = async (titre, more) => {
			const reply = await page.request.post('/agenda/nouveau', { maxRedirects: 0, form: { csrf, titre: `${word} ${titre}`,
				description: 'Venez.', lieu: 'Place de la République, Paris', organisateur: group, visibilite: 'groupes',
				groupes: group, publier: '1', ...more } });

			t.check(`agenda: "${titre}" is published`, reply.status() === 303, String(reply.status()));
		};

		await made('du soir', { debut: `${day(2)}T19:30`, fin: `${day(2)}T21:00`, places: '16' });
		await made('de deux jours', { debut: day(4), fin: day(5), journee: '1' });
		await made('du mardi', { debut: `${day(6)}T18:00`, fin: `${day(6)}T19:00`, rrule: 'FREQ=WEEKLY;COUNT=3' });
	});
}

async function list(t)
{
	await t.as('benP', async page => {
		await page.goto('/agenda?qui=groupes');
		t.check('agenda: the hour that was typed is read', (await page.textContent('main')).includes('19\u00A0h\u00A030 à\u00A021\u00A0h'));
		t.check('agenda: the scope is in the address and said', await page.locator('nav[aria-label="Quels événements"] [aria-current]', { hasText: 'Mes groupes' }).count() === 1);
		await page.locator('h3 a', { hasText: `${word} du soir` }).focus();
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/agenda\/\d+/);
		t.check('agenda: a row leads to its event, by keyboard', (await page.textContent('h1')).includes('du soir'));
		await page.goto('/agenda?type=inexistant');
		t.check('agenda: an unknown filter says so', (await page.textContent('main')).includes('rien n’est montré'));
		await page.click('main a:has-text("Retirer ce filtre")');
		t.check('agenda: it is taken off by a link', new URL(page.url()).search === '');
		await page.click('summary:has-text("Filtres")');
		await page.check('input[name=passes]');
		await page.click('button:has-text("Appliquer")');
		t.check('agenda: the past is asked in the panel', new URL(page.url()).searchParams.get('passes') === '1');
	}, 'desktop', { javaScriptEnabled: false });
	await t.as('benL', async page => {
		await page.goto('/agenda');
		t.check('agenda: nothing of another group’s', !(await page.textContent('main')).includes(word));
	});
}

async function month(t)
{
	await t.as('benP', async page => {
		await page.goto(`/agenda?vue=mois&mois=${day(2).slice(0, 7)}`);
		await page.locator(`.cal a.day[href*="jour=${day(2)}"]`).click();
		t.check('month, on a phone: a day shows what takes place', (await page.textContent('section.days')).includes(`${word} du soir`));
		t.check('month, on a phone: no pills', !await page.locator('.cal .tag').first().isVisible());
		t.check('month, on a phone: nothing beyond the screen', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
		await page.goto(`/agenda?vue=semaine&du=${day(2)}`);
		t.check('week, on a phone: days under one another', (await page.textContent('.week')).includes(`${word} du soir`) &&
			await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
		await page.emulateMedia({ media: 'print' });
		t.check('on paper: no scopes, no buttons', !await page.locator('main .seg').first().isVisible());
		await page.emulateMedia({ media: 'screen' });
		await page.goto('/agenda?vue=mois&mois=2001-01');
		t.check('an empty month says what comes next', (await page.textContent('.empty')).includes('Ensuite'));
		await page.click('.empty a:has-text("Voir")');
		t.check('and leads there', await page.locator('.cal a.day').count() > 0);
	}, 'phone');
}

export default async function (t)
{
	const group = (await t.firstLink('benP', '/', '#menu a[href^="/groupes/"]')).split('/').pop();

	await events(t, group);
	await list(t);
	await month(t);
	await promises(t, 'benP', '/agenda', { name: 'benP, the agenda' });
	await promises(t, 'benP', '/agenda?vue=mois', { name: 'benP, the month' });
	await promises(t, 'benP', `/agenda?vue=semaine&du=${day(4)}`, { name: 'benP, the week' });
	await promises(t, 'benP', '/agenda?vue=mois&mois=2001-01', { name: 'benP, an empty month' });
	await promises(t, 'benP', '/agenda?qui=alentours&km=100', { name: 'benP, around her' });
	await promises(t, 'benP', '/agenda?type=inexistant', { name: 'benP, an unknown filter' });
}
