// A seeded, invented population of contacts, computed on demand: nothing is kept but what is asked for.

import { ELSEWHERE, GROUPS, MEN, SHOPS, SURNAMES, WOMEN } from './names.mjs';
import { DEMO, FIXED_COUNT, role } from './people.mjs';
import { Draw, hash } from './random.mjs';

export const DEFAULT_SIZE = 1400;
const FIRSTS = [...WOMEN, ...MEN];
const IS_WOMAN = new Set(WOMEN);
const PAIRS = FIRSTS.length * SURNAMES.length;
const SMALL = { count: 700, base: 33451, step: 53 };
const LARGE = { base: 57156923994, step: 7 }; // more than 32 bits
const OPENED = Date.UTC(2015, 0, 5);
const NEWEST = Date.UTC(2026, 9, 31);
const BOXES = ['example.org', 'example.com', 'example.net', 'courriel.example', 'boite.example'];
const THEMES = ['climat', 'inegalites', 'justice_fiscale', 'feminisme', 'alimentation', 'conflits'];

const gcd = (a, b) => (b ? gcd(b, a % b) : a);

function stride() {
	let step = Math.floor(PAIRS * 0.618);
	while (gcd(step, PAIRS) !== 1) step++;
	return step;
}

const STEP = stride();
const slugs = new Map();

/** The letters of a name as an address writes them. */
export function slug(name) {
	let s = slugs.get(name);
	if (s === undefined) {
		s = name
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.replace(/œ/gi, 'oe')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '');
		slugs.set(name, s);
	}
	return s;
}

const digits4 = (n) => String(10000 + (n % 10000)).slice(1);

// Numbers that the French regulator keeps for fiction, in the spellings people use.
function spell(draw, block, i) {
	const tail = digits4(i * 7919 + draw.below(3));
	const n = `${block} ${tail.slice(0, 2)} ${tail.slice(2)}`;
	const bare = n.replaceAll(' ', '');
	return draw.weighted([
		[n, 40],
		[n.replaceAll(' ', '.'), 15],
		[bare, 15],
		[`+33${bare.slice(1)}`, 10],
		[`+33 ${n.slice(1)}`, 10],
		[`0033${bare.slice(1)}`, 3],
		[`+33 (0)${n.slice(1)}`, 3],
		[n.replaceAll(' ', '-'), 3],
		[`+262 ${n.slice(1)}`, 1],
	]);
}

function phone(draw, place, i) {
	if (draw.chance(0.12)) return null;
	const overseas = /^9[78]/.test(place.zips[0]);
	const n = spell(draw, draw.chance(0.8) ? '06 39 98' : place.tel, i);
	return overseas && draw.chance(0.7)
		? `+262 ${n.replace(/^(\+33|0033|\+262)? ?(\(0\)|0)?/, '')}`
		: n;
}

const two = (n) => (n < 10 ? `0${n}` : String(n));

function birth(draw) {
	if (draw.chance(0.18)) return null;
	const year = 1938 + draw.below(70),
		month = 1 + draw.below(12),
		day = 1 + draw.below(28);
	const plain = `${two(day)}/${two(month)}/${year}`;
	return draw.weighted([
		[`${year}-${two(month)}-${two(day)}`, 45],
		[plain, 40],
		[`${day}/${month}/${year}`, 5],
		[plain.replaceAll('/', '.'), 2],
		[String(year), 3],
		[`31/02/${year}`, 1],
		['', 2],
		[`${two(day)}-${two(month)}-${year}`, 1],
		['inconnue', 1],
	]);
}

function zip(draw, code) {
	return draw.weighted([
		[code, 940],
		[null, 25],
		[`${code} `, 10],
		[`${code.slice(0, 2)} ${code.slice(2)}`, 10],
		[code.replace(/^0/, ''), 10],
		[`F-${code}`, 5],
	]);
}

