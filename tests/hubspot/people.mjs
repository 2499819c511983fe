// Who a contact is: the ten demonstration people, the posts each public needs, the rest by chance.

import { GROUPS, PROMOTIONS, SHOPS, TEAMS, TRAILS } from './names.mjs';

const paris = (more) => ({ city: 'Paris', zip: '75011', ...more });
const GL_PARIS = 'Groupe local de Paris';

/** The ten demonstration people, in the order of their ids. */
export const DEMO = [
	{
		name: 'adm',
		salutation: 'Mme',
		firstname: 'Maud',
		lastname: 'Ferrandis',
		email: 'maud.ferrandis@siege.example',
		...paris(),
		type_contact: 'salarie',
		types_benevolat: 'siege',
		types_mission: 'coordination',
	},
	{
		name: 'sal',
		salutation: 'M.',
		firstname: 'Thibault',
		lastname: 'Vasseur-Lemoine',
		email: 'thibault.vasseur@siege.example',
		...paris(),
		type_contact: 'salarie',
		types_benevolat: 'siege',
	},
	{
		name: 'cooP',
		salutation: 'Mme',
		firstname: 'Inès',
		lastname: 'Belkacem',
		email: 'ines.belkacem@example.org',
		...paris({ zip: '75019' }),
		statut_contact: 'confirme',
		type_contact: 'benevole',
		types_benevolat: 'groupe_local;adherent',
		types_mission: 'coordination;animation',
		groupe_benevole: GL_PARIS,
		thematiques: 'climat;justice_fiscale',
	},
	{
		name: 'benP',
		salutation: 'Mme',
		firstname: 'Agathe',
		lastname: 'Rouvière',
		email: 'agathe.rouviere@example.org',
		...paris({ zip: '75020' }),
		statut_contact: 'confirme',
		type_contact: 'benevole',
		types_benevolat: 'groupe_local',
		types_mission: 'animation',
		groupe_benevole: GL_PARIS,
		thematiques: 'feminisme;inegalites',
	},
	{
		name: 'benL',
		salutation: 'M.',
		firstname: 'Côme',
		lastname: 'Delattre',
		email: 'come.delattre@example.org',
		city: 'Lille',
		zip: '59000',
		statut_contact: 'confirme',
		type_contact: 'benevole',
		types_benevolat: 'groupe_local',
		types_mission: 'logistique',
		groupe_benevole: 'Groupe local de Lille',
		thematiques: 'alimentation',
	},
	{
		name: 'bout',
		salutation: 'Mme',
		firstname: 'Odile',
		lastname: 'd’Argenton',
		email: 'odile.dargenton@example.org',
		city: 'Strasbourg',
		zip: '67000',
		statut_contact: 'confirme',
		type_contact: 'benevole',
		types_benevolat: 'magasin',
		types_mission: 'vente;accueil',
		magasin: 'Bouquinerie de Strasbourg',
	},
	{
		name: 'tw',
		salutation: 'M.',
		firstname: 'Malo',
		lastname: 'Le Guennec',
		email: 'malo.leguennec@example.org',
		city: 'Montreuil',
		zip: '93100',
		statut_contact: 'confirme',
		type_contact: 'benevole',
		types_benevolat: 'groupe_local;trailwalker',
		types_mission: 'capitaine_equipe',
		groupe_benevole: GL_PARIS,
		editions_trail: 'Trailwalker Avallon 2025;Trailwalker Avallon 2026',
		equipe_trail: TEAMS[0],
	},
	{
		name: 'pro',
		salutation: 'Mme',
		firstname: 'Zoé',
		lastname: 'N’Dour',
		email: 'zoe.ndour@example.org',
		...paris({ zip: '75018' }),
		statut_contact: 'prospect',
		type_contact: 'benevole',
		types_benevolat: 'groupe_local',
		groupe_benevole: GL_PARIS,
		thematiques: 'climat',
	},
	{
		name: 'anc',
		salutation: 'M.',
		firstname: 'Étienne',
		lastname: 'Marchandeau',
		email: 'etienne.marchandeau@example.org',
		city: 'Lyon',
		zip: '69007',
		statut_contact: 'ancien',
		type_contact: 'benevole',
		types_benevolat: 'groupe_local',
		groupe_benevole: 'Groupe local de Lyon',
	},
	{
		name: 'ca',
		salutation: 'Mme',
		firstname: 'Françoise',
		lastname: 'de la Brosse',
		email: 'francoise.delabrosse@example.org',
		city: 'Nantes',
		zip: '44000',
		statut_contact: 'confirme',
		type_contact: 'benevole',
		types_benevolat: 'ca;adherent',
		date_adhesion: '2019-03-12',
	},
];

