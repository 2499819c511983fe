// Search over everything.
import { promises } from './lib.mjs';

export default async function (t)
{
	await promises(t, 'benP', '/recherche');
	await promises(t, 'adm', '/recherche?q=lyon');
	await promises(t, 'benP', '/recherche?q=zzzzqx', { name: 'benP /recherche, nothing found' });
}
