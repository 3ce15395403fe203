/** Checks made from the node itself, for every operation: what is required, and the kinds of values that a field's kind forbids. */
import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { resources } from '../../../nodes/Luma/resources';
import { defaultsOf, longestOf, requiredOf } from '../../contract/document';
import { available } from '../../contract/load';
import { run } from '../../engine';
import { casesOf, plainCase } from '../../operations';
import { fieldsOf, mapLeaves, operations, type Leaf } from './support/description';
import { received, useLuma } from './support/luma';

useLuma();

/** What the IDs of the things that a locator names begin with; a new locator of another kind joins here. */
const OWN: Record<string, string[]> = {
	Blast: ['ep'],
	Calendar: ['cal'],
	Contact: ['usr'],
	Coupon: [],
	Event: ['evt', 'calev'],
	Guest: ['gst', 'g'],
	Host: [],
	Member: ['usr'],
	'Membership Tier': ['memt'],
	Submission: ['evt', 'calev'],
	Tag: ['tag'],
	'Ticket Type': ['ttype', 'ett'],
	Webhook: ['wh', 'whk'],
};

/** The beginnings of all IDs of Luma. */
const PREFIXES = ['cal', 'ep', 'evt', 'gst', 'memt', 'tag', 'tkt', 'ttype', 'usr', 'wh'];

const isExpression = ({ value }: Leaf) => typeof value === 'string' && value.startsWith('={{ `');

/** For each place that fits, the parameters of a case that fills it in, with another value there. */
function spoiled(resource: string, operation: string, fits: (leaf: Leaf) => boolean, bad: NodeParameterValueType): Array<[path: string, label: string, parameters: INodeParameters]> {
	const found = new Map<string, [string, string, INodeParameters]>();
	const fields = fieldsOf(resource, operation);
	for (const { parameters, refused } of casesOf(resource, operation)) {
		if (refused !== undefined) continue;
		const places: string[] = [];
		mapLeaves(fields, parameters, (leaf) => {
			if (fits(leaf)) places.push(leaf.path);
			return leaf.value;
		});
		for (const place of places) {
			if (found.has(place)) continue;
			let label = '';
			const replaced = mapLeaves(fields, parameters, ({ field, value, path }) => {
				if (path !== place) return value;
				label = field.displayName;
				return field.type === 'resourceLocator' ? { ...(value as object), value: bad } as NodeParameterValueType : bad;
			});
			found.set(place, [place, label, { resource, operation, ...replaced }]);
		}
	}
	return [...found.values()];
}

/** The same parameters with another bad value. */
const replaced = (parameters: INodeParameters, from: string, to: string) => JSON.parse(JSON.stringify(parameters).split(JSON.stringify(from)).join(JSON.stringify(to))) as INodeParameters;

async function refusal(parameters: INodeParameters): Promise<string> {
	const { error, items } = await run(parameters);
	expect({ items, received }).toEqual({ items: [], received: [] });
	return error?.message ?? 'It was not refused';
}

/** Kinds of values that no field of a kind takes. */
const BAD_EMAILS = ['nobody at example.com', 'nobody@example', '@example.com', 'nobody@', 'a@example.com, b@example.com x'];
const BAD_DATES = ['some day', '2027-02-30T10:00:00', '2027-13-01T10:00:00', 'NaN'];

/** n8n itself refuses what is left blank; an expression that gives nothing reaches the node. */
const NOTHING = '={{ $json.nothing }}';

