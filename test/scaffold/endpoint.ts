/** An endpoint of Luma's document, as far as an operation is written from it. */
import { available, document, documentPath, schemaOf, type Schema } from '../contract/load';

/** A parameter of the query or the body that is neither deprecated nor for paging. */
export interface Parameter {
	/** At Luma. */
	name: string;
	required: boolean;
	description: string;
	/** Its values, where they are listed. */
	choices?: string[];
	type: 'string' | 'number' | 'boolean' | 'time' | 'json';
	/** How many characters Luma takes, where it says so. */
	longest?: number;
}

export interface Endpoint {
	method: 'GET' | 'POST';
	path: string;
	/** What it does, in Luma's words. */
	description: string;
	parameters: Parameter[];
	/** Whether the answer is a list, by pages or whole. */
	list?: 'pages' | 'whole';
	/** An answer that keeps to the document. */
	answer: Record<string, unknown>;
}

const PAGING = ['pagination_cursor', 'pagination_limit'];

/** The forms of a schema that are not null. */
const forms = ({ anyOf, oneOf, ...schema }: Schema): Schema[] => ((anyOf ?? oneOf) as Schema[] | undefined)?.filter(({ type }) => type !== 'null') ?? [schema];

function typeOf(schema: Schema): Parameter['type'] {
	const [{ type, format, enum: choices }, ...others] = forms(schema);
	if (others.length > 0) return 'json';
	if (type === 'string' || choices) return format === 'date-time' ? 'time' : 'string';
	if (type === 'integer') return 'number';
	return type === 'number' || type === 'boolean' ? type : 'json';
}

const parameterOf = (name: string, schema: Schema, required: boolean, description = ''): Parameter => {
	const [{ enum: choices, maxLength: longest }] = forms(schema);
	return { name, required, description: description || String(schema.description ?? ''), type: typeOf(schema), ...(choices !== undefined && { choices: (choices as unknown[]).map(String) }), ...(longest !== undefined && { longest: longest as number }) };
};

/** The least that a schema allows. */
export function least(schema: Schema): unknown {
	const [first] = forms(schema);
	const { type, const: constant, enum: choices, format, properties = {}, required = [], allOf } = first as Schema & { const?: unknown; enum?: unknown[]; format?: string };
	if (constant !== undefined) return constant;
	if (choices) return choices[0];
	if (allOf) return Object.assign({}, ...allOf.map(least)) as unknown;
	if (type === 'object') return Object.fromEntries(required.map((name) => [name, least(properties[name])]));
	if (type === 'array') return [];
	if (type === 'string') return format === 'date-time' ? '2027-06-15T07:00:00.000Z' : format === 'uri' ? 'https://example.com' : 'text';
	return type === 'boolean' ? true : type === 'number' || type === 'integer' ? 1 : null;
}

/** @throws Error where the document has no such endpoint */
export function endpointOf(method: string, path: string): Endpoint {
	if (!available) throw new Error(`Luma's OpenAPI document is not at ${documentPath}. Say where it is: LUMA_OPENAPI=… npm run new-operation -- ${method} ${path}`);
	const found = document.paths[path]?.[method.toLowerCase()];
	if (!found) throw new Error(`Luma's document (${documentPath}) has no ${method} ${path}. It has:\n${Object.entries(document.paths).flatMap(([known, methods]) => Object.keys(methods).map((one) => `${one.toUpperCase()} ${known}`)).sort().join('\n')}`);
	if (found.deprecated) throw new Error(`Luma calls ${method} ${path} deprecated`);
	const query = (found.parameters ?? []).filter((one) => one.in === 'query').map((one) => ({ ...one, required: one.required === true }));
	const body = schemaOf(found.requestBody);
	const parts = body ? [body, ...(body.allOf ?? [])] : [];
	const inBody = parts.flatMap(({ properties = {}, required = [] }) => Object.entries(properties).map(([name, schema]) => ({ name, schema, required: required.includes(name), description: undefined })));
	const all = [...query, ...inBody].filter(({ schema }) => schema.deprecated !== true);
	const answer = schemaOf(found.responses['200'])!;
	const pages = all.some(({ name }) => PAGING.includes(name));
	const whole = answer.properties?.entries !== undefined;
	return {
		method: method.toUpperCase() as Endpoint['method'],
		path,
		description: found.description ?? found.summary ?? '',
		parameters: all.filter(({ name }) => !PAGING.includes(name)).map(({ name, schema, required, description }) => parameterOf(name, schema, required, description)),
		...(pages ? { list: 'pages' as const } : whole ? { list: 'whole' as const } : {}),
		answer: least(answer) as Record<string, unknown>,
	};
}
