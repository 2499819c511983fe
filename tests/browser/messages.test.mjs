// Messages: from one to another and back, to the Siège, with a file, written by who knows no Markdown.
import { promises, submit } from './lib.mjs';

// The number of a person, who reads her own page.
const id = async (context, { email }) => {
	const { items } = await (await context.request.get('/annuaire.json?q=' + encodeURIComponent(email))).json();

	return items[0].id;
};

export default async function (t)
{
	const mark = Date.now().toString(36);
	let thread = '';

	await t.as('cooP', async page => {
		await page.goto('/messages/nouveau');
		await page.fill('#pq', 'lucie');
		await page.click('main button:has-text("Chercher")');
		const found = page.locator('main ul[aria-label="Personnes trouvées"] a');
		if (await found.count() === 0) {
			await page.fill('#pq', 'ma');
			await page.click('main button:has-text("Chercher")');
		}
		await found.first().click();
		await page.click('[data-do=gras]');
		await page.keyboard.type(`Bonjour ${mark}`);
		t.check('the button writes the marks', (await page.inputValue('[name=texte]')).includes(`**Bonjour ${mark}**`));
		await promises(t, 'cooP', new URL(page.url()).pathname + new URL(page.url()).search, { name: 'cooP, a new message' });
		await page.click('main button:has-text("Envoyer")');
		await page.waitForURL(/messages\/\d+/);
		thread = new URL(page.url()).pathname;
		t.check('the words are shown in bold', await page.locator('.bub.me strong', { hasText: mark }).count() === 1);
		await page.fill('[name=texte]', 'Avec le plan');
		await page.click('summary:has-text("Joindre un fichier")');
		await page.setInputFiles('[name=fichiers]', { name: 'plan du stand.txt', mimeType: 'text/plain', buffer: Buffer.from('Quai 3\n') });
		await page.click('main .write > button');
		await page.waitForURL(/#m-\d+$/);
		const file = await page.locator('a.file').last().getAttribute('href');
		const got = await page.request.get(file);
		t.check('the file is served to who takes part', got.status() === 200 && (await got.text()) === 'Quai 3\n', `${got.status()}`);
		t.check('it is to be kept, not run', /^attachment/.test(got.headers()['content-disposition']) && got.headers()['x-content-type-options'] === 'nosniff');
		await t.as('benL', async other => {
			const refused = await other.request.get(file);

			t.check('the file is nobody else’s', refused.status() === 404 || refused.status() === 200 && (await (await other.request.get(thread)).status()) === 200);
		});
	});
	await promises(t, 'cooP', '/messages');
	await promises(t, 'cooP', thread, { name: 'cooP, a conversation' });
	await promises(t, 'cooP', thread + '/personnes', { name: 'cooP, its people' });
	await promises(t, 'cooP', '/messages/choix');
	await promises(t, 'cooP', '/messages/siege');
	await promises(t, 'benP', '/messages/probleme?page=%2Fagenda&reference=0123456789abcdef');

	await t.as('cooP', async page => {
		await page.goto(thread);
		await page.click('summary:has-text("Autres actions")');
		await submit(page, 'button:has-text("Archiver")');
		await page.goto('/messages?q=' + mark);
		t.check('a search finds what was put aside, and says so', await page.locator('li.hit', { hasText: 'Archivée' }).count() === 1);
		await page.goto(`/messages?vue=non-lus&q=${mark}`);
		t.check('a chosen view holds only its own', await page.locator('li.hit').count() === 0);
	});

	// A tab opened behind another has been read by nobody until it is looked at.
	await t.as('cooP', async (page, context) => {
		await page.goto('/');
		await context.addInitScript(() => {
			let hidden = true;

			Object.defineProperty(document, 'hidden', { get: () => hidden });
			window.look = () => {
				hidden = false;
				document.dispatchEvent(new Event('visibilitychange'));
			};
		});
		const reads = [];
		const behind = await context.newPage();

		await t.as('benP', async other => {
			await other.goto(`/messages/nouveau?a=${await id(context, t.people.cooP)}`);
			await other.fill('[name=texte]', `Vu ? ${mark}`);
			await submit(other, 'main button:has-text("Envoyer")');
			thread = new URL(other.url()).pathname;
		});
		behind.on('request', r => r.method() === 'POST' && reads.push(r.url()));
		await behind.goto(thread);
		await behind.waitForLoadState('networkidle');
		t.check('a message in a tab that nobody looks at stays unread', reads.length === 0 && await behind.locator('form[data-vu]').count() === 1);
		await behind.evaluate(() => window.look());
		await behind.locator('form[data-vu]').waitFor({ state: 'detached' });
		t.check('it is read once the tab is looked at', reads.length === 1);
	});

	let asked = '';
	await t.as('benP', async page => {
		await page.goto('/public/contact');
		t.check('who is signed in writes to the Siège here', new URL(page.url()).pathname === '/messages/siege');
		await page.selectOption('[name=sujet]', { index: 1 });
		await page.fill('[name=texte]', `Notre local ${mark}`);
		await page.click('main button:has-text("Envoyer")');
		await page.waitForURL(/messages\/\d+/);
		asked = new URL(page.url()).pathname;
	});
	await t.as('sal', async page => {
		await page.goto('/messages/siege/demandes');
		t.check('the staff finds it', (await page.textContent('main')).includes(mark));
		await page.goto(asked);
		await page.fill('[name=texte]', 'Nous regardons');
		await page.click('main .write > button');
		await page.waitForURL(/#m-\d+$/);
	});
	await t.as('benP', async page => {
		await page.goto(asked);
		t.check('the answer is in the thread', (await page.textContent('main')).includes('Nous regardons'));
	});
	await promises(t, 'sal', '/messages/siege/demandes');
	await promises(t, 'sal', asked, { name: 'sal, a demand' });
	await promises(t, 'adm', '/messages/siege/sujets');
	await promises(t, 'cooP', '/messages/groupe');
}
