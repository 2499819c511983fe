// node pays.mjs FOLDER: the countries of the networks (pays.mmdb, out of a package whose source is
// the public registers of addresses) and their names in French (pays.txt, a line "FR France").
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url), folder = process.argv[2];
const base = require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
const { countries } = JSON.parse(readFileSync(require.resolve('i18n-iso-countries/langs/fr.json'), 'utf8'));
const lines = Object.entries(countries).map(([code, name]) => `${code} ${[name].flat()[0].replaceAll("'", '’')}\n`);

if (lines.length < 200)
	throw new Error(`only ${lines.length} countries: has the package changed?`);
copyFileSync(base, join(folder, 'pays.mmdb'));
writeFileSync(join(folder, 'pays.txt'), lines.join(''));
