/** Requests that Luma's document forbids, made of ones that it allows: each is broken in one place, by one keyword of the schema. */
import { problems, type Schema } from './load';

export interface Broken {
	/** Where it is broken: "guests[0].email". */
	at: string;
	/** What the document says there and what stands there instead: "maxLength 20". */
	what: string;
	/** What stands there; nothing where that is what is wrong. */
	wrong?: unknown;
	/** All of the value, the broken place in it. */
	value: unknown;
}

type Nested = Schema & { anyOf?: Schema[]; items?: Schema };

const NONSENSE = 'no such value';

/** Times that come close. */
const NO_TIMES = ['2027-06-15', '2027-06-15T07:00:00', '2027-06-15 07:00:00Z', '2027-02-29T07:00:00Z', '2027-06-15T25:00:00Z', '2027-06-15T07:00:00+0200'];

/** What stands in for a value, by each keyword of its schema. More than is wrong: what the document allows all the same is dropped by whoever asks. */
const inPlaceOf: Record<string, (bound: never, value: unknown) => unknown[]> = {
	type: (type: unknown) => [null, type === 'string' ? 7 : NONSENSE],
	const: () => [NONSENSE],
	enum: () => [NONSENSE, ''],
	pattern: () => [NONSENSE],
	format: (format: string) => (format === 'date-time' ? NO_TIMES : [NONSENSE]),
	minLength: (length: number) => (length > 0 ? ['x'.repeat(length - 1)] : []),
	maxLength: (length: number) => ['x'.repeat(length + 1)],
	minimum: (least: number) => [least - 1],
	maximum: (most: number) => [most + 1],
	minItems: (least: number, value) => [(value as unknown[]).slice(0, least - 1)],
	maxItems: (most: number, value) => [Array.from({ length: most + 1 }, () => (value as unknown[])[0] ?? NONSENSE)],
};

const inside = (at: string, name: string) => (at === '' ? name : `${at}.${name}`);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value with each of its places broken in turn. Of several forms that a schema offers, those are broken that the value has.
 * @param at where the value itself stands
 */
function candidates(schema: Schema, value: unknown, at: string): Broken[] {
	const { anyOf = [], oneOf = [], allOf = [], properties = {}, required = [], items } = schema as Nested;
	const forms = [...anyOf, ...oneOf, ...allOf].filter((form) => problems(form, value).length === 0);
	const own = Object.entries(schema).flatMap(([keyword, bound]) => (inPlaceOf[keyword]?.(bound as never, value) ?? []).map((wrong): Broken => ({ at, what: `${keyword} ${JSON.stringify(bound).slice(0, 40)}`, wrong, value: wrong })));
	const listed = Array.isArray(value) && items ? value.flatMap((one, place) => candidates(items, one, `${at}[${place}]`).map((broken): Broken => ({ ...broken, value: value.with(place, broken.value) }))) : [];
	if (!isObject(value)) return [...own, ...forms.flatMap((form) => candidates(form, value, at)), ...listed];
	return [
		...own,
		...forms.flatMap((form) => candidates(form, value, at)),
		...required.map((name): Broken => ({ at: inside(at, name), what: 'required', value: Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)) })),
		...Object.entries(properties).filter(([name]) => name in value).flatMap(([name, one]) => candidates(one, value[name], inside(at, name)).map((broken): Broken => ({ ...broken, value: { ...value, [name]: broken.value } }))),
	];
}

/** Every place of a schema, in whichever of its forms: "guests[].email". */
export function placesOf(schema: Schema, at = ''): string[] {
	const { anyOf = [], oneOf = [], allOf = [], properties = {}, items } = schema as Nested;
	return [
		// What may be anything cannot be broken.
		...(at === '' || !Object.keys(schema).some((keyword) => keyword in inPlaceOf) ? [] : [at]),
		...[...anyOf, ...oneOf, ...allOf].flatMap((form) => placesOf(form, at)),
		...(items ? placesOf(items, `${at}[]`) : []),
		...Object.entries(properties).flatMap(([name, one]) => placesOf(one, inside(at, name))),
	];
}

/** Every place that is filled in a value, and that its schema knows. */
export const filledIn = (schema: Schema, value: unknown): string[] => candidates(schema, value, '').map(({ at }) => at.replace(/\[\d+\]/g, '[]'));

/** A value that a schema allows, with each of its places broken in turn. */
export const brokenOf = (schema: Schema, value: unknown): Broken[] => candidates(schema, value, '').filter((broken) => broken.at !== '' && problems(schema, broken.value).length > 0);
