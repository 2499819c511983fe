// The archive of letters: searched, by year and month, read as it left; the same without script.
import { promises } from './lib.mjs';

export default async function (t)
{
	await t.as('benP', async page => {
		await page.goto('/lettres');
		t.check('the archive lists letters', await page.locator('main .hit h2 a').count() > 5);
		t.check('nobody who only reads is told how many got it', !(await page.textContent('main')).includes('envoyée à'));
		await page.fill('main [name=q]', 'plancher');
		await page.click('main button:has-text("Chercher")');
		t.check('a word of the body finds a letter, marked', await page.locator('main mark').count() > 0);
		await page.goto('/lettres?q=xyzzyq');
		t.check('nothing found says so', (await page.textContent('main')).includes('Aucune lettre ne répond'));
		await page.goto('/lettres');
		await page.locator('nav[aria-labelledby=per] a').first().click();
		await page.waitForURL(/annee=\d{4}/);
		await page.locator('nav[aria-labelledby=per] ul ul a').first().click();
		await page.waitForURL(/mois=\d+/);
		t.check('a month has its letters', await page.locator('main .hit h2 a').count() > 0);
		await page.locator('main .hit h2 a').first().click();
		await page.waitForURL(/lire$/);
		const frame = page.frameLocator('iframe.letter');

		t.check('the letter is there as it left', (await frame.locator('body').textContent()).includes('Bonjour'));
		t.check('without a mark or a name', !/[\uE000\uE001]|\{prenom\}/.test(await frame.locator('body').textContent()));
	});
	await promises(t, 'benP', '/lettres');
	await promises(t, 'benP', '/lettres?q=plancher');
	await promises(t, 'benP', '/notifications/preferences?sur=actualites');
	await promises(t, 'adm', '/lettres/reprise');
	await promises(t, 'adm', '/lettres');
	await t.as('adm', async page => {
		await page.goto('/lettres');
		t.check('who manages is told how many got it', (await page.textContent('main')).includes('envoyée à'));
		t.check('and what is prepared', (await page.textContent('main')).includes('En préparation'));
		const letter = (await page.locator('main .hit h2 a').first().getAttribute('href')).replace('/lire', '');

		await page.goto(`${letter}/rapport`);
		t.check('the report', (await page.textContent('main')).includes('Ce qui en est venu'));
	});
	const letter = (await t.firstLink('adm', '/lettres', 'main .hit h2 a')).replace('/lire', '');

	await promises(t, 'adm', `${letter}/rapport`, { name: 'adm, the report of a letter' });
	const due = await t.firstLink('adm', '/lettres', 'section[aria-labelledby=prep] a');

	await promises(t, 'adm', `${due}/repetition`, { name: 'adm, the rehearsal of a letter' });
}
