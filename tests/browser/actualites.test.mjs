// News: the list, one of them, written without a script on a phone; the charter before all else.
import { promises, submit } from './lib.mjs';

export default async function (t)
{
	const title = `La permanence déménage ${Date.now() % 100000}`;
	const one = await t.firstLink('benP', '/actualites', 'main .hit a[href^="/actualites/"]');

	await promises(t, 'benP', '/actualites');
	await promises(t, 'benP', '/actualites?qui=territoire&sorte=merci', { name: 'benP, news of a territory' });
	await promises(t, 'benP', one, { name: 'benP, one news item' });
	await promises(t, 'adm', '/actualites');
	await promises(t, 'adm', '/actualites/nouvelle');
	await promises(t, 'cooP', '/actualites/nouvelle');
	await promises(t, 'benP', '/actualites/flux');
	await promises(t, 'benP', '/compte/charte');
	await t.as('adm', async page => {
		await page.goto('/actualites/nouvelle');
		await page.fill('[name=titre]', title);
		await page.fill('[name=texte]', 'Rue **Faventines**');
		await page.fill('[name=territoire]', 'Drôme');
		await submit(page, 'button:has-text("Publier")');
		t.check('a place that is no number is told, and nothing typed is lost',
			(await page.textContent('main')).includes('Écrivez des numéros de départements') &&
			await page.inputValue('[name=texte]') === 'Rue **Faventines**');
		await page.fill('[name=territoire]', '');
		await submit(page, 'button:has-text("Aperçu")');
		t.check('the preview shows the text as it will be',
			await page.locator('section strong:has-text("Faventines")').count() === 1);
		await submit(page, 'button:has-text("Garder en brouillon")');
		t.check('a draft says who sees it', (await page.textContent('main')).includes('Brouillon'));
		t.check('and how many will read it', (await page.textContent('main')).includes('une fois publiée'));
		await submit(page, 'main aside button:has-text("Publier")');
		t.check('it is published', (await page.textContent('main')).includes('L’actualité est publiée'));
	}, 'phone', { javaScriptEnabled: false });
	await t.as('benP', async page => {
		await page.goto('/');
		t.check('it is on the home of a volunteer',
			await page.locator('main a', { hasText: title }).count() === 1);
		await submit(page, `main a:has-text("${title}")`);
		await submit(page, 'button.re >> nth=1');
		t.check('she reacts', await page.locator('button.re[aria-pressed=true]').count() === 1);
	}, 'phone', { javaScriptEnabled: false });
	await t.as('adm', async page => {
		await page.goto('/actualites');
		await submit(page, `main a:has-text("${title}")`);
		await submit(page, 'a:has-text("Supprimer")');
		await submit(page, 'main button:has-text("Supprimer l’actualité")');
		t.check('deleted, it is nowhere', await page.locator('main a', { hasText: title }).count() === 0);
	});
	await t.as('adm', async page => {
		await page.goto('/actualites/nouvelle');
		await page.fill('[name=titre]', `${title} bis`);
		await page.fill('[name=texte]', 'Rue Faventines');
		await page.waitForFunction(() => document.querySelector('#garde').textContent.includes('enregistré'));
		t.check('what is written is a draft without a button', /\/actualites\/\d+\/modifier$/.test(page.url()));
		await page.fill('[name=chapeau]', 'Au 12');
		await page.waitForFunction(() => document.querySelector('#garde').textContent.includes('enregistré'));
		await page.reload();
		t.check('it is there again on another day', await page.inputValue('[name=chapeau]') === 'Au 12' &&
			await page.inputValue('[name=texte]') === 'Rue Faventines');
		await page.goto('/actualites');
		t.check('and once', await page.locator('main a', { hasText: `${title} bis` }).count() === 1);
		await page.goto('/actualites/nouvelle');
		t.check('the next one begins empty', await page.inputValue('[name=texte]') === '');
	});
}