function city(draw, name) {
	return draw.weighted([
		[name, 900],
		[null, 30],
		[name.toUpperCase(), 40],
		[name.replace(/^Saint/, 'St').replaceAll('-', ' '), 20],
		[name.toLowerCase(), 10],
	]);
}

const typed = (draw, name) =>
	draw.weighted([
		[name, 95],
		[name.toUpperCase(), 3],
		[name.toLowerCase(), 1],
		[name.replaceAll('’', "'"), 1],
	]);

export class Population {
	/** mix "crm": only the first 1,400 are the association's people, the others give and never volunteer. */
	constructor(size, seed = 1, mix = 'people') {
		this.size = size;
		this.seed = seed >>> 0;
		this.mix = mix;
		this.offset = hash(this.seed, 77) % PAIRS;
	}

	id(i) {
		if (i < SMALL.count)
			return (
				SMALL.base +
				i * SMALL.step +
				(i < DEMO.length ? 0 : hash(this.seed, i) % SMALL.step)
			);
		return LARGE.base + (i - SMALL.count) * LARGE.step + (hash(this.seed, i) % LARGE.step);
	}

	/** The first index whose id is at least id (size when there is none). */
	atLeast(id) {
		if (!(id > SMALL.base)) return 0;
		let i =
			id < LARGE.base
				? Math.min(Math.floor((id - SMALL.base) / SMALL.step), SMALL.count)
				: SMALL.count + Math.floor((id - LARGE.base) / LARGE.step);
		while (i < this.size && this.id(i) < id) i++;
		return Math.min(i, this.size);
	}

	created(i) {
		const span = (NEWEST - OPENED) / (this.size + 1);
		return Math.floor(OPENED + span * (i + hash(this.seed, i + 0x10000000) / 4294967296));
	}

	modified(i) {
		const from = this.created(i);
		const at =
			from + Math.floor((NEWEST - from) * (hash(this.seed, i + 0x20000000) / 4294967296));
		return at % 10 === 0 ? at - (at % 1000) : at; // some dates come without a fraction
	}

	// 'family': shares name, town and address with the one before; 'namesake': only the name.
	tie(i) {
		if (i < FIXED_COUNT) return null;
		const kind = this.drawnTie(i);
		return kind && (i - 1 < FIXED_COUNT || !this.drawnTie(i - 1)) ? kind : null;
	}

	drawnTie(i) {
		const h = hash(this.seed, i + 0x30000000) % 1000;
		return h < 28 ? 'family' : h < 36 ? 'namesake' : null;
	}

	names(i) {
		if (i < DEMO.length) return DEMO[i];
		const tie = this.tie(i);
		if (tie === 'namesake') return { ...this.names(i - 1), namesake: true };
		const pair = (this.offset + i * STEP) % PAIRS;
		const firstname = FIRSTS[pair % FIRSTS.length];
		if (tie === 'family') return { firstname, lastname: this.names(i - 1).lastname };
		const lastname = SURNAMES[Math.floor(pair / FIRSTS.length)];
		const h = hash(this.seed, i + 0x40000000) % 1000;
		const second = SURNAMES[h % SURNAMES.length];
		const twofold = h < 45 && !/[ ’]/.test(lastname + second);
		return { firstname, lastname: twofold ? `${lastname}-${second}` : lastname };
	}

	// Unique by construction: one pair of names each until all are used, then a number.
	address(i, who, staff) {
		if (hash(this.seed, i + 0x50000000) % 1000 < 35) return null;
		const round = Math.floor(i / PAIRS);
		if (who.namesake) return `${slug(who.firstname)}.${slug(who.lastname)}.${i}@example.net`;
		const box = staff ? 'siege.example' : BOXES[hash(this.seed, i + 0x60000000) % BOXES.length];
		return `${slug(who.firstname)}.${slug(who.lastname)}${round || ''}@${box}`;
	}

