// The pages open to all, read without an account and with one.
import { promises } from './lib.mjs';

export default async function (t)
{
	for (const page of ['plan', 'contact', 'accessibilite', 'donnees', 'ecoconception', 'mentions', 'charte'])
		await promises(t, null, '/public/' + page);
	await promises(t, 'benP', '/public/plan');
}
