/** Checks made from the node itself, for every operation: what is required, and the kinds of values that a field's kind forbids. */
import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { run } from '../../engine';
import { casesOf, plainCase } from '../../operations';
import { fieldsOf, mapLeaves, operations, type Leaf } from './support/description';
import { received, useLuma } from './support/luma';

useLuma();

/** What the IDs of the things that a locator names begin with; a new locator of another kind joins here. */
const OWN: Record<string, string[]> = {
	Calendar: ['cal'],
	Contact: ['usr'],
	Coupon: [],
	Event: ['evt', 'calev'],
	Guest: ['gst', 'g'],
	Member: ['usr'],
	'Membership Tier': ['memt'],
	Submission: ['evt', 'calev'],
	Tag: ['tag'],
	'Ticket Type': ['ttype', 'ett'],
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

async function refusal(parameters: INodeParameters): Promise<string> {
	const { error, items } = await run(parameters);
	expect({ items, received }).toEqual({ items: [], received: [] });
	return error?.message ?? 'It was not refused';
}

describe.each(operations)('%s %s', (resource, operation) => {
	it('sends nothing without an API key', async () => {
		const { error, items } = await run({ resource, operation, ...plainCase(resource, operation).parameters }, { credentials: { apiKey: ' ' } });
		expect({ items, received }).toEqual({ items: [], received: [] });
		expect(error).toMatchObject({ message: 'The credential has no API key', description: expect.stringContaining("fill in 'API Key'") as string });
	});

	const required = spoiled(resource, operation, (leaf) => leaf.field.required === true && leaf.field.noDataExpression !== true && leaf.field.type !== 'fixedCollection' && leaf.field.name !== 'confirm', '={{ $json.nothing }}');
	for (const [place, label, parameters] of required) {
		// A field within a row is named with its place there.
		it(`${place} is required`, async () => expect(await refusal(parameters)).toMatch(place.includes('.') ? /is required|is missing|is empty|has no / : new RegExp(`^${label.replace(/[()]/g, '\\$&')} is required$`)));
	}

	const emails = spoiled(resource, operation, (leaf) => /email$/i.test(leaf.field.name) && leaf.field.type === 'string' && !isExpression(leaf), 'nobody at example.com');
	for (const [place, , parameters] of emails) it(`${place} is an email address`, async () => expect(await refusal(parameters)).toMatch(/"nobody at example\.com" is not an email address/));

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
	for (const [place, label, parameters] of dates) it(`${place} is a date`, async () => expect(await refusal(parameters)).toContain(`${label}: "some day" is not a date`));
});
