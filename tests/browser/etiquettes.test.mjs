// Tags: made, put on a person, merged with what will change shown before.
import { promises } from './lib.mjs';

export default async function (t)
{
	const mark = Date.now().toString(36);
	const first = `Quai ${mark}`, second = `Entrepôt ${mark}`;

	await t.as('adm', async page => {
		const make = async (nom) => {
			await page.goto('/etiquettes/nouvelle');
			await page.fill('[name=nom]', nom);
			await page.selectOption('[name=famille]', { label: 'Divers' });
			await page.click('main button:has-text("Créer")');
			await page.waitForURL(/etiquettes\/\d+/);
			return new URL(page.url()).pathname;
		};
		const a = await make(first), b = await make(second);

		await page.goto('/etiquettes/nouvelle');
		await page.fill('[name=nom]', first.replace('Quai', 'Quais'));
		await page.selectOption('[name=famille]', { label: 'Divers' });
		await page.click('main button:has-text("Créer")');
		t.check('a near name is said before', (await page.textContent('main')).includes(first));

		await page.goto('/annuaire');
		const who = await page.locator('main tbody a[href^="/contacts/"]').first().getAttribute('href');
		await page.goto(who);
		await page.click('text=Choisir les étiquettes');
		await page.fill('[name=noms]', first);
		await page.click('main button:has-text("Enregistrer")');
		await page.waitForURL(url => url.pathname === who);
		t.check('the page of the person shows it', await page.locator('.tag', { hasText: first }).count() > 0);

		await page.goto(`${a}/fusionner?vers=${b.split('/').pop()}`);
		t.check('a merge says what will change', (await page.textContent('main')).includes('elle passe à 1 fiche'));
		await promises(t, 'adm', new URL(page.url()).pathname + new URL(page.url()).search, { name: 'adm, a merge' });
		await page.click('main button:has-text("Fusionner")');
		await page.waitForURL(url => url.pathname === b);
		t.check('the tag that stays is on the person', await page.locator(`a[href="${who}"]`).count() === 1);
		await promises(t, 'adm', b, { name: 'adm, a tag' });
		await promises(t, 'adm', b + '/modifier', { name: 'adm, a tag, form' });
		await promises(t, 'adm', `/etiquettes/objet/${who.split('/').pop()}`, { name: 'adm, the tags of a person' });
		await page.goto(`/etiquettes/objet/${who.split('/').pop()}`);
		await page.locator('label', { hasText: second }).locator('input').uncheck();
		await page.click('main button:has-text("Enregistrer")');
		await page.goto(b);
		await page.click('main button:has-text("Supprimer")');
		await page.waitForURL(/etiquettes\?fait/);
	});
	await promises(t, 'adm', '/etiquettes');
	await promises(t, 'adm', '/etiquettes?vue=inutiles');
	await promises(t, 'adm', '/etiquettes/nouvelle');
	await promises(t, 'adm', '/etiquettes/familles');
	await promises(t, 'adm', '/etiquettes/familles/1');
	await promises(t, 'benP', '/etiquettes', { status: 403 });
}
