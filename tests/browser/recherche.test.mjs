// Search over everything.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promises, submit } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'benP', '/recherche');
	await promises(t, 'adm', '/recherche?q=lyon');
	await promises(t, 'benP', '/recherche?q=zzzzqx', { name: 'benP /recherche, nothing found' });
	await fieldsForFewer(t);
}

// A presentation that is for the staff from now on is found by the others no more, at once; nor quoted.
async function fieldsForFewer(t)
{
	t.sessions.delete('benL'); // an earlier test may have ended it
	const word = 'perroquet' + Date.now().toString(36).replace(/\d/g, 'q');
	const found = (who, q) => t.as(who, async page =>
		JSON.stringify((await (await page.request.get(`/recherche.json?q=${q}`)).json()).items));
	const level = (page, to) => page.evaluate(async ([to]) => {
		const csrf = document.querySelector('[name=csrf]').value, form = document.querySelector('main form[method=post]');
		const data = new URLSearchParams(new FormData(form));

		data.set('lecture', to);
		data.set('confirme', '1');
		data.set('csrf', csrf);
		return (await fetch(location.pathname, { method: 'POST', body: data })).status;
	}, [to]);

	await t.as('benP', async page => {
		await page.goto('/compte');
		await page.goto((await page.locator('a[href^="/contacts/"][href$="/modifier"]').first().getAttribute('href')));
		await page.fill('[name=bio]', `J’élève un ${word}.`);
		await submit(page, 'main button:has-text("Enregistrer")');
	}, 'desktop', { javaScriptEnabled: false });
	// where an earlier test changed who reads a field, essaim-index writes the texts again within a minute
	let there = false;
	for (let tries = 0; !there && tries < 300; tries++) {
		there = (await found('benL', word)).includes(word);
		if (!there)
			await new Promise(resolve => setTimeout(resolve, 500));
	}
	t.check('a presentation is found by its words', there);
	await t.as('adm', async page => {
		const id = execFileSync('mariadb', [`--defaults-file=${join(process.env.INSTANCE ?? 'var', 'db', 'my.cnf')}`, '-N', 'essaim'],
			{ input: "SELECT id FROM champ WHERE cle = 'bio'", encoding: 'utf8' }).trim();

		await page.goto(`/admin/champs/${id}`);
		const was = await page.inputValue('[name=lecture]');

		t.check('it is for the staff alone', await level(page, '4') === 200);
		t.check('and found by the others no more', !(await found('benL', word)).includes(`un ${word}`));
		t.check('who reads it is as before', await level(page, was) === 200);
	});
}
