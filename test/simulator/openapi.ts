import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020, { type AnySchema, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Exchange } from './types';

/** Luma's OpenAPI document is not part of the package: where it is, answers are checked against it. */
const file = process.env.LUMA_OPENAPI ?? resolve(__dirname, '../../../shared/luma-api/openapi.json');

interface Content {
	content?: { 'application/json': { schema: AnySchema } };
}

interface ObjectSchema {
	properties?: Record<string, unknown>;
	required?: string[];
	allOf?: ObjectSchema[];
	oneOf?: ObjectSchema[];
}

interface Operation {
	parameters?: Array<{ in: string; name: string; required?: boolean }>;
	requestBody?: Content;
	responses: Record<string, Content>;
}

interface Document {
	paths: Record<string, Record<string, Operation>>;
	webhooks: Record<string, { post: Operation }>;
	components: { schemas: { Error: AnySchema } };
}

export interface OpenApi {
	/** Sorted names, and those that must be given. */
	parametersOf(method: string, path: string): { names: string[]; required: string[] };
	/** What the document has against an answer, if anything. */
	problemsOfAnswer(exchange: Exchange): string[];
	/** @param body `{ type, data }` */
	problemsOfWebhook(type: string, body: unknown): string[];
	webhookTypes: string[];
}

/** Undefined where the document is not there. */
export function loadOpenApi(): OpenApi | undefined {
	if (!existsSync(file)) return undefined;
	const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
	const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
	const checks = new Map<AnySchema, ValidateFunction>();

	const problems = (name: string, schema: AnySchema | undefined, value: unknown): string[] => {
		if (!schema) return [`${name} is not in the document`];
		const check = checks.get(schema) ?? ajv.compile(schema);
		checks.set(schema, check);
		if (check(value)) return [];
		return (check.errors ?? []).map(({ instancePath, message }) => `${name} ${instancePath} ${message}`);
	};

	return {
		parametersOf(method, path) {
			const { parameters = [], requestBody } = document.paths[path][method.toLowerCase()];
			const body = requestBody?.content?.['application/json'].schema as ObjectSchema | undefined;
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
		},
		problemsOfAnswer({ method, path, status, responseBody }) {
			const operation = document.paths[path]?.[method.toLowerCase()];
			const schema =
				status === 200
					? operation?.responses['200'].content?.['application/json'].schema
					: document.components.schemas.Error;
			return problems(`${method} ${path} ${status}`, schema, responseBody);
		},
		problemsOfWebhook(type, body) {
			const { requestBody } = document.webhooks[type]?.post ?? {};
			return problems(type, requestBody?.content?.['application/json'].schema, body);
		},
		webhookTypes: Object.keys(document.webhooks),
	};
}
