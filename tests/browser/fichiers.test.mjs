// Photos that people share: shown small in the page, whole on a press, to nobody else.
import { promises } from './lib.mjs';

export default async function (t)
{
	let address, tag;

	await t.as('benP', async page => {
		await page.goto('/');
		const photo = await page.screenshot({ type: 'jpeg', quality: 95 });
		await page.goto((await page.locator('a[href^="/groupes/"]', { hasText: 'Paris' }).first().getAttribute('href')) + '/publications/nouvelle');
		await page.fill('[name=texte]', 'Deux photos du stand');
		await page.setInputFiles('[name=fichiers]', ['stand.jpg', 'marche.jpg'].map(name => ({ name, mimeType: 'image/jpeg', buffer: photo })));
		await page.click('main form button:has-text("Publier")');
		await page.waitForURL(url => !url.pathname.endsWith('/nouvelle'));
		const post = page.locator('article.post', { hasText: 'Deux photos du stand' }).first();
		const small = post.locator('img[src$="/vignette"]');

		for (const end = Date.now() + 90000; await small.count() < 2 && Date.now() < end;)
			await page.reload();
		t.check('photos are shown by their small copy', await small.count() === 2);
		await small.first().scrollIntoViewIfNeeded();
		await page.waitForFunction(() => document.querySelector('img[src$="/vignette"]').naturalWidth > 0);
		const size = await small.first().evaluate(i => [i.naturalWidth, i.naturalHeight, i.width, i.height, i.loading].join(' '));
		const [width, height, shown, high, loading] = size.split(' ');
		t.check('at most 640 pixels, in proportion, when they are in sight', Number(width) === 640 && loading === 'lazy' &&
			Math.abs(width / height - shown / high) < 0.05, size);
		const reply = await page.request.get(await small.first().getAttribute('src'));
		const weight = (await reply.body()).length;
		t.check('a WebP lighter than what was sent', reply.headers()['content-type'] === 'image/webp' && weight < photo.length / 2, `${weight} of ${photo.length}`);
		address = await small.first().getAttribute('src');
		tag = reply.headers().etag;
		t.check('a browser that has it is told so', (await page.request.get(address, { headers: { 'If-None-Match': tag } })).status() === 304 &&
			reply.headers()['cache-control'] === 'private, no-cache');
		await promises(t, 'benP', new URL(page.url()).pathname, { name: 'a feed with photos' });
	});
	await t.as('benL', async page => {
		const replies = await Promise.all([address, address.replace('vignette', 'stand.jpg')].map(path => page.request.get(path, { headers: { 'If-None-Match': tag } })));

		t.check('not for another group', replies.every(reply => reply.status() === 404));
	});
}
