// Groups: made, asked for, invited into, moved, archived; each page keeps its promises.
import { promises } from './lib.mjs';

export default async function (t)
{
	const name = `Atelier ${Date.now().toString(36)}`;
	let group = '';

	await t.as('benP', async page => {
		await page.goto('/groupes/nouveau');
		await page.fill('[name=titre]', name);
		await page.selectOption('[name=type]', 'groupe_travail');
		await page.check('[name=ouverture][value=ferme]');
		await page.fill('[name=description]', 'Réparer ce qui peut l’être.');
		await page.click('main button:has-text("Créer le groupe")');
		await page.waitForURL(/groupes\/\d+/);
		group = new URL(page.url()).pathname;
	});
	await t.as('benL', async page => {
		await page.goto(group);
		await page.click('main a:has-text("Demander à rejoindre")');
		await page.fill('[name=mot]', 'Je sais souder.');
		await page.click('main button:has-text("Envoyer ma demande")');
		await page.waitForURL(/fait=demande/);
	});
	await t.as('benP', async page => {
		await page.goto(`${group}/demandes`);
		t.check('the coordination reads the request', (await page.textContent('main')).includes('Je sais souder.'));
		await page.click('main button:has-text("Accepter")');
		await page.waitForURL(/fait=reponse/);
		await page.goto(`${group}/membres`);
		t.check('who was accepted is a member', await page.locator('main li', { hasText: 'Delattre' }).count() === 1);
		await page.locator('main li', { hasText: 'Delattre' }).locator('a:has-text("Rôles")').click();
		await page.selectOption('select[name=role]', 'coordination');
		await page.click('main button:has-text("Donner ce rôle")');
		await page.waitForURL(/fait=role/);
		await promises(t, 'benP', new URL(page.url()).pathname, { name: 'benP, the roles of a member' });
	});
	for (const [path, what] of [['/membres', 'members'], ['/a-propos', 'about'], ['/qui', 'who sees it'], ['/inviter?q=Zo', 'invite'],
		['/demandes', 'requests'], ['/modifier', 'edit'], ['/archiver', 'archive'], ['/quitter', 'leave']])
		await promises(t, 'benP', group + path, { name: `benP, a group, ${what}` });
	await t.as('benP', async page => {
		await page.goto(`${group}/archiver`);
		await page.click('main button:has-text("Archiver le groupe")');
		await page.waitForURL(/fait=archive/);
		await page.goto(`/groupes?q=${encodeURIComponent(name)}`);
		t.check('an archived group is out of the list', await page.locator(`main a[href="${group}"]`).count() === 0);
		await page.goto(`/groupes?etat=archives&q=${encodeURIComponent(name)}`);
		t.check('and found under archives', await page.locator(`main a[href="${group}"]`).count() === 1);
	});
	await promises(t, 'benP', '/groupes');
	await promises(t, 'adm', '/groupes?vue=arbre', { name: 'adm, the tree' });
	await promises(t, 'adm', '/groupes/sans-coordination', { name: 'adm, without coordination' });
	await promises(t, 'adm', `${group}/deplacer`, { name: 'adm, move' });
	await promises(t, 'benP', '/groupes/nouveau', { name: 'benP, a new group' });
	await promises(t, 'adm', '/admin/groupes', { name: 'adm, types and roles' });
	await promises(t, 'adm', '/admin/groupes/types/equipe', { name: 'adm, a type' });
	await promises(t, 'adm', '/admin/groupes/roles/nouveau', { name: 'adm, a new role' });
}
