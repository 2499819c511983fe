// How long things are kept: the rules, who is concerned, one rule.
import { promises } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'adm', '/admin/conservation');
	await promises(t, 'adm', '/admin/conservation/fiches');
	await promises(t, 'adm', await t.firstLink('adm', '/admin/conservation', 'main th a'), { name: 'adm, a rule' });
	await promises(t, 'benP', '/admin/conservation', { status: 403 });
	await t.as('adm', async page => {
		await page.goto('/admin/conservation/fiches');
		const said = (await page.locator('main li p.s').allInnerTexts()).join(' | ');

		t.check('a date has its day', !/ (du|le) (janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\b/.test(said), said.slice(0, 200));
	}, 'phone', { javaScriptEnabled: false });
}
