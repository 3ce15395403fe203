/** Random values that a JSON schema allows: what Luma may answer by its own document. */
import fc from '../properties';

interface Schema {
	type?: string;
	const?: unknown;
	enum?: unknown[];
	anyOf?: Schema[];
	oneOf?: Schema[];
	allOf?: Schema[];
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
}

const MOMENT = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString());

/** Every property that need not be there is there or not; where a schema says nothing, anything that is JSON. Formats and bounds are left aside. */
export function valueOf(schema: Schema & { format?: string }): fc.Arbitrary<unknown> {
	const { type, properties = {}, required = [], items = {}, format } = schema;
	const oneOf = schema.anyOf ?? schema.oneOf;
	if (schema.const !== undefined) return fc.constant(schema.const);
	if (schema.enum) return fc.constantFrom(...schema.enum);
	if (oneOf) return fc.oneof(...oneOf.map((one) => valueOf(one)));
	if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => valueOf(one))).map((parts) => Object.assign({}, ...parts) as unknown);
	if (type === 'object' && schema.properties) return fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueOf(one)])), { requiredKeys: required });
	if (type === 'array') return fc.array(valueOf(items), { maxLength: 4 });
	if (type === 'string') return format === 'date-time' ? MOMENT : fc.oneof(fc.string(), fc.constantFrom('', '__proto__', 'constructor', 'A question?'));
	if (type === 'number' || type === 'integer') return fc.integer();
	if (type === 'boolean') return fc.boolean();
	if (type === 'null') return fc.constant(null);
	return fc.jsonValue({ maxDepth: 2 });
}
