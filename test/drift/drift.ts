/**
 * Where Luma's document and the node have drifted apart: endpoints that are not offered, parameters that no field reaches,
 * choices that no field has, and fields of answers that the simulator, and so the output schemas, do not know.
 *
 * What the node sends is known from the cases of its operations (`test/operations/`), of which a test sees to it that they
 * drive every field and every choice.
 */
import type { Endpoint, Schema } from '../contract/load';
import type { Exchange } from '../operations/parts/case';

export interface Document {
	paths: Record<string, Record<string, Endpoint>>;
	components?: { schemas?: Record<string, Schema> };
}

/** An answer of the simulator. */
export interface Answer {
	method: string;
	path: string;
	responseBody: unknown;
}

/** A part of Luma's document, whatever it refers to put in its place. */
type Part = Schema & { $ref?: string; anyOf?: Schema[]; items?: Schema; enum?: unknown[]; const?: unknown; schema?: Schema };

/** "POST /v1/events/create: theme": where something stands, as the allowed list has it. */
export type Finding = string;

class Reader {
	constructor(private readonly document: Document) {}

	/** A schema and all that it may be in its place. */
	forms(schema: Schema | undefined): Part[] {
		if (!schema) return [];
		const part = schema as Part;
		if (part.$ref) return this.forms(part.$ref.split('/').slice(1).reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], this.document) as Schema);
		return [part, ...[...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? [])].flatMap((one) => this.forms(one))];
	}

	/** The fields of an object, in whichever of its forms; those that are deprecated are left out. */
	fields(schema: Schema | undefined): Array<[string, Schema]> {
		return this.forms(schema).flatMap(({ properties = {} }) => Object.entries(properties).filter(([, { deprecated }]) => deprecated !== true));
	}

	/** All values that are listed in a schema, deep, by where they stand: "recipient_groups[].status=approved". */
	choices(schema: Schema | undefined, at: string): string[] {
		return this.forms(schema).flatMap((form) => [
			...(form.enum ?? ('const' in form ? [form.const] : [])).filter((value) => value !== null).map((value) => `${at}=${String(value)}`),
			...this.choices(form.items, `${at}[]`),
			...Object.entries(form.properties ?? {}).filter(([, { deprecated }]) => deprecated !== true).flatMap(([name, field]) => this.choices(field, at === '' ? name : `${at}.${name}`)),
		]);
	}

	/** The names of the fields of an answer, and of the entries of a list: "has_more", "entries[].id". */
	names(schema: Schema | undefined): string[] {
		return this.fields(schema).flatMap(([name, field]) => [name, ...(name === 'entries' ? this.forms(field) : []).flatMap(({ items }) => this.fields(items).map(([inner]) => `${name}[].${inner}`))]);
	}
}

/** The values in something that was sent, deep, by where they stand. */
function valuesIn(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => valuesIn(one, `${at}[]`));
	if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, one]) => valuesIn(one, at === '' ? name : `${at}.${name}`));
	return [`${at}=${String(value)}`];
}

/** The names in an answer, as `names` has them. */
const namesIn = (answer: unknown): string[] =>
	Object.entries(answer as object).flatMap(([name, value]) => [name, ...(Array.isArray(value) ? value.flatMap((one) => (typeof one === 'object' && one !== null ? Object.keys(one).map((inner) => `${name}[].${inner}`) : [])) : [])]);

const schemaIn = (content: { content?: { 'application/json': { schema: Schema } } } | undefined) => content?.content?.['application/json'].schema;

/** The endpoints of a document that are to be used: "GET /v1/events/get". Those that others have replaced are not. */
export const endpointsOf = ({ paths }: Document): Array<[string, Endpoint]> =>
	Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, { deprecated }]) => deprecated !== true).map(([method, endpoint]): [string, Endpoint] => [`${method.toUpperCase()} ${path}`, endpoint]));

/**
 * All that the document has and the node has not.
 * @param sent what the node's operations send
 * @param answers what the simulator answers to them
 */
export function drift(document: Document, sent: Exchange[], answers: Answer[]): Finding[] {
	const reader = new Reader(document);
	const found = endpointsOf(document).flatMap(([address, { parameters = [], requestBody, responses }]): Finding[] => {
		const requests = sent.filter(({ method, path }) => `${method} ${path}` === address);
		if (requests.length === 0) return [`${address}: not offered`];
		const body = schemaIn(requestBody);
		const fields = [...parameters.filter(({ schema: { deprecated } }) => deprecated !== true).map(({ name, schema }): [string, Schema] => [name, schema]), ...reader.fields(body)];
		const named = new Set(requests.flatMap(({ query, body: given }) => Object.keys({ ...query, ...(given as object) })));
		const values = new Set(requests.flatMap(({ query, body: given }) => valuesIn({ ...query, ...(given as object) })));
		const known = new Set(answers.filter(({ method, path }) => `${method} ${path}` === address).flatMap(({ responseBody }) => namesIn(responseBody)));
		return [
			...fields.filter(([name]) => !named.has(name)).map(([name]) => `${address}: parameter ${name}`),
			// In a query a list of one is that one.
			...fields.flatMap(([name, field]) => reader.choices(field, name)).filter((value) => named.has(value.split(/[.=[]/)[0]) && !values.has(value) && !values.has(value.replace('[]', ''))).map((value) => `${address}: value ${value}`),
			...reader.names(schemaIn(responses['200'])).filter((name) => !known.has(name)).map((name) => `${address}: answers ${name}`),
		];
	});
	return [...new Set(found)].sort();
}
