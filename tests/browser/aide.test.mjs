// The guides.
import { promises } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'benP', '/aide');
	await promises(t, 'benP', '/aide/nouveautes');
	const first = await t.as('benP', async page => {
		await page.goto('/aide');
		return page.locator('main a[href^="/aide/"]').first().getAttribute('href', { timeout: 2000 }).catch(() => null);
	});
	if (t.check('there is a guide', first !== null))
		await promises(t, 'benP', first, { name: 'benP, a guide' });
	await t.as('cooP', async page => {
		await page.goto('/');
		await page.goto(await page.locator('nav a[href^="/groupes/"]').first().getAttribute('href') + '/membres');
		await page.locator('footer a:has-text("Aide")').click();
		t.check('help of the members of a group opens the guide of who coordinates', new URL(page.url()).pathname === '/aide/coordination');
		await page.locator('main summary').click();
		await page.locator('main details a').last().click();
		t.check('a long guide leads to each of its parts', await page.locator('h2:target').count() === 1);
	}, 'phone');
}
