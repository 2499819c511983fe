// The bell, live in an open page; its page; choices by kind, each tried by what the person then gets.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promises, submit } from './lib.mjs';

export default async function (t)
{
	const sql = text => execFileSync('mariadb', [`--defaults-file=${join(process.env.INSTANCE ?? 'var', 'db', 'my.cnf')}`, '-N', 'essaim'],
		{ input: text, encoding: 'utf8' }).trim();
	const id = name => sql(`SELECT id FROM contact WHERE email = '${t.people[name].email}'`);
	const me = id('benP'), other = id('cooP'), mark = Date.now().toString(36);
	let n = 0;
	// What an act of another person leaves in her request; nobody else is told.
	const tell = (genre, phrase) => sql(`INSERT INTO notif_evenement (genre, auteur_id, url, phrase, cree_le)
		VALUES ('${genre}', ${other}, '/annuaire?n=${mark}${++n}', '${phrase}', UTC_TIMESTAMP());
		SET @e = LAST_INSERT_ID(); UPDATE notif_evenement SET chose_id = @e WHERE id = @e;
		INSERT INTO notif_cible (evenement_id, sorte, cible_id) VALUES (@e, 1, ${me});`);

	sql(`UPDATE notif SET lu_le = UTC_TIMESTAMP() WHERE contact_id = ${me}; DELETE FROM notif_envoi WHERE contact_id = ${me};
		DELETE FROM preference WHERE contact_id = ${me};`);
	await t.as('benP', async page => {
		const known = await t.mailCount(t.people.benP.email);
		const heard = page.waitForRequest(request => request.url().includes('/direct?canaux=moi'));

		await page.goto('/annuaire');
		await heard;
		await page.focus('#q');
		await page.keyboard.type('en train');
		tell('mention', `Inès vous mentionne ${mark}`);
		await page.waitForSelector('#cloche .count', { timeout: 20000 });
		t.check('the bell rings in an open page, without loading it again', await page.inputValue('#q') === 'en train' &&
			await page.evaluate(() => document.activeElement.id) === 'q');

		// whoever has read it by then gets no mail
		const mail = await t.mail(t.people.benP.email, known);
		await page.goto('/notifications');
		await page.click(`main button:has-text("${mark}")`);
		await page.waitForURL(/annuaire\?n=/);
		t.check('opening one leads there, and it is read', await page.locator('#cloche .count').count() === 0);

		t.check('it came by mail too, with one click to leave that kind', mail &&
			/^<http.*sans-courriel\/[0-9a-f]{32}>$/.test(mail.headers['list-unsubscribe']) &&
			mail.headers['list-unsubscribe-post'] === 'List-Unsubscribe=One-Click');
		const link = mail.headers['list-unsubscribe'].slice(1, -1);
		const wants = () => sql(`SELECT COUNT(*) FROM preference WHERE contact_id = ${me} AND genre = 'mention' AND canal = 'courriel' AND actif = 0`);
		await fetch(link);
		t.check('following the link changes nothing', wants() === '0');
		const left = await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
		t.check('its POST does, without signing in', left.status === 200 && wants() === '1');

		const told = await t.mail(t.people.benP.email, known + 1);
		const undo = /http\S+avec-courriel\/[0-9a-f]{32}/.exec(told?.text ?? '')?.[0] ?? '/';
		await fetch(undo);
		t.check('she is told by mail, with a link that shows a button', undo !== '/' && wants() === '1');
		await page.goto(undo);
		await page.click('main button:has-text("Recevoir de nouveau")');
		await page.waitForSelector('main .alert, main [role=status]');
		t.check('the button undoes it, and the first link has died', wants() === '0' &&
			(await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status === 404);

		await page.goto('/notifications/preferences');
		t.check('and the grid shows it', await page.isChecked('[name="mention.courriel"]'));
		await page.uncheck('[name="tache.site"]');
		await page.selectOption('[name=frequence]', 'jour');
		await page.fill('[name=heure]', '18:00');
		await page.click('main button:has-text("Enregistrer")');
		await page.waitForURL(/fait=notifications/);
		t.check('choices are kept', !await page.isChecked('[name="tache.site"]') && await page.inputValue('[name=heure]') === '18:00');
	});
	await t.as(null, async page => {
		await t.signIn(page, t.people.benL);
		const heard = page.waitForRequest(request => request.url().includes('/direct?canaux=moi'));
		await page.goto('/annuaire');
		await heard;
		const refused = page.waitForResponse(reply => reply.url().includes('/direct?') && reply.status() === 403, { timeout: 20000 });
		await t.as(null, async other => {
			await t.signIn(other, t.people.benL);
			await other.goto('/compte');
			await submit(other, 'main button:has-text("Déconnecter tous les autres appareils")');
		});
		t.check('signed out from elsewhere, an open page listens no more', await refused.then(() => true, () => false));
	});
	tell('reponse', `Inès répond ${mark}`);
	await promises(t, 'benP', '/notifications');
	await promises(t, 'benP', '/notifications/preferences');
	await promises(t, 'adm', '/notifications/preferences');
	await promises(t, 'adm', '/notifications/preferences?sur=agenda');
	await promises(t, 'adm', '/notifications/preferences?sur=actualites');
	await promises(t, 'benP', '/notifications/suivis');
}
