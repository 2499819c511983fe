// What one person writes comes up in the open page of another; and all of it without a script.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
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
		await Promise.all([page.waitForEvent('load'), under.locator('form button[aria-label^="Envoyer"]').click()]);
		t.check('no script: answered from the feed, back in the feed', new URL(page.url()).pathname === group);
	}, 'phone', bare), `.post:has-text("Et du pain ${mark}")`);

	await t.as('cooP', async page => {
		await page.goto(`/messages/nouveau?a=${id('benP')}`);
		await page.fill('[name=texte]', `Bonjour ${mark}`);
		await submit(page, 'main button:has-text("Envoyer")');
		thread = new URL(page.url()).pathname;
	}, 'desktop', bare);
	await t.as('benP', async page => {
		const socketPath = /live\.socket = (.*)/.exec(readFileSync(join(process.env.INSTANCE ?? 'var', 'essaim.conf'), 'utf8'))[1];
		const tell = (channel, words) => request({ socketPath, path: `/pub/${channel}`, method: 'POST' }).end(words);
		const heard = page.waitForResponse(reply => reply.url().includes('/direct?'));

		await page.goto(thread);
		await heard;
		const asked = path => page.waitForRequest(r => r.resourceType() === 'fetch' && new URL(r.url()).pathname === path, { timeout: 15000 })
			.then(() => true, () => false);
		const both = Promise.all([asked(thread), asked('/notifications/cloche')]);
		const talk = 'o-' + thread.split('/').pop();

		tell(talk, talk);
		tell(sql(`SELECT jeton FROM canal WHERE contact_id = ${id('benP')}`), 'moi');
		t.check('two channels at once: both are asked', (await both).every(Boolean));
	});
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

	await choices(t, group, mark, sql);
	await comeAndGo(t, mark);
	await hearsNoMore(t, mark);
}

const newPost = async (page, group, genre, fields) => {
	await page.goto(`${group}/publications/nouvelle?genre=${genre}`);
	for (const [name, value] of Object.entries(fields))
		await page.fill(`[name=${name}]`, value);
};

// Without a script: several links, a vote, a date that is answered and kept.
async function choices(t, group, mark, sql)
{
	const post = title => group + '/publications/' + sql(`SELECT id FROM publication WHERE titre = '${title} ${mark}'`);

	await t.as('cooP', async page => {
		await newPost(page, group, 'message', { texte: `À lire ${mark}`, lien: 'https://exemple.org/un', lien_titre: 'Un' });
		await page.click('summary:has-text("Un autre lien") >> nth=0');
		await page.fill('[name=lien2]', 'https://exemple.org/deux');
		await submit(page, 'main button:has-text("Publier")');
		t.check('no script: a link without its title is asked for it, and stays in sight',
			await page.isVisible('[name=lien_titre2]') && await page.inputValue('[name=lien2]') === 'https://exemple.org/deux');
		await page.fill('[name=lien_titre2]', 'Deux');
		await submit(page, 'main button:has-text("Publier")');
		t.check('no script: a post with two links',
			await page.locator('.post', { hasText: `À lire ${mark}` }).locator('a[href^="https://exemple.org/"]').count() === 2);
		await newPost(page, group, 'sondage', { titre: `Quel goûter ${mark}`, reponses: 'Crêpes\nGaufres' });
		await submit(page, 'main button:has-text("Publier")');
		await newPost(page, group, 'dates', { titre: `Quel soir ${mark}`, jour1: '2031-03-04T18:30', jour2: '2031-03-05T18:30' });
		await submit(page, 'main button:has-text("Publier")');
	}, 'phone', bare);
	await t.as('benP', async page => {
		await page.goto(post('Quel goûter'));
		await page.check('label:has-text("Gaufres") input');
		await submit(page, '.poll button:has-text("Voter")');
		t.check('no script: a vote is counted', (await page.textContent('.poll')).includes('1 vote'));
		await page.check('label:has-text("Crêpes") input');
		await submit(page, '.poll button:has-text("Changer mon vote")');
		t.check('no script: a vote is changed, and still one', await page.isChecked('label:has-text("Crêpes") input') &&
			(await page.textContent('.poll')).includes('1 vote'));
		await page.goto(post('Quel soir'));
		await page.locator('.poll fieldset fieldset').nth(0).getByLabel('Oui').check();
		await page.locator('.poll fieldset fieldset').nth(1).getByLabel('Non').check();
		await submit(page, '.poll button:has-text("Répondre")');
		t.check('no script: dates are answered', (await page.textContent('.poll')).includes('1 réponse'));
	}, 'phone', bare);
}

