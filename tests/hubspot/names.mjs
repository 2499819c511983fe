// The word lists the invented population is drawn from: first names, surnames, towns, groups.
// Every list is ours; first names and surnames are common French ones, put together at random.

const words = (text) => text.trim().split(/\s*,\s*/);

export const WOMEN = words(`
Adèle, Agathe, Agnès, Aïcha, Aïssatou, Alice, Aliénor, Amélie, Anaëlle, Anaïs, Anne-Laure, Annick, Apolline,
Assia, Astrid, Aurélie, Axelle, Béatrice, Bérénice, Capucine, Cécile, Céline, Chloé, Claire, Clémence, Coralie,
Delphine, Djamila, Dominique, Édith, Élise, Éloïse, Emmanuelle, Estelle, Esther, Eugénie, Ève, Fanny, Fatou,
Florence, Françoise, Gaëlle, Garance, Geneviève, Héloïse, Hélène, Huguette, Inès, Ingrid, Jeanne, Joséphine,
Judith, Juliette, Khadija, Laëtitia, Leïla, Léonie, Linh, Lucile, Maëlys, Maïwenn, Manon, Marguerite,
Marie-Claude, Marie-Ève, Marion, Mathilde, Mélanie, Monique, Morgane, Naïma, Nathalie, Nolwenn, Océane,
Odile, Ophélie, Pauline, Prune, Raphaëlle, Rosalie, Salomé, Samia, Solange, Sophie, Soizic, Suzanne, Sylvie,
Thaïs, Valentine, Véronique, Victoire, Yaël, Yasmine, Zélie, Zoé`);

export const MEN = words(`
Adrien, Aimé, Alban, Alexis, Amadou, Anatole, André, Antoine, Armand, Arthur, Aurélien, Axel, Baptiste,
Barthélemy, Bastien, Benoît, Bertrand, Brice, Cédric, Clément, Côme, Corentin, Cyril, Damien, Didier, Édouard,
Éloi, Émile, Étienne, Évariste, Fabrice, Félix, Florian, François, Frédéric, Gaël, Gaspard, Gérard, Grégoire,
Guénolé, Guilhem, Guy, Hadrien, Hervé, Hugues, Idriss, Jean-Baptiste, Jean-Loup, Jérémie, Jérôme, Joachim, Joël,
Karim, Kévin, Lazare, Loïc, Ludovic, Maël, Malo, Marc-Antoine, Mathurin, Mehdi, Moussa, Nicolas, Noël, Noé,
Olivier, Ousmane, Paul-Henri, Pascal, Philippe, Quentin, Raphaël, Rémi, Roland, Ronan, Sacha, Saïd, Sébastien,
Sylvain, Tanguy, Théo, Thierry, Tristan, Ulysse, Valentin, Vianney, Xavier, Yacine, Yann, Yves, Zacharie`);