describe.each(operations)('%s %s', (resource, operation) => {
	it('sends nothing without an API key', async () => {
		const { error, items } = await run({ resource, operation, ...plainCase(resource, operation).parameters }, { credentials: { apiKey: ' ' } });
		expect({ items, received }).toEqual({ items: [], received: [] });
		expect(error).toMatchObject({ message: 'The credential has no API key', description: expect.stringContaining("fill in 'API Key'") as string });
	});

	const required = (bad: NodeParameterValueType) => spoiled(resource, operation, (leaf) => leaf.field.required === true && leaf.field.noDataExpression !== true && leaf.field.type !== 'fixedCollection' && leaf.field.name !== 'confirm', bad);
	const asRequired = 'to the field `required: true`, and to its routing `required`, as in body(\'name\', \'Name\', required, …)';
	for (const blank of [NOTHING, '={{ " \u200b " }}']) {
		for (const [place, label, parameters] of required(blank)) {
			// A field within a row is named with its place there.
			it(`${place} is required (${blank})`, async () => {
				const message = await refusal(parameters);
				const refused = place.includes('.') ? /is required|is missing|is empty|has no / : new RegExp(`^${label.replace(/[()]/g, '\\$&')} is required$`);
				if (!refused.test(message)) throw new Error(`${label} may be blank, and then: ${message}\nAdd ${asRequired}`);
			});
		}
	}

	const emails = spoiled(resource, operation, (leaf) => /email$/i.test(leaf.field.name) && leaf.field.type === 'string' && !isExpression(leaf), 'nobody at example.com');
	for (const [place, , parameters] of emails) {
		it.each(BAD_EMAILS)(`${place} is an email address, and not %j`, async (bad) => expect(await refusal(replaced(parameters, 'nobody at example.com', bad))).toMatch(/ is not an email address/));
	}

	const isLocator = ({ field }: Leaf) => field.type === 'resourceLocator' && (field.required === true || field.routing !== undefined);
	for (const [place, label] of spoiled(resource, operation, isLocator, '')) {
		const refused = async (value: string) => {
			const [, , parameters] = spoiled(resource, operation, (leaf) => leaf.path === place, `={{ ${JSON.stringify(value)} }}`)[0];
			return await refusal(parameters);
		};
		it(`${place} names one thing of its kind`, async () => {
			const own = OWN[label];
			if (own === undefined) throw new Error(`Say in OWN what the IDs of a ${label} begin with, and give its field naming(…) of fields/locator.ts`);
			expect(await refused('https://example.com/x')).toMatch(/: "https:\/\/example\.com\/x" is (?:not an event URL|a URL, not an? )/);
			for (const other of PREFIXES.filter((prefix) => !own.includes(prefix))) expect(await refused(`${other}-1a2b3c4d5e6f7g8`)).toMatch(new RegExp(`: "${other}-1a2b3c4d5e6f7g8" is the ID of an? .*, not of an? `));
			if (!['Coupon', 'Tag'].includes(label)) expect(await refused('a@example.com, b@example.com')).toMatch(/: "a@example\.com, b@example\.com" names 2 .*s, but only one is allowed$/);
		});
	}

	const dates = spoiled(resource, operation, (leaf) => leaf.field.type === 'dateTime', 'some day');
	for (const [place, label, parameters] of dates) {
		it.each(BAD_DATES)(`${place} is a date, and not %j`, async (bad) => {
			const message = await refusal(replaced(parameters, 'some day', bad));
			if (!new RegExp(`^${label}: "${bad}" (is not |does not exist|has )`).test(message)) throw new Error(`${label} takes ${JSON.stringify(bad)}, and then: ${message}\nAdd a conversion of fields/dates.ts to its routing: moment, or day, newTime, or timeToCome`);
		});
	}

	const { parameters: plain, exchanges, shared = 0 } = plainCase(resource, operation);
	const withDocument = available ? it : it.skip;

	withDocument('requires what Luma requires', async () => {
		const { method, path } = exchanges[shared];
		for (const parameter of requiredOf(method, path)) {
			let fields: string[] = [];
			const blanked = mapLeaves(fieldsOf(resource, operation), plain, ({ field, value, path: at }) => {
				if (at.includes('.') || field.routing?.send?.property !== parameter || ['fixedCollection', 'options'].includes(field.type)) return value;
				fields = [...fields, `${at}: ${field.required}`];
				return field.type === 'resourceLocator' ? ({ ...(value as object), value: NOTHING } as NodeParameterValueType) : NOTHING;
			});
			// What has a default, or comes from Luma, has no field to be left blank.
			if (fields.length === 0) continue;
			expect(fields.filter((one) => !one.endsWith(': true')).map((one) => `${one.split(':')[0]} is ${parameter} at Luma, which Luma requires: add ${asRequired}`)).toEqual([]);
			expect(await refusal({ resource, operation, ...blanked })).toMatch(/ is required$/);
		}
	});

	withDocument('takes no text that is longer than Luma takes, and says how long it may be', async () => {
		const { method, path } = exchanges[shared];
		const wrong: string[] = [];
		for (const [parameter, longest] of Object.entries(longestOf(method, path))) {
			const descriptions = new Map<string, string>();
			const fits = ({ field, path: place }: Leaf) => {
				descriptions.set(place, field.description ?? '');
				return field.type === 'string' && field.routing?.send?.property === parameter;
			};
			for (const [place, , parameters] of spoiled(resource, operation, fits, 'x'.repeat(longest + 1))) {
				const said = `${longest.toLocaleString('en-US')} characters`;
				if (!descriptions.get(place)!.includes(said)) wrong.push(`${place} doesn't say how long it may be: add "up to ${said}" to its description`);
				const { error } = await run(parameters);
				const refused = String(error?.message).endsWith(`has ${longest + 1} characters, but Luma allows at most ${longest}`);
				if (!refused || received.length > 0) wrong.push(`${place} takes ${longest + 1} characters, and Luma takes ${longest}: add (value) => textIn(value, { max: ${longest} }) to its routing`);
				received.length = 0;
			}
		}
		expect(wrong).toEqual([]);
	});

	withDocument('shows as defaults what Luma takes where a parameter is left out', () => {
		const { method, path } = exchanges[shared];
		const defaults = defaultsOf(method, path);
		const wrong: string[] = [];
		const look = (fields: INodeProperties[]) => {
			for (const field of fields) {
				const usual = defaults[field.routing?.send?.property ?? ''];
				if (usual !== undefined && ['boolean', 'options'].includes(field.type) && String(field.default) !== usual) wrong.push(`${field.name} is ${String(field.default)}, and at Luma ${usual}`);
				if (field.type === 'collection') look(field.options as INodeProperties[]);
			}
		};
		look(fieldsOf(resource, operation));
		expect(wrong).toEqual([]);
	});
});

it('says in the node where Luma mails or notifies people', () => {
	const works = resources.flatMap(({ name, works: all }) => Object.entries(all).map(([operation, work]) => ({ resource: name, operation, work })));
	const noticesOf = (resource: string, operation: string) => fieldsOf(resource, operation).filter(({ type }) => type === 'notice').map(({ displayName }) => displayName).join(' ');
	const unsaid = works.filter(({ resource, operation, work }) => work.mails === true && !/mail|notif|tells|This cannot be undone/i.test(noticesOf(resource, operation)));
	expect(unsaid.map(({ resource, operation }) => `${resource} ${operation} has \`mails: true\` and no notice that says so: add one to its fields, as guest/add.ts has it`)).toEqual([]);
	const unmarked = works.filter(({ resource, operation, work }) => /Luma (emails|mails|notifies|may mail)/.test(noticesOf(resource, operation)) && work.mails !== true && work.batch === undefined);
	expect(unmarked.map(({ resource, operation }) => `${resource} ${operation} says that Luma mails people, and has no \`mails: true\`: without it the same mail goes out twice for two equal items`)).toEqual([]);
});
