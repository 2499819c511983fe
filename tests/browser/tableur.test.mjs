// The way out and back: exports opened and saved by a French LibreOffice come back without a change found.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const from = { csv: ['--infilter=CSV:59,34,76,1'], xlsx: [] };

function convert(dir, bytes, kind, to)
{
	const home = join(dir, `${kind}-${to.slice(0, 4)}`), file = join(dir, `annuaire.${kind}`);

	writeFileSync(file, bytes);
	execFileSync('soffice', ['--headless', ...from[kind], '--convert-to', to, '--outdir', home, file],
		{ env: { ...process.env, HOME: dir, LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, stdio: 'ignore', timeout: 120000 });
	return readFileSync(join(home, 'annuaire.' + to.split(':')[0]));
}

// What the dry run says of a file that is brought: to change, refused, doubtful, unchanged.
async function bring(page, name, buffer)
{
	await page.goto('/imports');
	await page.setInputFiles('[name=fichier]', { name, mimeType: 'application/octet-stream', buffer });
	await page.click('main button:has-text("Envoyer")');
	await page.waitForURL(/\/imports\/\d+\/colonnes/);
	await page.check('[name=mode][value="2"]');
	await page.click('main button:has-text("Essayer")');
	await page.waitForURL(/\/imports\/\d+$/);
	const counts = (await page.locator('.stats b').allTextContents()).map(Number);
	const why = counts[1] + counts[2] > 0 ? (await page.locator('main tbody td').allTextContents()).join(' ').slice(0, 200) : '';
	await page.click('main button:has-text("Abandonner")');
	await page.waitForURL(/\/imports\?fait/);
	return { counts, why };
}

export default async function (t)
{
	const dir = mkdtempSync(join(tmpdir(), 'essaim-tableur-'));

	try {
		execFileSync('soffice', ['--version'], { env: { ...process.env, HOME: dir }, stdio: 'ignore' });
	} catch (error) {
		if (error.code !== 'ENOENT')
			throw error;
		rmSync(dir, { recursive: true, force: true });
		console.log('# no LibreOffice here: nothing checked');
		return;
	}
	await t.as('adm', async page => {
		const total = (await (await page.request.get('/annuaire.json?par=1')).json()).total;

		for (const kind of ['csv', 'xlsx']) {
			const bytes = await (await page.request.get(`/annuaire.${kind}`)).body();

			for (const to of ['xlsx', 'csv:Text - txt - csv (StarCalc):59,34,76,1,1036,0,false,true,false']) {
				const back = convert(dir, bytes, kind, to), name = to.split(':')[0];
				const { counts, why } = await bring(page, `annuaire.${name}`, back);

				t.check(`${kind}, saved as ${name} by LibreOffice, comes back unchanged`,
					counts[0] + counts[1] + counts[2] === 0 && counts[3] === total, `${counts} ${why}`);
			}
		}
	});
	rmSync(dir, { recursive: true, force: true });
}
