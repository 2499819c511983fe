// Administration: shown to who may, closed to others.
import { promises } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'adm', '/admin');
	await promises(t, 'adm', '/admin/synchro');
	await promises(t, 'adm', '/admin/correspondance');
	await promises(t, 'adm', '/admin/correspondance/nouvelles?toutes=1');
	await promises(t, 'adm', '/admin/champs');
	await promises(t, 'adm', '/admin/champs/17', { name: 'adm, a field' });
	await promises(t, 'adm', '/admin/exports');
	await promises(t, 'adm', '/admin/pages');
	await promises(t, 'adm', '/admin/pages/charte');
	await promises(t, 'benP', '/admin', { status: 403 });
	await t.as('benP', async page => {
		await page.goto('/');
		t.check('the menu does not offer it to others', await page.locator('a[href="/admin"]').count() === 0);
	});
}
