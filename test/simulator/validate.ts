import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { DateTime, Duration, IANAZone } from 'luxon';
import { badRequest } from './errors';
import type { Schema } from './schemas';

const ajv = addFormats(new Ajv({ discriminator: true, verbose: true, allowUnionTypes: true }));

/** A date-time with Z or an offset, on a day that exists. */
ajv.addFormat('instant', (value) =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
	DateTime.fromISO(value).isValid,
);
ajv.addFormat('timezone', (value) => IANAZone.isValidZone(value));
ajv.addFormat('feedbackDelay', (value) => {
	const duration = Duration.fromISO(value);
	return duration.isValid && duration.toMillis() >= 0 && duration.as('days') <= 7;
});

const expected: Record<string, string> = {
	instant: 'a date and time in ISO 8601 with Z or an offset, such as 2027-06-15T07:00:00Z',
	date: 'a date such as 2027-06-15',
	email: 'an email address',
	timezone: 'an IANA time zone such as Europe/Berlin',
	feedbackDelay: 'an ISO 8601 duration from PT0M to P7D',
	duration: 'an ISO 8601 duration such as P1DT12H30M',
	uri: 'a URL',
};

/** Compiles a check that returns the parameters, or throws Luma's 400 with a message that names the wrong one. */
export function validator(schema: Schema): (parameters: unknown) => void {
	let check: ValidateFunction | undefined;
	return (parameters) => {
		check ??= ajv.compile(schema);
		if (!check(parameters)) throw badRequest(describe(deepest(check.errors!)));
	};
}

const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;

/** Of a value that may have several forms there is an error for each: the one furthest inside is of the form that was meant. */
const deepest = (errors: ErrorObject[]) => errors.reduce((found, one) => (depth(one) > depth(found) ? one : found));

function describe(error: ErrorObject): string {
	const at = error.instancePath
		.split('/')
		.slice(1)
		.map((part, depth) => (/^\d+$/.test(part) ? `[${part}]` : depth ? `.${part}` : part))
		.join('');
	const inside = (name: string) => (at ? `${at}.${name}` : name);
	const { keyword, params, parentSchema } = error;
	if (keyword === 'required') return `${inside(params.missingProperty)} is required.`;
	if (keyword === 'additionalProperties') {
		return `${inside(params.additionalProperty)} is not a parameter of this operation.`;
	}
	if (keyword === 'enum') {
		return `${at} must be one of: ${params.allowedValues.map(String).join(', ')}.`;
	}
	if (keyword === 'discriminator') {
		const forms = (parentSchema as { oneOf: Array<{ properties: Record<string, { const: string }> }> }).oneOf;
		return `${inside(params.tag)} must be one of: ${forms.map(({ properties }) => properties[params.tag].const).join(', ')}.`;
	}
	if (keyword === 'format') return `${at} must be ${expected[params.format] ?? params.format}.`;
	return `${at || 'The body'} ${error.message ?? 'is not valid'}.`;
}

/**
 * Query parameters come as text: numbers and lists become what the schema wants, all else stays text.
 * What cannot be turned stays as it is, for the check to refuse.
 */
export function fromQuery(query: Record<string, string | string[]>, schema: Schema) {
	return Object.fromEntries(
		Object.entries(query).map(([name, value]) => {
			const type = schema.properties[name]?.type;
			if (type === 'array') return [name, [value].flat()];
			const isNumber = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
			return [name, type === 'integer' && isNumber ? Number(value) : value];
		}),
	);
}
