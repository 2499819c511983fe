// A sandbox of HubSpot, a database and essaim-sync of their own, and the comparison of the two.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sandbox } from '../hubspot/t.mjs';

// Field of the platform, property of the CRM: a column of contact, or values joined by ";".
// names and towns are kept in the case of names (text_names_case)
const cased = (name, value) => ['prenom', 'nom', 'ville'].includes(name) ? value.toLowerCase() : value;
const columns = { civilite: 'salutation', prenom: 'firstname', nom: 'lastname', email: 'email', telephone: 'phone',
	ville: 'city', code_postal: 'zip', date_naissance_brute: 'date_of_birth', statut: 'statut_contact', type_contact: 'type_contact' };
const lists = { types_benevolat: 'types_benevolat', types_mission: 'types_mission', thematiques: 'thematiques',
	groupe: 'groupe_benevole', magasin: 'magasin', editions_trail: 'editions_trail',
	autres_courriels: 'hs_additional_emails' };

const tidy = text => (text ?? '').replace(/[\s ]+/g, ' ').trim();
const parts = text => (text ?? '').split(';').map(tidy).filter(Boolean).sort().join(';');

export class Crm {
	// Options of the sandbox; the database is dropped and made again.
	static async start(...options)
	{
		const crm = new Crm();

		crm.name = `crm_${process.pid}`;
		crm.dir = mkdtempSync(join(tmpdir(), 'essaim-crm-'));
		crm.box = await Sandbox.start('--limits', 'none', ...options);
		crm.admin(`DROP DATABASE IF EXISTS ${crm.name}; CREATE DATABASE ${crm.name} CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci`);
		crm.conf();
		const made = spawnSync(join(process.env.BUILD, 'cron/essaim-admin'), ['migrate'], { env: crm.env(), encoding: 'utf8' });
		if (made.status !== 0)
			throw new Error(made.stdout + made.stderr);
		return crm;
	}

	conf(more = {})
	{
		const settings = { 'site.url': 'http://127.0.0.1:1', 'db.socket': process.env.DB_SOCKET, 'db.name': this.name,
			'db.user': process.env.DB_USER ?? 'root', 'hubspot.url': this.box.url, 'hubspot.token_file': join(this.box.dir, 'token'),
			'hubspot.mapping': 'etc/hubspot.mapping', ...this.settings, ...more };

		execFileSync('chmod', ['600', join(this.box.dir, 'token')]);
		writeFileSync(join(this.dir, 'essaim.conf'), Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`).join(''));
	}

	env() {
		return { ...process.env, ESSAIM_CONF: join(this.dir, 'essaim.conf'), ESSAIM_DATA: process.cwd() };
	}

	// Root's SQL, on no database in particular.
	admin(sql)
	{
		return execFileSync('mariadb', ['--no-defaults', '--default-character-set=utf8mb4', '-uroot', '-S', process.env.DB_SOCKET, '-N', '-r'], { input: sql, encoding: 'utf8',
			maxBuffer: 1 << 28 });
	}

	sql(text) {
		return this.admin(`USE ${this.name}; ${text}`);
	}

	rows(text) {
		return this.sql(text).split('\n').filter(Boolean).map(line => JSON.parse(line));
	}

	// essaim-sync, started; `done` resolves to { status, out, err }.
	begin(...args)
	{
		const child = spawn(join(process.env.BUILD, 'cron/essaim-sync'), args, { env: this.env() });
		const said = { out: '', err: '' };

		child.stdout.on('data', text => said.out += text);
		child.stderr.on('data', text => said.err += text);
		child.done = new Promise(go => child.once('exit', (status, signal) => go({ status: status ?? signal, ...said })));
		return child;
	}

	sync(...args) {
		return this.begin(...args).done;
	}

	// What differs between the CRM's truth and the platform: [] when nothing does.
	async differences()
	{
		const here = new Map(this.rows(`SELECT JSON_OBJECT('id', c.hubspot_id, 'gone', c.retire_le IS NOT NULL,
			${Object.keys(columns).map(name => `'${name}', COALESCE(c.${name}, '')`).join(', ')},
			'acces', c.acces,
			'values', (SELECT JSON_ARRAYAGG(CONCAT(f.cle, ':', v.valeur)) FROM champ_valeur v JOIN champ f ON f.id = v.champ_id
				WHERE v.contact_id = c.id AND f.origine = 'hubspot'))  FROM contact c`).map(row => [String(row.id), row]));
		const found = [];

		for (const { id, state, properties: p } of await this.box.dump()) {
			const row = here.get(id);
			const concerned = p?.statut_contact || p?.type_contact === 'salarie';

			here.delete(id);
			if (state !== 'live') {
				if (row && !row.gone)
					found.push(`${id} is ${state} and still here`);
				continue;
			}
			if (!row) {
				if (concerned)
					found.push(`${id} is missing`);
				continue;
			}
			if (row.gone) {
				found.push(`${id} is live and closed here`);
				continue;
			}
			const valuesOf = (all, name) => (all ?? []).filter(v => v.startsWith(`${name}:`)).map(v => v.slice(name.length + 1)).sort().join(';');
			for (const [name, property] of Object.entries(columns))
				if (cased(name, tidy(row[name])) !== cased(name, tidy(p[property])) && name !== 'email')
					found.push(`${id} ${name}: "${row[name]}" here, "${p[property]}" there`);
			if (row.email.toLowerCase() !== tidy(p.email).toLowerCase())
				found.push(`${id} email: ${row.email} here, ${p.email} there`);
			for (const [name, property] of Object.entries(lists))
				if (valuesOf(row.values, name) !== parts(p[property]))
					found.push(`${id} ${name}: ${valuesOf(row.values, name)} here, ${p[property]} there`);
		}
		for (const [id, row] of here)
			if (!row.gone)
				found.push(`${id} was never there`);
		return found;
	}

	// Half-done things that no moment may show: people without a place in lists, rights of the closed,
	// memberships that the CRM's values do not give, or the other way.
	broken()
	{
		return this.sql(`SELECT COUNT(*) FROM contact c JOIN objet o ON o.id = c.id WHERE c.tri = '' AND c.nom <> '';
			SELECT COUNT(*) FROM contact c WHERE c.acces > 0 AND NOT EXISTS (SELECT 1 FROM contact_public p WHERE p.contact_id = c.id);
			SELECT COUNT(*) FROM contact_public p JOIN contact c ON c.id = p.contact_id WHERE c.acces = 0;
			SELECT COUNT(*) FROM champ_valeur v JOIN groupe g ON g.champ_id = v.champ_id AND g.valeur = v.valeur
				JOIN contact c ON c.id = v.contact_id AND c.acces > 0 WHERE NOT EXISTS
				(SELECT 1 FROM membre m WHERE m.contact_id = c.id AND m.groupe_id = g.id AND m.fin IS NULL);
			SELECT COUNT(*) FROM membre m JOIN groupe g ON g.id = m.groupe_id AND g.champ_id IS NOT NULL WHERE m.fin IS NULL
				AND m.origine = 'hubspot' AND NOT EXISTS (SELECT 1 FROM champ_valeur v WHERE v.contact_id = m.contact_id
				AND v.champ_id = g.champ_id AND v.valeur = g.valeur);
			SELECT COUNT(*) FROM lot; SELECT COUNT(*) FROM lot_membre`).split('\n').filter(Boolean).map(Number);
	}

	async close()
	{
		await this.box.close();
		this.admin(`DROP DATABASE IF EXISTS ${this.name}`);
		rmSync(this.dir, { recursive: true, force: true });
	}
}

