// Hours: one's own, those to validate, what they are worth.
import { promises, submit } from './lib.mjs';

export default async function (t)
{
	const what = `Affiches ${Date.now() % 100000}`;

	await promises(t, 'cooP', '/heures');
	await promises(t, 'benP', '/heures');
	await promises(t, 'cooP', '/heures/a-valider');
	await promises(t, 'adm', '/heures/contributions');
	await promises(t, 'benP', '/heures/engagement-citoyen');
	await t.as('benP', async page => {
		await page.goto('/heures');
		await page.fill('[name=quoi]', what);
		await page.selectOption('[name=mission]', { label: 'Groupe local de Paris' });
		await page.fill('[name=duree]', 'longtemps');
		await submit(page, 'button:has-text("Déclarer")');
		t.check('a duration that is none is told, and nothing typed is lost',
			(await page.textContent('main')).includes('Donnez une durée') &&
			await page.inputValue('[name=quoi]') === what);
		await page.fill('[name=duree]', '1 h 30');
		await submit(page, 'button:has-text("Déclarer")');
		t.check('declared hours wait', (await page.textContent('main')).includes(what));
	}, 'phone', { javaScriptEnabled: false });
	await t.as('cooP', async page => {
		await page.goto('/heures/a-valider');
		const line = page.locator('li', { hasText: what });

		t.check('who coordinates finds them', await line.count() === 1);
		for (const box of await page.locator('input[name=h]').all())
			await box.uncheck();
		await line.locator('input[name=h]').check();
		await submit(page, 'button:has-text("Valider les lignes")');
		t.check('validated, they wait no more', await page.locator('li', { hasText: what }).count() === 0);
	}, 'phone', { javaScriptEnabled: false });
	await t.as('benP', async page => {
		await page.goto('/heures');
		t.check('she reads that they are', (await page.locator('li', { hasText: what }).textContent()).includes('validé'));
		const [file] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Attestation")')]);
		t.check('a certificate as a document', file.suggestedFilename().endsWith('.pdf'));
	});
}
