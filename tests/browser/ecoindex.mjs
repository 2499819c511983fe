// EcoIndex, in its strict reading: all nodes count, those inside the icons too.
import { createRequire } from 'node:module';

const { quantiles } = createRequire(import.meta.url)('ecoindex_reference/ecoindex_reference.json');

// The rank of a value among the quantiles of the web, interpolated.
function rank(table, value)
{
	for (let i = 1; i < table.length; i++)
		if (value < table[i])
			return i - 1 + (value - table[i - 1]) / (table[i] - table[i - 1]);
	return table.length - 1;
}

export function ecoindex(nodes, requests, kilobytes)
{
	return 100 - 5 * (3 * rank(quantiles.dom_size, nodes) + 2 * rank(quantiles.nb_request, requests) +
		rank(quantiles.response_size, kilobytes)) / 6;
}
