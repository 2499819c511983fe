// The account page: its password, its devices, leaving.
import { promises } from './lib.mjs';

export default async function (t)
{
	for (const path of ['/compte', '/compte/connexions', '/compte/donnees', '/compte/effacement', '/compte/second_facteur'])
		await promises(t, 'benP', path);
	await promises(t, 'benP', '/deconnexion');
	await t.as('benP', async page => {
		await page.goto('/compte');
		await page.fill('[name=actuel]', t.people.benP.password);
		await page.fill('[name=mot_de_passe]', 'court');
		await page.click('button:has-text("Enregistrer ce mot de passe")');
		t.check('a short password is refused beside its field',
			await page.locator('[name=mot_de_passe][aria-invalid=true]').count() === 1, page.url());
	});
}
