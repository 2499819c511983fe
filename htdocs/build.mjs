// Makes the files that nginx serves: minified, named by their content, compressed once for all.
//   node htdocs/build.mjs OUTDIR
// OUTDIR/s/essaim.HASH.css .js, icons.HASH.svg, favicon.HASH.svg, each with .br and .gz;
// the pages that nginx answers alone; OUTDIR/assets.conf, the names for the templates.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';

const sources = new URL('.', import.meta.url);
const out = process.argv[2];
if (!out) {
	console.error('usage: node build.mjs OUTDIR');
	process.exit(2);
}

const read = name => readFileSync(new URL(name, sources), 'utf8');
// The floor of browsers is written in doc/; esbuild lowers what they do not know.
const targets = ['chrome88', 'firefox91', 'safari14.1'];
const minify = {
	'.css': text => transformSync(text, { loader: 'css', minify: true, target: targets }).code,
	'.js': text => transformSync(text, { loader: 'js', minify: true, target: 'es2019' }).code,
	'.svg': text => text.replace(/<!--[^]*?-->/g, '').replace(/>\s+</g, '><').trim(),
};

// Written beside, then renamed: a server reading the folder never sees half a file.
function put(path, bytes)
{
	writeFileSync(path + '.new', bytes);
	renameSync(path + '.new', path);
}

function putCompressed(path, text)
{
	const bytes = Buffer.from(text);
	const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

	put(path, bytes);
	put(path + '.br', brotliCompressSync(bytes, brotli));
	put(path + '.gz', gzipSync(bytes, { level: 9 }));
}

function asset(name)
{
	const ext = extname(name);
	const text = minify[ext](read(name));
	const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
	const file = `${basename(name, ext)}.${hash}${ext}`;

	putCompressed(join(out, 's', file), text);
	return file;
}

mkdirSync(join(out, 's'), { recursive: true });
const made = {
	css: asset('essaim.css'),
	js: asset('essaim.js'),
	icons: asset('icons.svg'),
	favicon: asset('favicon.svg'),
};
// The pages that nginx answers alone: their links take the real names here.
for (const name of ['50x.html', 'refus.html', 'ferme.html'])
	put(join(out, name), Object.values(made).reduce(
		(page, file) => page.replaceAll('/s/' + file.replace(/\.[0-9a-f]{8}\./, '.'), '/s/' + file), read(name)));
for (const name of ['robots.txt', 'favicon.svg'])
	put(join(out, name), read(name));
put(join(out, 'assets.conf'), Object.entries(made).map(([key, file]) => `Asset.${key} = /s/${file}\n`).join(''));

const kept = Object.values(made);
for (const file of readdirSync(join(out, 's')))
	if (!kept.some(name => file === name || file === name + '.br' || file === name + '.gz'))
		rmSync(join(out, 's', file));
