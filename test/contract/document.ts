/** Luma's OpenAPI document as a judge: does a request, or an answer, keep to it? */
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { defaultIn } from './defaults';
import { parametersLeftOut } from './leftOut';
import { available, document, problems, schemaOf, type Endpoint, type Schema } from './load';

export function operationOf(method: string, path: string): Endpoint {
	const operation = document.paths[path]?.[method.toLowerCase()];
	if (!operation) throw new Error(`Luma's document has no ${method} ${path}`);
	return operation;
}

/** All parameters that a body may have, in whichever of its parts or forms. */
const flattened = ({ allOf, oneOf, ...schema }: Schema): Schema => {
	const parts = allOf ?? oneOf;
	return parts ? { ...schema, properties: Object.assign({}, ...parts.map(({ properties }) => properties)), required: (allOf ?? []).flatMap(({ required = [] }) => required) } : schema;
};

/** The parameters of an operation, but for those that are left out on purpose. */
export function parametersOf(method: string, path: string): string[] {
	const { parameters = [], requestBody } = operationOf(method, path);
	const body = requestBody ? Object.entries(flattened(requestBody.content['application/json'].schema).properties ?? {}) : [];
	const query = parameters.map(({ name, schema }): [string, Schema] => [name, schema]);
	return [...query, ...body].map(([name]) => name).filter((name) => parametersLeftOut[name] === undefined);
}

/** The parameters that an operation cannot do without. */
export function requiredOf(method: string, path: string): string[] {
	const { parameters = [], requestBody } = operationOf(method, path);
	const schema = schemaOf(requestBody);
	return [...parameters.filter(({ required }) => required).map(({ name }) => name), ...(schema?.required ?? []), ...(schema?.allOf ?? []).flatMap(({ required = [] }) => required)];
}

/** How many characters the texts of a body may have at most, where the document says it. */
export function longestOf(method: string, path: string): Record<string, number> {
	const { properties = {} } = flattened(schemaOf(operationOf(method, path).requestBody) ?? {});
	const longest = ({ maxLength, anyOf = [] }: Schema): number | undefined => (maxLength as number | undefined) ?? (anyOf as Schema[]).map(longest).find((one) => one !== undefined);
	return Object.fromEntries(Object.entries(properties).flatMap(([name, schema]) => (longest(schema) === undefined ? [] : [[name, longest(schema)!]])));
}

/** What parameters are when they are left out, where the document says it. */
export function defaultsOf(method: string, path: string): Record<string, string> {
	const { parameters = [], requestBody } = operationOf(method, path);
	const inBody = Object.entries(flattened(schemaOf(requestBody) ?? {}).properties ?? {}).map(([name, { description }]): [string, unknown] => [name, description]);
	const all = [...parameters.map(({ name, description }): [string, unknown] => [name, description]), ...inBody];
	return Object.fromEntries(all.flatMap(([name, description]) => (typeof description === 'string' && defaultIn(description) !== undefined ? [[name, defaultIn(description)!]] : [])));
}

/** Query values arrive as text; this reads one as the document's type says. */
export function fromQuery(value: unknown, { anyOf, ...schema }: Schema): unknown {
	const [{ type }] = (anyOf as Schema[] | undefined) ?? [schema];
	if (type === 'number' || type === 'integer') return Number(value);
	if (type === 'array') return [value].flat();
	return value;
}

/** What `checkRequest` found; a node that goes on after errors would hide them. */
export const breaches: string[] = [];

/** Fails unless a request keeps to the document: path, method, names, types, bounds; nothing that it does not know. */
export function checkRequest({ method = 'GET', url, qs = {}, body }: IHttpRequestOptions): void {
	if (!available) return;
	const { parameters = [], requestBody } = operationOf(method, url);
	const found: string[] = [];
	for (const { name, required } of parameters) if (required && (qs as IDataObject)[name] === undefined) found.push(`query ${name} is missing`);
	for (const [name, value] of Object.entries(qs as IDataObject)) {
		const parameter = parameters.find((known) => known.in === 'query' && known.name === name);
		if (!parameter) found.push(`query ${name} is not known`);
		else if (parameter.schema.deprecated) found.push(`query ${name} is deprecated`);
		else found.push(...problems(parameter.schema, fromQuery(value, parameter.schema)).map((problem) => `query ${name} ${problem}`));
	}
	if (requestBody) {
		const schema = requestBody.content['application/json'].schema;
		// As it goes over the wire.
		const sent = JSON.parse(JSON.stringify(body ?? {})) as IDataObject;
		const { properties = {} } = flattened(schema);
		for (const name of Object.keys(sent)) if (!properties[name]) found.push(`body ${name} is not known`);
		for (const name of Object.keys(sent)) if (properties[name]?.deprecated) found.push(`body ${name} is deprecated`);
		found.push(...problems(schema, sent).map((problem) => `body ${problem}`));
	} else if (body !== undefined) found.push('a body where none belongs');
	if (found.length === 0) return;
	breaches.push(`${method} ${url} breaks Luma's document: ${found.join('; ')}`);
	throw new Error(breaches[breaches.length - 1]);
}

/** What the answer to a request that worked out looks like. */
export const answerSchema = (method: string, path: string): IDataObject => operationOf(method, path).responses['200'].content['application/json'].schema;

/** Fails unless the answer to a request that worked out is one that the document describes. */
export function checkAnswer(method: string, path: string, body: unknown): void {
	if (!available) return;
	const found = problems(answerSchema(method, path), body);
	if (found.length > 0) throw new Error(`The answer to ${method} ${path} breaks Luma's document: ${found.slice(0, 5).join('; ')}`);
}