const CA_MORE = 11;
const POSTS = [
	['coordination'],
	['coordination', 'animation'],
	['referent_plaidoyer'],
	['referent_communication'],
	['referent_evenements'],
];
const SHOP_POSTS = [
	['responsable_magasin', 'formation'],
	['vente', 'accueil'],
	['tri', 'logistique'],
];
const TEAM_PER_TRAIL = 8;
const PER_PROMOTION = 3;

const volunteer = (kind, more) => ({
	statut: 'confirme',
	kind,
	kinds: [kind],
	missions: [],
	...more,
});

// The posts that follow the demonstration people, whatever the size: every public is there.
function posts() {
	const all = [];
	for (let k = 0; k < CA_MORE; k++) all.push(volunteer('ca', { kinds: ['ca', 'adherent'] }));
	GROUPS.forEach((_, group) =>
		POSTS.forEach((missions) => all.push(volunteer('groupe_local', { group, missions }))),
	);
	SHOPS.forEach((_, shop) =>
		SHOP_POSTS.forEach((missions) => all.push(volunteer('magasin', { shop, missions }))),
	);
	TRAILS.forEach((trail) =>
		TEAMS.slice(0, TEAM_PER_TRAIL).forEach((team) =>
			all.push(
				volunteer('trailwalker', { trails: [trail], team, missions: ['capitaine_equipe'] }),
			),
		),
	);
	PROMOTIONS.forEach((promotion) => {
		for (let k = 0; k < PER_PROMOTION; k++)
			all.push(volunteer('programme_jeunes', { promotion }));
	});
	return all;
}

const FIXED = posts();

/** How many contacts have a place of their own before chance begins. */
export const FIXED_COUNT = DEMO.length + FIXED.length;

const STATUS = [
	['salarie', 39],
	['confirme', 672],
	['prospect', 121],
	['ancien', 80],
	['donor', 88],
];
const KINDS = [
	['groupe_local', 44],
	['trailwalker', 18],
	['magasin', 12],
	['activiste_en_ligne', 9],
	['plaidoyer_citoyen', 6],
	['programme_jeunes', 5],
	['groupe_travail', 6],
];
const GROUP_WEIGHTS = GROUPS.map((_, g) => [g, g === 0 ? 40 : 20 - g]);
const MISSIONS = {
	groupe_local: ['animation', 'logistique', 'accueil', 'collecte', 'formation'],
	trailwalker: ['logistique', 'accueil', 'collecte'],
	magasin: ['vente', 'tri', 'accueil', 'logistique'],
	activiste_en_ligne: ['traduction'],
	plaidoyer_citoyen: ['referent_plaidoyer', 'animation'],
	programme_jeunes: ['animation', 'formation'],
	groupe_travail: ['traduction', 'formation'],
};
const needsGroup = {
	groupe_local: 1,
	plaidoyer_citoyen: 0.6,
	programme_jeunes: 0.5,
	groupe_travail: 0.3,
};

function chanceVolunteer(draw, statut) {
	const role = volunteer(draw.weighted(KINDS), { statut });
	if (draw.chance(0.2)) {
		const other = draw.weighted(KINDS);
		if (other !== role.kind) role.kinds.push(other);
	}
	if (statut === 'confirme' && draw.chance(0.2)) role.kinds.push('adherent');
	if (statut === 'confirme') role.missions = draw.some(MISSIONS[role.kind], 1 + draw.below(2));
	return role;
}

function complete(draw, role) {
	const has = (kind) => role.kinds.includes(kind);
	if (
		role.group === undefined &&
		draw.chance(Math.max(...role.kinds.map((k) => needsGroup[k] ?? 0.1)))
	)
		role.group = draw.weighted(GROUP_WEIGHTS);
	if (role.group !== undefined && draw.chance(0.05)) role.group2 = draw.weighted(GROUP_WEIGHTS);
	if (has('magasin') && role.shop === undefined) role.shop = draw.below(SHOPS.length);
	if (has('trailwalker') && !role.trails) role.trails = draw.some(TRAILS, 1 + draw.below(3));
	if (has('trailwalker') && !role.team) role.team = draw.pick(TEAMS);
	if (has('programme_jeunes') && !role.promotion) role.promotion = draw.pick(PROMOTIONS);
	return role;
}

/** The role of contact i (after the demonstration people): never the same draw for two seeds. */
export function role(i, draw, outsider) {
	const fixed = FIXED[i - DEMO.length];
	if (fixed) return complete(draw, { ...fixed });
	const status = outsider ? 'donor' : draw.weighted(STATUS);
	if (status === 'donor') return { statut: null, kind: null, kinds: [], missions: [] };
	if (status === 'salarie')
		return {
			statut: draw.chance(0.1) ? 'confirme' : null,
			kind: 'siege',
			kinds: ['siege'],
			missions: [],
			staff: true,
		};
	return complete(draw, chanceVolunteer(draw, status));
}
