// Groups: the list, the feed of a group, what members write there and who reads it.
import { promises, submit } from './lib.mjs';

// Élodie's side and the coordination's: a post is written, answered, reacted to, found, reported.
async function talk(t, group)
{
	const word = `barnum${Date.now()}`;
	let post;

	await t.as('benP', async page => {
		await page.goto(group);
		await page.locator('#publier summary').click();
		await page.fill('#f-texte', `Le **${word}** est réservé`);
		await page.click('#publier button:has-text("Publier")');
		t.check('feed: the post is there, its marks shown', await page.locator('.post strong', { hasText: word }).count() === 1);
		post = await page.locator('.post', { hasText: word }).locator('.react a.re').getAttribute('href');
	});
	await t.as('cooP', async page => {
		await page.goto(post);
		await page.click('button.re:has-text("Bravo")');
		await page.waitForSelector('button.re[aria-pressed=true]');
		t.check('reaction: pressed once', await page.locator('button.re[aria-pressed=true]').count() === 1);
		await page.fill('#f-texte', `Merci pour le ${word}`);
		await page.click('#repondre button:has-text("Envoyer")');
		t.check('comment: it is there', await page.locator('.thread li', { hasText: 'Merci pour le' }).count() === 1);
		await page.goto(`${group}/recherche?q=${word}`);
		t.check('search in the group: the comment, then the post', await page.locator('main .rows li').count() === 2 &&
			(await page.locator('main .rows li').first().textContent()).includes('Commentaire'));
		t.check('an extract shows no marks', !(await page.textContent('main .rows')).includes('**'));
		await submit(page, 'button:has-text("Garder cette recherche")');
		await page.goto(`${group}/recherche`);
		t.check('a search that was kept is at hand', await page.locator('nav[aria-label="Recherches gardées"] a', { hasText: word }).count() === 1);
	});
	await t.as('benL', async page => {
		await page.goto(`/recherche?q=${word}`);
		t.check('search: nothing for who is not of the group', await page.locator('main .rows li').count() === 0);
	});
	return post.replace('#commentaires', '');
}

async function withoutScript(t, group)
{
	await t.as('cooP', async page => {
		await page.goto(`${group}/actions/nouvelle`);
		await page.fill('#f-titre', 'Apporter les tables');
		await page.click('main button:has-text("Ajouter l’action")');
		await page.locator('.kan a', { hasText: 'Apporter les tables' }).first().click();
		await page.selectOption('#f-etat', 'fait');
		await page.click('button:has-text("Changer")');
		await page.goto(group);
		t.check('no script: an action that is done shows in the feed', await page.locator('.post', { hasText: 'a mené à bien' }).count() > 0);
	}, 'phone', { javaScriptEnabled: false });
}

export default async function (t)
{
	const group = await t.firstLink('benP', '/', '#menu a[href^="/groupes/"]');

	await promises(t, 'benP', '/groupes');
	const post = await talk(t, group);

	await withoutScript(t, group);
	await promises(t, 'benP', group, { name: 'benP, the feed of a group' });
	await promises(t, 'benP', post, { name: 'benP, a publication' });
	await promises(t, 'cooP', `${group}/publications/nouvelle`, { name: 'cooP, to publish' });
	await promises(t, 'cooP', `${group}/publications/nouvelle?genre=sondage`, { name: 'cooP, a poll' });
	await promises(t, 'cooP', `${group}/publications/nouvelle?genre=dates`, { name: 'cooP, dates' });
	await promises(t, 'cooP', `${group}/publications/nouvelle?genre=quiz`, { name: 'cooP, a quiz' });
	await promises(t, 'benP', `${group}/actions`, { name: 'benP, the board' });
	await promises(t, 'cooP', `${group}/priorites`, { name: 'cooP, priorities' });
	await promises(t, 'benP', `${group}/membres`, { name: 'benP, members' });
	await promises(t, 'benP', '/groupes?vue=carte', { name: 'benP, the map of groups' });
	await promises(t, 'adm', '/groupes/priorites?type=groupe_local', { name: 'adm, priorities of all' });
}
