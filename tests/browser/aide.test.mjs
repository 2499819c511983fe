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
}
