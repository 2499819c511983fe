// Prints the words that are no password by themselves, one a line, sorted: the passwords most
// often stolen, French first names and common words, as lower-case letters without accents.
import { dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as french } from '@zxcvbn-ts/language-fr';

const bare = word => word.normalize('NFD').toLowerCase().replace(/[^a-z]/g, '');
const lists = [common['passwords-common'], french['firstnames-fr'], french['lastnames-fr'], french['commonWords-fr']];
const words = new Set();

for (const list of lists)
	for (const word of list)
		if (bare(word).length >= 4)
			words.add(bare(word));
if (words.size < 20000)
	throw new Error(`only ${words.size} words: have the packages changed?`);
console.log([...words].sort().join('\n'));
