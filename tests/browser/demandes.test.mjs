// Requests of persons, the register of processing, breaches: for who looks after data.
import { promises, submit } from './lib.mjs';

export default async function (t)
{
	const who = `Paul Essai ${Date.now() % 100000}`;

	await promises(t, 'adm', '/admin/demandes');
	await promises(t, 'adm', '/admin/demandes/nouvelle');
	await promises(t, 'adm', '/admin/demandes/protection');
	await promises(t, 'adm', '/admin/registre');
	await promises(t, 'adm', '/admin/violation');
	await promises(t, 'adm', '/admin/violation?debut=2026-01-01T00:00&fin=2099-01-01T00:00', { name: 'adm, who was touched' });
	await promises(t, 'benP', '/admin/demandes', { status: 403 });
	await t.as('adm', async page => {
		await page.goto('/admin/demandes/nouvelle');
		await page.check('[name=genre][value=effacement]');
		await page.fill('[name=nom]', who);
		await page.fill('[name=recue_le]', '2026-01-05');
		await submit(page, 'button:has-text("Noter la demande")');
		t.check('a form that is not whole keeps what was typed', await page.inputValue('[name=nom]') === who);
		await page.check('[name=voie][value=lettre]');
		await submit(page, 'button:has-text("Noter la demande")');
		const text = await page.textContent('main');

		t.check('the request is open, and says when it is due', text.includes(who) && text.includes('en retard'));
		await page.fill('[name=identite_le]', '2026-01-06');
		await page.fill('[name=identite]', 'rappel');
		await submit(page, 'button:has-text("Noter qu’elle est vérifiée")');
		await page.click('a:has-text("Refuser en partie")');
		await page.fill('[name=texte]', 'Rien n’est gardé de vous ici.');
		await page.fill('[name=motif]', 'Aucune donnée.');
		await submit(page, 'button:has-text("Envoyer et clore")');
		t.check('it is answered', (await page.textContent('main')).includes('rendue le'));
	}, 'phone', { javaScriptEnabled: false });
}
