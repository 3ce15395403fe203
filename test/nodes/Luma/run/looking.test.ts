/** Look-ups before anything is sent: where Luma can't be asked, the node that is to stop asks no more. */
import { run } from '../../../engine';
import { plainCase } from '../../../operations';
import { byLink } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { always, received, useLuma } from '../support/luma';
import { plain } from './support';

useLuma();

const LOOKUP = '/v1/entities/lookup';
const items = Array.from({ length: 100 }, (_, n) => ({ link: `https://luma.com/event-${n}` }));
const hasEvent = ([resource, operation]: [string, string]) => fieldsOf(resource, operation).some(({ name, type }) => name === 'eventId' && type === 'resourceLocator');
/** Where an event is only there for a list of the editor, its ID doesn't go out. */
const sendsEvent = ([resource, operation]: [string, string]) => plainCase(resource, operation).exchanges.some(({ query, body }) => 'event_id' in { ...query, ...(body as object) });
const named = operations.filter((one) => hasEvent(one) && sendsEvent(one));

it('there are such operations', () => expect(named.length).toBeGreaterThan(20));

describe.each(named)('%s %s', (resource, operation) => {
	it.each([
		[401, 4],
		[500, 16],
	])('ends with the look-ups under way when Luma answers %i: %i requests for 100 links', async (status, most) => {
		always('GET', LOOKUP, () => ({ status, body: { message: 'No' } }));
		const { error } = await run({ ...plain(resource, operation).same, eventId: byLink('={{ $json.link }}') }, { items });
		expect(error?.message).toBe('No');
		expect(received.length).toBeLessThanOrEqual(most);
		expect(new Set(received.map(({ path }) => path))).toEqual(new Set([LOOKUP]));
	});
});
