/** What the tests of the run share: each operation as it plainly is, with a Luma that answers it. */
import type { INodeParameters } from 'n8n-workflow';
import { plainCase } from '../../../operations';
import { changes } from '../../../operations/parts/case';
import { fieldsOf, mapLeaves } from '../support/description';
import { always, received, type Answer, type Sent } from '../support/luma';

/** The field that says which file of the input item is meant. */
const FILE = 'binaryPropertyName';

export interface Plain {
	/** The plain case. */
	same: INodeParameters;
	/** The same with one field that differs from item to item by their `n`, as `~0`, where the operation has such a field. */
	varied: INodeParameters;
	differs: boolean;
	/** Whether it takes a file of the input item; what comes out has none. */
	takesFile: boolean;
	writes: boolean;
	/** Whether its write changes something, so that it must not be repeated. */
	changes: boolean;
	/** Requests for one input item. */
	steps: number;
	/** Requests before them, made once for all input items. */
	shared: number;
	/** Items that come out for one input item. */
	perItem: number;
	/** The path of its first own request. */
	path: string;
	/** Makes Luma answer as in the plain case, but for what `fail` makes of a first request, by which one it is. */
	luma: (fail?: (nth: number, sent: Sent) => Answer | undefined) => void;
	/** What went to the first of its paths, as text. */
	asked: () => string[];
	/** Which items those requests were for, where they differ. */
	askedFor: () => Array<string | undefined>;
}

/** @param nth the expression for the number of an item */
export function plain(resource: string, operation: string, nth = '$json.n'): Plain {
	const { parameters, exchanges, items, shared = 0 } = plainCase(resource, operation);
	// Where something is read before it is written, the write is what is meant.
	const own = exchanges.slice(shared);
	const first = own.find(changes) ?? own.find(({ method }) => method === 'POST') ?? own[0];
	let differs = false;
	const varied = mapLeaves(fieldsOf(resource, operation), parameters, ({ field, value, path }) => {
		// The name of a file's field cannot differ: all items have theirs in the same one.
		if (differs || field.noDataExpression || !['string', 'resourceLocator'].includes(field.type) || path.includes('email') || field.name === FILE) return value;
		differs = true;
		const locator = value as unknown as { value: string };
		// An address differs in the part before its domain.
		const numbered = (text: string) => (text.includes('@') ? `=${text.replace('@', `~{{ ${nth} }}@`)}` : `=${text.trim()}~{{ ${nth} }}`);
		return (field.type === 'string' ? numbered(value as string) : { ...locator, value: numbered(locator.value) }) as never;
	});
	const asked = () => received.filter(({ path }) => path === first.path).map(({ query, body }) => JSON.stringify(query ?? body));
	return {
		same: { resource, operation, ...parameters },
		varied: { resource, operation, ...varied },
		differs,
		takesFile: fieldsOf(resource, operation).some(({ name }) => name === FILE),
		writes: first.method === 'POST',
		changes: changes(first),
		steps: exchanges.length - shared,
		shared,
		perItem: items.length,
		path: first.path,
		luma: (fail = () => undefined) => {
			for (const [at, { method, path, answer }] of exchanges.entries()) always(method, path, (sent, nthOne) => (exchanges[at] === first ? fail(nthOne, sent) : undefined) ?? answer);
		},
		asked,
		askedFor: () => asked().map((one) => /~(\d)[@"]/.exec(one)?.[1]),
	};
}

/** The input items that items came from. */
export const from = (items: Array<{ pairedItem?: unknown }>) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
