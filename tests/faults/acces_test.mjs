// Access follows the CRM: a person who becomes "Ancien", is archived, or comes back, seen from an
// open session, a token, the sign-in form and a link that was asked for.
import assert from 'node:assert/strict';
import { account, Base, Client, runAll, test, until, url } from './lib.mjs';

const sandbox = process.env.SANDBOX, base = new Base();
const { email, password } = account('pro');

async function crm(what, body)
{
	const reply = await fetch(`${sandbox}/_sandbox/${what}`, { method: body ? 'POST' : 'GET', body: body && JSON.stringify(body) });

	assert.equal(reply.status, 200, await reply.clone().text());
	return reply.json();
}

const open = new Client('pro');
const stays = async (status, path = '/compte') => (await open.ask(path)).status === status;
let token;

test('a session and a token, open while the CRM says so', async () => {
	assert.equal((await open.signIn()).status, 303);
	assert.ok(await stays(200));
	token = /<code>([0-9a-f]{64})/.exec((await open.ask('/compte/jetons', { nom: 'essai' })).text)[1];
	const reply = await fetch(`${url}/compte.json`, { headers: { authorization: `Bearer ${token}` } });
	assert.equal(reply.status, 200);
	assert.equal((await reply.json()).compte.email, email);
});

for (const [name, close, reopen] of [
	['Ancien', () => crm('contacts/update', { email, properties: { statut_contact: 'ancien' } }),
		() => crm('contacts/update', { name: 'pro', properties: { statut_contact: 'prospect' } })],
	['archived', async () => crm('contacts/archive', { id: (await crm('contact?name=pro')).id }),
		async () => crm('contacts/restore', { id: (await crm('contact?name=pro')).id })],
])
	test(`${name}: the open session explains, the token ends, the password is refused, then all but the token comes back`, async () => {
		let listens = true;
		const listen = () => fetch(`${url}/direct?canaux=moi`, { headers: { cookie: open.cookie, accept: 'text/event-stream' } });
		const live = await listen();
		assert.equal(live.status, 200);
		live.text().catch(() => {}).then(() => { listens = false; });
		await close();
		await until(() => stays(403), 'closed');
		await until(() => !listens, 'its live channel ends');
		assert.equal((await listen()).status, 403);
		assert.match((await open.ask('/compte')).text, /Votre accès est fermé/);
		const program = async () => (await fetch(`${url}/compte.json`, { headers: { authorization: `Bearer ${token}` } })).status;
		assert.equal(await program(), 401);
		assert.match((await new Client('pro').signIn()).text, /Votre accès est fermé/);
		const stranger = new Client('pro');
		await stranger.ask('/connexion');
		assert.equal((await stranger.ask('/connexion/lien', { email })).status, 200);
		assert.deepEqual(await base.sql(`SELECT genre FROM courriel WHERE adresse = '${email}' AND etat <> 'envoye'`), []);
		await reopen();
		await until(() => stays(200), 'open again');
		assert.equal(await program(), 401);
		assert.equal((await new Client('pro').signIn()).status, 303);
	});

test('somebody who left long ago: her password explains, a wrong one says no more than to anybody', async () => {
	const gone = new Client('anc'), reply = await gone.signIn();

	assert.equal(reply.status, 403);
	assert.match(reply.text, /Votre accès est fermé/);
	gone.password = 'un autre mot de passe';
	assert.doesNotMatch((await gone.signIn()).text, /fermé/);
});

await runAll(() => base.end());
