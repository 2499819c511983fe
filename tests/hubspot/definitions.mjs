// The property definitions of the sandbox's contacts, in the shape HubSpot answers them.

import { GROUPS, SHOPS, TRAILS, PROMOTIONS } from './names.mjs';

const MADE = '2020-06-30T15:57:37.247Z';
const CHANGED = '2024-05-02T09:00:00.123Z';

export const option = (value, label = value, displayOrder = 0, hidden = false) => ({
	label,
	value,
	displayOrder,
	hidden,
	description: '',
});

const options = (pairs) =>
	pairs.map((p, i) =>
		Array.isArray(p) ? option(p[0], p[1], i, p[2] === 'hidden') : option(p, p, i),
	);

export function definition(name, label, type, fieldType, opts = [], more = {}) {
	return {
		updatedAt: CHANGED,
		createdAt: MADE,
		name,
		label,
		type,
		fieldType,
		description: '',
		groupName: 'contactinformation',
		options: options(opts),
		displayOrder: -1,
		calculated: false,
		externalOptions: false,
		hasUniqueValue: false,
		hidden: false,
		hubspotDefined: false,
		formField: true,
		dataSensitivity: 'non_sensitive',
		modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
		archived: false,
		...more,
	};
}

const own = { hubspotDefined: true };
const fixed = {
	...own,
	calculated: true,
	formField: false,
	modificationMetadata: { archivable: false, readOnlyDefinition: true, readOnlyValue: true },
};
const text = (name, label, more = own) => definition(name, label, 'string', 'text', [], more);
const choice = (name, label, opts) => definition(name, label, 'enumeration', 'select', opts);
const several = (name, label, opts) => definition(name, label, 'enumeration', 'checkbox', opts);

const PUBLICS = [
	['groupe_local', 'Groupe local'],
	['trailwalker', 'Trailwalker'],
	['magasin', 'Magasin'],
	['activiste_en_ligne', 'Activiste en ligne'],
	['plaidoyer_citoyen', 'Plaidoyer citoyen'],
	['programme_jeunes', 'Programme jeunes'],
	['ca', 'Conseil d’administration'],
	['adherent', 'Adhérent-e'],
	['groupe_travail', 'Groupe de travail'],
	['siege', 'Siège'],
];

const MISSIONS = [
	['coordination', 'Coordination'],
	['referent_plaidoyer', 'Référent-e plaidoyer'],
	['referent_communication', 'Référent-e communication'],
	['referent_evenements', 'Référent-e événements'],
	['responsable_magasin', 'Responsable de magasin'],
	['vente', 'Vente'],
	['logistique', 'Logistique'],
	['animation', 'Animation'],
	['accueil', 'Accueil'],
	['formation', 'Formation'],
	['capitaine_equipe', 'Capitaine d’équipe'],
	['traduction', 'Traduction'],
	['collecte', 'Collecte de fonds'],
	['tri', 'Tri et étiquetage'],
];

const THEMES = [
	['climat', 'Climat'],
	['inegalites', 'Inégalités'],
	['justice_fiscale', 'Justice fiscale'],
	['feminisme', 'Féminisme'],
	['alimentation', 'Alimentation'],
	['conflits', 'Conflits et crises'],
	['mobilites', 'Mobilités et transports'],
	['finance', 'Finance et banques'],
];

const names = (list) => list.map((e) => e[0]);

const identity = () => [
	text('salutation', 'Civilité'),
	text('lastname', 'Nom'),
	text('firstname', 'Prénom'),
	text('email', 'E-mail', { ...own, hasUniqueValue: true }),
	definition('phone', 'Numéro de téléphone', 'string', 'phonenumber', [], own),
	text('city', 'Ville'),
	text('zip', 'Code postal'),
	text('date_of_birth', 'Date de naissance'),
	choice('statut_contact', 'Statut du contact', [
		['prospect', 'Prospect'],
		['confirme', 'Confirmé'],
		['ancien', 'Ancien'],
	]),
	choice('type_contact', 'Type de contact', [
		['benevole', 'Bénévole'],
		['salarie', 'Salarié'],
	]),
];

const engagement = () => [
	several('types_benevolat', 'Types de bénévolat', PUBLICS),
	several('types_mission', 'Types de mission', MISSIONS),
	several('groupe_benevole', 'Groupe du bénévole', [
		...names(GROUPS),
		['Ancien groupe', 'Ancien groupe', 'hidden'],
	]),
	several('magasin', 'Magasin', names(SHOPS)),
	several('editions_trail', 'Éditions du Trailwalker', TRAILS),
	several('thematiques', 'Thématiques', THEMES),
	text('equipe_trail', 'Équipe Trailwalker', {}),
	choice('promotion_jeunes', 'Promotion du Programme jeunes', PROMOTIONS),
	definition('date_adhesion', 'Date d’adhésion', 'date', 'date'),
	text('country', 'Pays/Région'),
	definition('hubspot_owner_id', 'Propriétaire du contact', 'enumeration', 'select', [], {
		...own,
		externalOptions: true,
		referencedObjectType: 'OWNER',
	}),
];

const given = (name, label, type, fieldType) => definition(name, label, type, fieldType, [], fixed);

const computed = () => [
	given('hs_object_id', 'ID de fiche d’informations', 'number', 'number'),
	given('createdate', 'Date de création', 'datetime', 'date'),
	given('lastmodifieddate', 'Date de dernière modification', 'datetime', 'date'),
	given('hs_additional_emails', 'Adresses e-mail supplémentaires', 'enumeration', 'checkbox'),
	given('hs_merged_object_ids', 'ID de fiches fusionnées', 'enumeration', 'checkbox'),
	given('hs_calculated_merged_vids', 'ID fusionnés et dates', 'enumeration', 'checkbox'),
];

/** A fresh list of definitions: the caller may change it. */
export const definitions = () => [...identity(), ...engagement(), ...computed()];
