/** What n8n runs anew: what was good when it was done need not be good any more, and a node that stops in the middle says what is done. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { run } from '../../../engine';
import { byId, byLink } from '../../../operations/parts/case';
import { always, later, received, useLuma } from '../support/luma';

useLuma();

const again = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const sentTo = (path: string) => received.filter((sent) => sent.path === path).map(({ body }) => body as IDataObject);

it('a blast that was created in time does not keep those after it from being looked up, once its time has passed', async () => {
	const create = '/v1/events/blasts/create';
	let refused = 0;
	always('GET', '/v1/entities/lookup', ({ query }) => ({ body: { entity: { type: 'event', event: { id: `evt-${String(query!.slug)}` } } } }));
	always('GET', '/v1/events/get', ({ query }) => ({ body: { id: query!.event_id, timezone: 'Europe/Berlin' } }));
	always('POST', create, ({ body }) => {
		if ((body as IDataObject).event_id !== 'evt-two' || refused++ > 0) return { body: { id: 'ep-1' } };
		// An hour.
		later();
		return { status: 403, body: { message: 'Not now', code: null } };
	});
	const inMinutes = (minutes: number) => new Date(clock.now() + minutes * 60_000).toISOString();
	const items = [{ slug: 'one', at: inMinutes(30) }, { slug: 'two', at: inMinutes(300).slice(0, 19) }];
	const parameters: INodeParameters = { resource: 'blast', operation: 'create', eventId: byLink('=https://luma.com/{{ $json.slug }}'), contentMd: 'Hello', sendWhen: 'schedule', scheduledFor: '={{ $json.at }}' };
	const { error, json } = await run(parameters, { items, node: again });
	expect(error).toBeUndefined();
	expect(json).toHaveLength(2);
	expect(sentTo(create).map(({ event_id, scheduled_for }) => [event_id, scheduled_for])).toEqual([['evt-one', items[0].at.replace('.000', '')], ...Array<unknown>(2).fill(['evt-two', `${items[1].at}+01:00`])]);
});

it('a write that the node itself refuses in the middle says what is done', async () => {
	always('POST', '/v1/events/cancel/request', ({ body }) => ({ body: { cancellation_token: 'token', is_paid: (body as IDataObject).event_id === 'evt-1', guest_count: 1 } }));
	always('POST', '/v1/events/cancel', () => ({}));
	const { error } = await run({ resource: 'event', operation: 'cancel', eventId: byId('=evt-{{ $json.n }}'), confirm: true }, { items: [{}, {}, {}] });
	expect(sentTo('/v1/events/cancel')).toHaveLength(1);
	expect(error).toMatchObject({ message: "Guests have paid for this event, so 'Refund Guests' needs a Yes or No", context: { itemIndex: 1 } });
	expect(error?.description).toMatch(/^Set 'Refund Guests' to Yes or No\. The event wasn't canceled\. 1 of 3 items were completed before this one, and 1 after it weren't started\.$/);
});
