/** The JSON schema of values that were seen, as n8n's editor reads it. */
export interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/**
 * A schema that all the values keep to.
 * @param open names of objects whose own names are not fixed, such as questions that people make up
 */
export function infer(values: unknown[], open: string[] = []): Schema {
	const kinds = [...new Set(values.map(kindOf))];
	const known = kinds.filter((kind) => kind !== 'null');
	// What is sometimes null counts as what it is otherwise: of several types, the editor shows the first.
	const types = [...known, ...kinds.filter((kind) => kind === 'null')];
	// The editor looks into objects and lists only where they are said to be nothing else.
	const [only] = known;
	if (known.length === 1 && only === 'object') return { type: 'object', properties: propertiesOf(values as Array<object | null>, open) };
	if (known.length === 1 && only === 'array') {
		const entries = (values as Array<unknown[] | null>).flatMap((list) => list ?? []);
		return { type: 'array', ...(entries.length > 0 && { items: infer(entries, open) }) };
	}
	return { type: types.length === 1 ? types[0] : types };
}

function propertiesOf(objects: Array<object | null>, open: string[]): Record<string, Schema> {
	const seen = new Map<string, unknown[]>();
	for (const object of objects) {
		for (const [name, value] of Object.entries(object ?? {})) seen.set(name, [...(seen.get(name) ?? []), value]);
	}
	return Object.fromEntries([...seen].map(([name, values]) => [name, open.includes(name) ? { type: 'object', properties: {} } : infer(values, open)]));
}
