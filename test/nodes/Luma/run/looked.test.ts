/** An event that is given by its URL, for every operation: it is looked up once for all items, and what a look-up that fails means for them. */
import type { IDataObject, INode } from 'n8n-workflow';
import { run } from '../../../engine';
import { byLink } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { always, received, useLuma, type Answer } from '../support/luma';
import { from, plain } from './support';

useLuma();

const LOOKUP = '/v1/entities/lookup';
const again = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const of = operations.filter(([resource, operation]) => fieldsOf(resource, operation).some(({ name, required }) => name === 'eventId' && required));

it('finds the operations', () => expect(of.length).toBeGreaterThan(20));

describe.each(of)('%s %s', (resource, operation) => {
	const { same, luma, asked } = plain(resource, operation);
	const go = async (slugs: string[], respond: (slug: string) => Answer | undefined, node: Partial<INode> = {}) => {
		always('GET', LOOKUP, ({ query }) => respond(String(query!.slug)) ?? { body: { entity: { type: 'event', event: { id: `evt-${String(query!.slug)}` } } } });
		luma();
		return await run({ ...same, eventId: byLink('=https://luma.com/{{ $json.slug }}') }, { items: slugs.map((slug) => ({ slug })), node });
	};
	const lookUps = () => received.filter(({ path }) => path === LOOKUP).map(({ query }) => query!.slug);
	const some = ['one', 'other', 'one', 'lost'];
	const failing = (slug: string) => (slug === 'lost' ? { status: 403, body: { message: 'Not yours', code: null } } : undefined);

	it('stops with what Luma says of one URL, and sends nothing else', async () => {
		const { error, items } = await go(some, failing, again);
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: 'Not yours', httpCode: '403' });
		expect(asked()).toEqual([]);
	});

	it('goes on with the others, and says of each what Luma said', async () => {
		const { error, items, errors } = await go(some, failing, { onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(from(errors)).toEqual([3]);
		expect(Object.keys(errors[0].json).sort()).toEqual(['error', 'message', 'n', 'slug']);
		expect(errors[0].json.message as IDataObject).toMatchObject({ status: 'error', http_status: 403, advice: expect.any(String) as string });
		expect(new Set(from(items))).toEqual(new Set([0, 1, 2]));
		expect(lookUps().sort()).toEqual(['lost', 'one', 'other']);
	});

	it.each([
		[401, 4],
		[500, 16],
	])('ends with the look-ups under way when Luma answers %i: %i requests for 100 URLs', async (status, most) => {
		const { error } = await go(Array.from({ length: 100 }, (_, n) => `event-${n}`), () => ({ status, body: { message: 'No' } }));
		expect(error?.message).toBe('No');
		expect(received.length).toBeLessThanOrEqual(most);
		expect(lookUps()).toHaveLength(received.length);
	});
});