	/** All the properties of contact i. */
	contact(i) {
		if (i < DEMO.length) return this.stamp(i, this.demo(i));
		const draw = new Draw(hash(this.seed, i + 0x70000000));
		const who = this.names(i);
		const what = role(i, draw, this.mix === 'crm' && i >= DEFAULT_SIZE);
		const family = this.tie(i) === 'family' ? this.contact(i - 1) : null;
		const p = this.person(i, draw, who, what, family);
		this.engagement(p, draw, what);
		return this.stamp(i, p);
	}

	person(i, draw, who, what, family) {
		const place = this.place(draw, what);
		const woman = IS_WOMAN.has(who.firstname);
		const email = family ? family.email : this.address(i, who, what.staff);
		return {
			salutation: draw.weighted([
				[woman ? 'Mme' : 'M.', 70],
				[woman ? 'Madame' : 'Monsieur', 10],
				[null, 15],
				['', 2],
				['Mx', 1],
				['Dr', 1],
			]),
			lastname: typed(draw, who.lastname),
			firstname: typed(draw, who.firstname),
			email,
			phone: family ? family.phone : phone(draw, place, i),
			city: family ? family.city : city(draw, place.city),
			zip: family ? family.zip : zip(draw, draw.pick(place.zips)),
			date_of_birth: birth(draw),
			country: draw.chance(0.6) ? 'France' : null,
			hs_additional_emails:
				email && !family && draw.chance(0.03)
					? `${slug(who.firstname)}.${i}@perso.example`
					: null,
		};
	}

	place(draw, what) {
		if (what.group !== undefined && draw.chance(0.88)) return draw.pick(GROUPS[what.group][1]);
		if (what.shop !== undefined) return draw.pick(GROUPS[SHOPS[what.shop][1]][1]);
		return draw.pick(ELSEWHERE);
	}

	engagement(p, draw, what) {
		const list = (values) => (values.length ? values.join(';') : null);
		const groups = [what.group, what.group2]
			.filter((g) => g !== undefined)
			.map((g) => GROUPS[g][0]);
		if (what.statut === 'ancien' && draw.chance(0.15))
			groups.splice(0, groups.length, 'Ancien groupe');
		if (draw.chance(0.004)) groups.push('Groupe local de Brest'); // no longer among the options
		p.statut_contact = what.statut ?? (draw.chance(0.1) ? '' : null);
		p.type_contact = what.staff
			? 'salarie'
			: what.kind
				? draw.chance(0.96)
					? 'benevole'
					: null
				: null;
		p.types_benevolat = list(what.kinds);
		p.types_mission = list(what.missions);
		p.groupe_benevole = list([...new Set(what.kind ? groups : [])]);
		p.magasin = what.shop === undefined ? null : SHOPS[what.shop][0];
		p.editions_trail = what.trails ? what.trails.join(';') : null;
		p.equipe_trail = what.team ?? null;
		p.promotion_jeunes = what.promotion ?? null;
		p.thematiques = what.kind ? list(draw.some(THEMES, draw.below(4))) : null;
		p.date_adhesion = what.kinds.includes('adherent')
			? `20${two(15 + draw.below(11))}-${two(1 + draw.below(12))}-${two(1 + draw.below(28))}`
			: null;
		p.hubspot_owner_id = draw.chance(0.05) ? String(6166860 + draw.below(3)) : null;
	}

	demo(i) {
		const { name, ...p } = DEMO[i];
		const tail = digits4(1000 + i * 1111);
		return {
			date_of_birth: `19${70 + i}-0${1 + (i % 9)}-1${i}`,
			country: 'France',
			phone: `06 39 98 ${tail.slice(0, 2)} ${tail.slice(2)}`,
			...p,
		};
	}

	stamp(i, p) {
		p.hs_object_id = String(this.id(i));
		return p;
	}
}

/** The lines of demo.tsv: name, address. */
export const demoLines = () => DEMO.map((d) => `${d.name}\t${d.email}\n`).join('');