export const SURNAMES = words(`
Abadie, Aguilar, Albertini, Allain, Alvarez, Amrani, Andrieu, Arnaud, d’Artigues, Aubert, d’Aubigny, Auger, Azoulay,
Bâ, Bailly, Barbier, Barrère, Baudry, Bazin, Beaulieu, Belaïd, de Bellefonds, Benali, Benoist, Bérard, Bernard,
Berthelot, Besnard, Bichon, Blanchet, Blondel, Bodin, Boivin, Bonnefoy, de la Borde, Bordier, Boucher, Boulanger,
Bourdon, Bouvier, Brémond, Bréhier, Briand, Brossard, Brunel, Cadiou, Caillaud, Camara, Carpentier, Carré,
Castaing, Cazenave, Chabert, de Chanteloup, Chapuis, Charpin, Chastang, Chauvet, Chevalier, Cissé, Clavel,
Coëtmeur, Collin, Colonna, Combes, Cordier, Cornec, Corre, Coulibaly, de la Cour, Courtois, Coutant, Crépin,
Da Silva, Dagorn, Daniel, Daoud, Dautry, Debray, Delacroix, Delaunay, Delmas, Denis, Desbois, Descamps,
Deschamps, Desmoulins, Diallo, Didier-Laurent, Dieng, Diop, Dos Santos, Doucet, Drouet, Dubois, Ducasse, Duchêne,
Duhamel, Dumas, Dupré, Durand, Duval, Echeverria, Espinasse, d’Estienne, Etcheverry, Évrard, Fabre, Faivre,
Fauvel, Favreau, Ferrand, Ferrari, Fèvre, Fleury, Fofana, Fontaine, de Fontenay, Forestier, Fournel, Franceschi,
Gaillard, Gallois, Garcia, Garnier, Gaubert, Gauthier, Gilles, Girard, Giraudet, Godefroy, Gomis, Gonçalves,
Gosselin, Goujon, Grandjean, Granger, Grasset, Grondin, Guéguen, Guéret, Guérin, Guichard, Guillou, Haddad,
Hamel, Hamidi, Hardouin, Hébert, Hernandez, Hoarau, Hoffmann, Huet, Huguenin, Imbert, Issa, Jacob, Jacquet,
Jamet, Jégou, Joly, Jouanneau, Joubert, Jourdain, Kaci, Kanté, Keller, Kerbrat, Kervella, Klein, Koffi, Labbé,
Lacaze, Lacombe, Laforêt, Lagarde, Lallemand, Lamoureux, Langlois, Larrieu, Lassalle, Laurens, Lavigne, Le Bihan,
Le Bris, Le Corre, Le Dantec, Le Floc’h, Le Goff, Le Guen, Le Meur, Lebrun, Leclerc, Lecoq, Lefebvre, Legrand,
Lemaître, Lemoine, Leroux, Lescure, Letellier, Lévêque, L’Hermite, L’Hostis, Lopez, Loubet, Luciani, de Luynes,
Mace, Magnin, Maillot, Malherbe, Mallet, Marchetti, Maréchal, Marin, Marquet, Martel, Martin, Martinez, Masson,
Mathieu, Maurel, Mendy, Mercier, Meunier, Meyer, Michaud, Millet, Moreau, Morel, Morin, Morvan, du Moulin,
Moulin, Mounier, Müller, Nadaud, Navarro, N’Diaye, Nguyen, Nicolaï, Noblet, N’Guessan, Ollivier, Orsini,
Ouédraogo, Pagès, Parent, Pascal, Pasquier, Payet, Pélissier, Pereira, Périer, Perrot, Petitjean, Peyre, Pham,
Picard, Pichon, Pinel, Poirier, Pommier, Pons, du Pont, Poulain, Prévost, Prigent, Puech, Quéméneur, Quesnel,
Rabier, Ramos, Raynaud, Rémond, Renard, Rey, Ribeiro, Ricard, Rivière, Robin, de la Roche, Rocher, Rodriguez,
Roquefort, Rossi, Rouanet, Rougier, Rousseau, Roussel, Roux, du Roy, Sabatier, Saidi, de Saint-Aubin,
Salaün, Salvi, Sanchez, Santoni, Sauvage, Savary, Schmitt, Schneider, Seguin, Sénéchal, Serre, Sicard, Simon,
Sissoko, Soulier, Sow, Taillandier, Tanguy, Techer, Tessier, Thévenet, Thibault, Thomas, Tissot, Tourneur, Traoré,
Tran, Trémeau, Turpin, Vacher, Valette, Vallet, van den Berghe, van der Linden, van Acker, Vasseur, Verdier, Verger,
Vernet, Viala, Vidal, Vigneron, Villard, Vincent, Voisin, Weber, Wagner, Yilmaz, Zerbib, Zimmermann`);

// Where a group's people live: towns with their postcodes.
const town = (city, zips, tel) => ({ city, zips: words(zips), tel });
const METRO = '06 39 98';
const paris = town('Paris', '75010, 75011, 75012, 75013, 75014, 75018, 75019, 75020', '01 99 00');