// A group that anybody joins; its address.
async function openGroup(page, name)
{
	await page.goto('/groupes/nouveau');
	await page.fill('[name=titre]', name);
	await page.selectOption('[name=type]', 'groupe_travail');
	await page.check('[name=ouverture][value=ouvert]');
	await submit(page, 'main button:has-text("Créer le groupe")');
	return new URL(page.url()).pathname;
}

async function joinGroup(page, group)
{
	await page.goto(group);
	await submit(page, 'main a:has-text("Rejoindre")');
	await submit(page, 'main button:has-text("Rejoindre")');
}

// Without a script: an open group is joined, then left.
async function comeAndGo(t, mark)
{
	const name = `Atelier ouvert ${mark}`;
	let group;

	await t.as('benP', async page => {
		group = await openGroup(page, name);
	}, 'phone', bare);
	await t.as('benL', async page => {
		await joinGroup(page, group);
		await page.goto(group);
		t.check('no script: an open group is joined', (await page.textContent('main')).includes('Vous en faites partie'));
		await page.goto(`${group}/quitter`);
		await submit(page, 'main button:has-text("Quitter le groupe")');
		await page.goto(group);
		t.check('no script: and left', await page.locator('main a:has-text("Rejoindre")').count() === 1);
	}, 'phone', bare);
}

// Who leaves a closed group hears no more that something is written there, though her page stays open.
async function hearsNoMore(t, mark)
{
	let group;

	await t.as('benP', async page => {
		group = await openGroup(page, `Atelier fermé ${mark}`);
	}, 'phone', bare);
	await t.as('benL', async page => {
		await joinGroup(page, group);
	}, 'phone', bare);
	await t.as('benP', async page => {
		await page.goto(`${group}/modifier`);
		await page.check('[name=ouverture][value=ferme]');
		await submit(page, 'main button:has-text("Enregistrer")');
	}, 'phone', bare);
	await t.as('benL', async page => {
		const heard = page.waitForResponse(reply => reply.url().includes('/direct?'));

		await page.goto(group);
		await heard;
		const again = page.waitForResponse(reply => reply.url().includes('/direct?'), { timeout: 30000 });

		await t.as('benL', async other => {
			await other.goto(`${group}/quitter`);
			await submit(other, 'main button:has-text("Quitter le groupe")');
		}, 'phone', bare);
		t.check('who leaves a closed group: what her open page listens to ends, and is asked for again',
			await again.then(() => true, () => false));
	});
	await t.as('benP', async page => {
		await page.goto('/aide');
		const answers = await page.evaluate(async now => {
			const ids = ['', `${now - 3000}:0`, `${now - 2000}:0`, `${now - 1000}:1`, `${now - 5}:0`];
			const all = [];

			for (let round = 0; round < 3; round++) {
				const end = new AbortController();

				all.push(...await Promise.all(ids.map(id => fetch('/direct?canaux=moi', { signal: end.signal,
					headers: { accept: 'text/event-stream', ...id && { 'last-event-id': id } } }).then(r => r.status, () => 0))));
				end.abort();
			}
			return all;
		}, Math.floor(Date.now() / 1000));

		t.check('pages of one person that had got to other places listen again, each', answers.every(status => status === 200),
			answers.join(' '));
	});
}
