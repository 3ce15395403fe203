import { document, problems, schemaOf } from '../contract/load';
import type { Exchange } from './types';

const known = (what: string, schema: object | undefined, value: unknown): string[] => (schema ? problems(schema, value).map((problem) => `${what} ${problem}`) : [`${what} is not in the document`]);

/** All parameters of a path, sorted, the deprecated ones too, and those that must be given. */
export function parametersOf(method: string, path: string): { names: string[]; required: string[] } {
	const { parameters = [], requestBody } = document.paths[path][method.toLowerCase()];
	const body = schemaOf(requestBody);
	const parts = body ? [body, ...(body.allOf ?? [])] : [];
	const [first, ...others] = body?.oneOf ?? [];
	const query = parameters.filter((parameter) => parameter.in === 'query');
	// Of several forms of a body each has its own parameters.
	const named = [...parts, ...(body?.oneOf ?? [])].flatMap(({ properties = {} }) => Object.keys(properties));
	return {
		names: [...new Set([...query.map(({ name }) => name), ...named])].sort(),
		required: [
			...query.filter(({ required }) => required).map(({ name }) => name),
			...parts.flatMap(({ required = [] }) => required),
			...(first?.required ?? []).filter((name) => others.every(({ required = [] }) => required.includes(name))),
		].sort(),
	};
}

/** What the document has against an answer, if anything. */
export const problemsOfAnswer = ({ method, path, status, responseBody }: Exchange): string[] =>
	known(`${method} ${path} ${status}`, status === 200 ? schemaOf(document.paths[path]?.[method.toLowerCase()]?.responses['200']) : document.components.schemas.Error, responseBody);

/** The same against a delivery. @param body `{ type, data }` */
export const problemsOfWebhook = (type: string, body: unknown): string[] => known(type, schemaOf(document.webhooks[type]?.post.requestBody), body);

export const webhookTypes = Object.keys(document.webhooks);
