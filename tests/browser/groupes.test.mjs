// Groups: the list, a group and its members.
import { promises } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'benP', '/groupes');
	const first = await t.as('benP', async page => {
		await page.goto('/groupes');
		return page.locator('main a[href^="/groupes/"]').first().getAttribute('href');
	});
	await promises(t, 'benP', first, { name: 'benP, a group' });
	await promises(t, 'adm', first, { name: 'adm, a group' });
}
