// What one person writes comes up in the open page of another; and all of it without a script.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { submit } from './lib.mjs';

const bare = { javaScriptEnabled: false };

export default async function (t)
{
	const sql = text => execFileSync('mariadb', [`--defaults-file=${join(process.env.INSTANCE ?? 'var', 'db', 'my.cnf')}`, '-N', 'essaim'],
		{ input: text, encoding: 'utf8' }).trim();
	const id = name => sql(`SELECT id FROM contact WHERE email = '${t.people[name].email}'`);
	const mark = Date.now().toString(36);
	const group = '/groupes/' + sql(`SELECT m.groupe_id FROM membre m JOIN membre n USING (groupe_id) WHERE m.contact_id = ${id('benP')}
		AND n.contact_id = ${id('cooP')} AND m.fin IS NULL AND n.fin IS NULL LIMIT 1`);

	// An open page of benP's, listening; WRITE acts meanwhile; SHOWN is then in the page, which
	// was not loaded again, with what was being typed in FIELD.
	const meanwhile = (what, path, field, write, shown) => t.as('benP', async page => {
		const heard = page.waitForResponse(reply => reply.url().includes('/direct?'));

		await page.goto(path);
		await heard;
		await page.evaluate(() => { window.kept = true; });
		if (field) {
			await page.locator(field).first().focus();
			await page.keyboard.type('en train');
		}
		await write();
		const there = await page.locator(shown).first().waitFor({ timeout: 15000 }).then(() => true, () => false);
		t.check(`${what}: in the open page of another, not loaded again`, there && await page.evaluate(() => window.kept));
		if (field)
			t.check(`${what}: what was being typed stays`, await page.locator(field).first().inputValue() === 'en train');
	});
	let post, thread;

	await meanwhile('a post', group, '', () => t.as('cooP', async page => {
		await page.goto(group);
		await page.click('#publier summary');
		await page.fill('#f-texte', `Rendez-vous ${mark}`);
		await submit(page, '#publier button:has-text("Publier")');
		post = await page.locator('.post', { hasText: mark }).locator('.react a.re').getAttribute('href');
	}, 'phone', bare), `.post:has-text("Rendez-vous ${mark}")`);

	await meanwhile('a comment', post.replace('#commentaires', ''), '#repondre textarea', () => t.as('cooP', async page => {
		await page.goto(post);
		await page.fill('#repondre textarea', `Avec le thermos ${mark}`);
		await submit(page, '#repondre button:has-text("Envoyer")');
	}, 'desktop', bare), `.thread li:has-text("thermos ${mark}")`);

	await meanwhile('an answer under a post', group, 'input[name=texte]', () => t.as('cooP', async page => {
		await page.goto(group);
		const under = page.locator('.post', { hasText: `Rendez-vous ${mark}` });

		await under.locator('input[name=texte]').fill(`Et du pain ${mark}`);
		await Promise.all([page.waitForEvent('load'), under.locator('form button[aria-label="Envoyer"]').click()]);
		t.check('no script: answered from the feed, back in the feed', new URL(page.url()).pathname === group);
	}, 'phone', bare), `.post:has-text("Et du pain ${mark}")`);

	await t.as('cooP', async page => {
		await page.goto(`/messages/nouveau?a=${id('benP')}`);
		await page.fill('[name=texte]', `Bonjour ${mark}`);
		await submit(page, 'main button:has-text("Envoyer")');
		thread = new URL(page.url()).pathname;
	}, 'desktop', bare);
	await meanwhile('a message', thread, '[name=texte]', () => t.as('cooP', async page => {
		await page.goto(thread);
		await page.fill('[name=texte]', `À samedi ${mark}`);
		await submit(page, 'main .write > button');
	}, 'phone', bare), `.bub:has-text("À samedi ${mark}")`);
	await meanwhile('a conversation in the box', '/messages', '', () => t.as('cooP', async page => {
		t.check('what came up in an open page is read', sql(`SELECT p.lu_id = v.dernier_id FROM conversation v
			JOIN conversation_participant p ON p.conversation_id = v.id AND p.contact_id = ${id('benP')}
			WHERE v.id = ${thread.split('/').pop()}`) === '1');
		await page.goto(thread);
		await page.fill('[name=texte]', `À dimanche ${mark}`);
		await submit(page, 'main .write > button');
	}, 'phone', bare), `.conv li:has-text("À dimanche ${mark}")`);

	await t.as('benP', async page => {
		await page.goto(post);
		await submit(page, 'button.re:has-text("Bravo")');
		t.check('no script: a sign is given', await page.locator('button.re[aria-pressed=true]').count() === 1);
		await submit(page, 'button:has-text("Suivre les réponses"), button:has-text("Ne plus suivre")');
		t.check('no script: a post is followed, or no more', (await page.textContent('main')).includes('uivre'));
		await page.goto('/notifications');
		if (await page.locator('button:has-text("Tout marquer comme lu")').count() > 0)
			await submit(page, 'button:has-text("Tout marquer comme lu")');
		t.check('no script: all is read', await page.locator('#cloche .count').count() === 0);
		await page.goto('/notifications/preferences');
		const was = await page.isChecked('[name="reaction.courriel"]');
		await page.setChecked('[name="reaction.courriel"]', !was);
		await submit(page, 'main button:has-text("Enregistrer")');
		t.check('no script: a choice is kept', await page.isChecked('[name="reaction.courriel"]') === !was);
		await page.setChecked('[name="reaction.courriel"]', was);
		await submit(page, 'main button:has-text("Enregistrer")');
	}, 'phone', bare);
}
