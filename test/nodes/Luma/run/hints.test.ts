/** What a person is told beside the output, for every operation. */
import type { INodeParameters } from 'n8n-workflow';
import { quotaOf } from '../../../../nodes/Luma/api/quota';
import { resources } from '../../../../nodes/Luma/resources';
import { run, type Options, type Result } from '../../../engine';
import { plainCase } from '../../../operations';
import { byId } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { always, answer, received, useLuma } from '../support/luma';
import { plain } from './support';

useLuma();

const hintsOf = ({ run: { data } }: Result) => (data.resultData.runData.Luma[0].hints ?? []).map(({ message }) => message);
const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;
const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `Row ${n}` }));

describe.each(operations)('%s %s', (resource, operation) => {
	const { same, varied, differs, writes, luma, steps, shared, path } = plain(resource, operation);
	const { insteadOfMany, batch } = resources.find(({ name }) => name === resource)!.works[operation];
	const go = async (options: Options = {}) => await run(varied, options);
	const [first] = plainCase(resource, operation).exchanges;
	const faults = (count: number) => answer(first.method, first.path, { fault: 'ECONNREFUSED' }, count);

	it('says nothing where nothing is to be said', async () => {
		luma();
		expect(hintsOf(await go({ items: numbered(3) }))).toEqual([]);
	});

	it('says how long it has waited for the rate limit, in whole seconds, up', async () => {
		answer(first.method, first.path, { status: 429, body: { message: 'Too many', code: null }, headers: { 'retry-after': '7' } });
		luma();
		const result = await go();
		expect(result.error).toBeUndefined();
		expect(hintsOf(result)).toEqual([matching(/\b8 seconds\b.*rate limit/)]);
	});

	it.each([
		[1, /\ba request was\b/],
		[2, /\b2 requests were\b/],
	])('says that it has sent again, %i times', async (count, words) => {
		faults(count);
		luma();
		const result = await go();
		expect(result.error).toBeUndefined();
		expect(hintsOf(result)).toEqual([matching(words)]);
	});

	it(`of more than ten items it ${insteadOfMany ? 'says what does it with few requests' : 'says nothing'}`, async () => {
		luma();
		const alike = differs || writes ? [] : [matching(/\bsame request\b/)];
		const ten = hintsOf(await go({ items: numbered(10) }));
		expect(ten).toEqual(alike);
		received.length = 0;
		const result = await go({ items: numbered(11) });
		const waits = quotaOf(path) ? [matching(/^The node waited \d+ seconds/)] : [];
		expect(hintsOf(result)).toEqual(insteadOfMany ? [matching(/^11 input items took 11 requests\. ./)] : [...waits, ...alike]);
		expect(hintsOf(result)[0] ?? '').toContain(insteadOfMany ?? '');
		if (differs && !batch) expect(received).toHaveLength(11 * steps + shared);
	});

	describe('where all input items ask for the same', () => {
		const sameRequest = async (parameters: INodeParameters, options: Options) => {
			luma();
			const result = await run(parameters, options);
			expect(result.error).toBeUndefined();
			return hintsOf(result).filter((hint) => hint.includes('same request'));
		};
		const said = (count: number) => (writes ? [] : [`All ${count} input items sent the same request. If one is enough, turn on 'Execute Once' in the node's settings.`]);
		const withTries = (maxTries: string) => ({ ...same, options: { ...(same.options as INodeParameters), maxTries } });

		it(`${writes ? 'says nothing of a write' : "says so of more than three, and names 'Execute Once'"}`, async () => {
			expect(await sameRequest(same, { items: numbered(3) })).toEqual([]);
			expect(await sameRequest(same, { items: numbered(4) })).toEqual(said(4));
			expect(await sameRequest(withTries('={{ 4 }}'), { items: numbered(5) })).toEqual(said(5));
			expect(await sameRequest(same, { items: numbered(4), node: { executeOnce: true } })).toEqual([]);
		});

		it('says nothing where they differ, be it in a field that is not sent', async () => {
			if (differs) expect(await sameRequest(varied, { items: numbered(4) })).toEqual([]);
			expect(await sameRequest(withTries('={{ $json.n + 1 }}'), { items: numbered(4) })).toEqual([]);
			const names = fieldsOf(resource, operation).map(({ name }) => name);
			if (names.includes('limit')) expect(await sameRequest({ ...same, limit: '={{ $json.n === 3 ? 20 : 30 }}' }, { items: numbered(4) })).toEqual([]);
		});

		// A field for the editor's list alone, such as the event of a ticket type.
		const unread = fieldsOf(resource, operation).find(({ type, routing }) => type === 'resourceLocator' && !routing);

		if (unread) {
			it(`does not fail for an expression that nothing reads, in '${unread.displayName}'`, async () => {
				expect(await sameRequest({ ...same, [unread.name]: { __rl: true, mode: 'id', value: "={{ $('Nowhere').item.json.n }}" } }, { items: numbered(4) })).toEqual([]);
			});
		}

		it('says nothing where nothing was sent', async () => {
			expect(await sameRequest(withTries('none'), { items: numbered(4), node: { onError: 'continueRegularOutput' } })).toEqual([]);
		});
	});

	it('says nothing of an execution that has failed', async () => {
		luma(() => ({ status: 403, body: { message: 'No', code: null } }));
		const result = await go();
		expect(result.error?.message).toBe('No');
		expect(hintsOf(result)).toEqual([]);
	});
});

it.each([
	[1, /^1 of the guests was\b/],
	[3, /^3 of the guests were\b/],
])('says that %i guests were left out', async (count, words) => {
	const people = Array.from({ length: 6 }, (_, n) => ({ email: `new${n}@example.com` }));
	always('POST', '/v1/events/guests/add', () => ({ body: { skipped: people.slice(0, count) } }));
	const result = await run({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'json', guestsJson: JSON.stringify(people) });
	expect(hintsOf(result)).toEqual([matching(words)]);
});

it('says that a guest who comes twice was left out', async () => {
	always('POST', '/v1/events/guests/add', () => ({ body: { skipped: [] } }));
	const result = await run({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'inputItems' }, { items: [{ email: 'a@example.com' }, { email: 'A@example.com' }, { email: 'b@example.com' }] });
	expect(hintsOf(result)).toEqual([matching(/^1 of the guests was\b/)]);
});