export const GROUPS = [
	[
		'Groupe local de Paris',
		[
			paris,
			paris,
			town('Montreuil', '93100', '01 99 00'),
			town('L’Haÿ-les-Roses', '94240', '01 99 00'),
			town('Ivry-sur-Seine', '94200', '01 99 00'),
		],
	],
	[
		'Groupe local de Lille',
		[
			town('Lille', '59000, 59800', '03 53 01'),
			town('Villeneuve-d’Ascq', '59491, 59493', '03 53 01'),
			town('Roubaix', '59100', '03 53 01'),
		],
	],
	[
		'Groupe local de Lyon',
		[
			town('Lyon', '69001, 69003, 69004, 69007, 69008', '04 65 71'),
			town('Villeurbanne', '69100', '04 65 71'),
			town('Bourg-en-Bresse', '01000', '04 65 71'),
		],
	],
	[
		'Groupe local de Marseille',
		[
			town('Marseille', '13001, 13005, 13006', '04 65 71'),
			town('Aix-en-Provence', '13090, 13100', '04 65 71'),
			town('Ajaccio', '20000, 20090', '04 65 71'),
		],
	],
	[
		'Groupe local de Toulouse',
		[
			town('Toulouse', '31000, 31200, 31400', '05 36 49'),
			town('Ramonville-Saint-Agne', '31520', '05 36 49'),
		],
	],
	[
		'Groupe local de Bordeaux',
		[town('Bordeaux', '33000, 33800', '05 36 49'), town('Bègles', '33130', '05 36 49')],
	],
	[
		'Groupe local de Nantes',
		[
			town('Nantes', '44000, 44200, 44300', '02 61 91'),
			town('Rezé', '44400', '02 61 91'),
			town('Saint-Nazaire', '44600', '02 61 91'),
		],
	],
	[
		'Groupe local de Rennes',
		[
			town('Rennes', '35000, 35200, 35700', '02 61 91'),
			town('Cesson-Sévigné', '35510', '02 61 91'),
		],
	],
	[
		'Groupe local de Strasbourg',
		[
			town('Strasbourg', '67000, 67100, 67200', '03 53 01'),
			town('Schiltigheim', '67300', '03 53 01'),
			town('Œting', '57600', '03 53 01'),
		],
	],
	[
		'Groupe local de Montpellier',
		[town('Montpellier', '34000, 34070, 34090', '04 65 71'), town('Sète', '34200', '04 65 71')],
	],
	[
		'Groupe local de Grenoble',
		[
			town('Grenoble', '38000, 38100', '04 65 71'),
			town('Saint-Martin-d’Hères', '38400', '04 65 71'),
		],
	],
	[
		'Groupe local de Nice',
		[
			town('Nice', '06000, 06100, 06300', '04 65 71'),
			town('Bastia', '20200', '04 65 71'),
			town('Porto-Vecchio', '20137', '04 65 71'),
		],
	],
	[
		'Groupe local de Rouen',
		[
			town('Rouen', '76000, 76100', '02 61 91'),
			town('Dieppe', '76200', '02 61 91'),
			town('Le Havre', '76600', '02 61 91'),
		],
	],
	[
		'Groupe local de Dijon',
		[
			town('Dijon', '21000', '03 53 01'),
			town('Avallon', '89200', '03 53 01'),
			town('Saint-Apollinaire', '21850', '03 53 01'),
		],
	],
	[
		'Groupe local de La Réunion',
		[
			town('Saint-Denis', '97400, 97490', METRO),
			town('Saint-Pierre', '97410, 97432', METRO),
			town('Le Tampon', '97430', METRO),
		],
	],
];

// People without a group live anywhere, overseas included.
export const ELSEWHERE = [
	town('Bourg-en-Bresse', '01000', '04 65 71'),
	town('Fort-de-France', '97200', METRO),
	town('Pointe-à-Pitre', '97110', METRO),
	town('Cayenne', '97300', METRO),
	town('Mamoudzou', '97600', METRO),
	town('Saint-Barthélemy', '97133', METRO),
	town('Nouméa', '98800', METRO),
	town('Papeete', '98714', METRO),
	town('Corte', '20250', '04 65 71'),
	town('Saint-Pierre-et-Miquelon', '97500', METRO),
	town('Brest', '29200', '02 61 91'),
	town('Quimper', '29000', '02 61 91'),
	town('Le Mans', '72000', '02 61 91'),
	town('Saint-Étienne', '42000, 42100', '04 65 71'),
	town('Angoulême', '16000', '05 36 49'),
	town('Pau', '64000', '05 36 49'),
	town('Mâcon', '71000', '03 53 01'),
	town('Nîmes', '30000', '04 65 71'),
	town('Orléans', '45000, 45100', '02 61 91'),
	town('Foix', '09000', '05 36 49'),
	paris,
	paris,
];

export const SHOPS = [
	['Bouquinerie de Strasbourg', 8],
	['Bouquinerie Saint-Ambroise', 0],
	['Bouquinerie de Lille', 1],
	['Bouquinerie de Lyon', 2],
	['Bouquinerie de Bordeaux', 5],
	['Friperie de Marseille', 3],
];

export const TRAILS = [
	'Trailwalker Avallon 2024',
	'Trailwalker Avallon 2025',
	'Trailwalker Dieppe 2025',
	'Trailwalker Avallon 2026',
	'Trailwalker Dieppe 2026',
];

export const TEAMS =
	words(`Les Semelles de vent, Cent bornes et des pâquerettes, Les Ampoules heureuses,
Pas à pas, Les Tortues ninja du Morvan, Marche ou rêve, Les Lacets défaits, Équipe de l’aube, Trail-mix,
Les Quatre Fantassins, La Vie en rando, Les Mollets d’acier`);

export const PROMOTIONS = ['2023-2024', '2024-2025', '2025-2026', '2026-2027'];
