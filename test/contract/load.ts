/** Luma's OpenAPI document, which is Luma's and stands outside this repository: the one place that knows where it is. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { IDataObject } from 'n8n-workflow';

export const documentPath = resolve(process.env.LUMA_OPENAPI ?? resolve(__dirname, '../../../shared/luma-api/openapi.json'));

/** Whether it is there. Without it, what is held against it is skipped, and says so. */
export const available = existsSync(documentPath);

export const skipped = available ? '' : ` (skipped: no document at ${documentPath}; LUMA_OPENAPI says where it is)`;

export type Schema = IDataObject & { properties?: Record<string, Schema>; required?: string[]; allOf?: Schema[]; oneOf?: Schema[]; deprecated?: boolean };
export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema };
type Content = { content: { 'application/json': { schema: Schema } } };
export type Endpoint = { summary?: string; description?: string; deprecated?: boolean; parameters?: Parameter[]; requestBody?: Content; responses: Record<string, Content> };

interface Document {
	/** By path and method, the method in lower case. */
	paths: Record<string, Record<string, Endpoint>>;
	webhooks: Record<string, { post: Endpoint }>;
	components: { schemas: { Error: Schema } };
}

/** Without paths where it is not there. */
export const document = (available ? JSON.parse(readFileSync(documentPath, 'utf8')) : { paths: {}, webhooks: {}, components: { schemas: {} } }) as Document;

/** The schema of a body, or of an answer. */
export const schemaOf = (content: Content | undefined): Schema | undefined => content?.content['application/json'].schema;

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, coerceTypes: false }));
// References in the document are to its own parts.
if (available) ajv.addSchema({ ...document, $id: 'luma' } as never);

const cache = new Map<object, ValidateFunction>();
const validator = (schema: object) => {
	if (!cache.has(schema)) cache.set(schema, ajv.compile(JSON.parse(JSON.stringify(schema).replace(/"#\//g, '"luma#/')) as object));
	return cache.get(schema)!;
};

/** What a schema of the document has against a value. */
export function problems(schema: object, value: unknown): string[] {
	const validate = validator(schema);
	return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || '(whole)'} ${message} ${JSON.stringify(params)}`);
}
