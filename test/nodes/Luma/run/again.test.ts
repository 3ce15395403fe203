/** What n8n runs anew: what was good when it was done need not be good any more, and a node that stops in the middle says what is done. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { clock } from '../../../../nodes/Luma/api/clock';
import { run } from '../../../engine';
import { byId, byLink } from '../../../operations/parts/case';
import { always, later, received, useLuma } from '../support/luma';

useLuma();

const again = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const sentTo = (path: string) => received.filter((sent) => sent.path === path).map(({ body }) => body as IDataObject);

const create = '/v1/events/blasts/create';

/** Two blasts, each at its own time in minutes from now; an hour passes until the second is refused once. */
async function twoBlasts(first: number, second: number) {
	let refused = 0;
	always('GET', '/v1/entities/lookup', ({ query }) => ({ body: { entity: { type: 'event', event: { id: `evt-${String(query!.slug)}` } } } }));
	always('GET', '/v1/events/get', ({ query }) => ({ body: { id: query!.event_id, timezone: 'Europe/Berlin' } }));
	always('POST', create, ({ body }) => {
		if ((body as IDataObject).event_id !== 'evt-two' || refused++ > 0) return { body: { id: 'ep-1' } };
		later();
		return { status: 403, body: { message: 'Not now', code: null } };
	});
	const inMinutes = (minutes: number) => new Date(clock.now() + minutes * 60_000).toISOString().replace('.000', '');
	const items = [{ slug: 'one', at: inMinutes(first) }, { slug: 'two', at: inMinutes(second).slice(0, 19) }];
	const parameters: INodeParameters = { resource: 'blast', operation: 'create', eventId: byLink('=https://luma.com/{{ $json.slug }}'), contentMd: 'Hello', sendWhen: 'schedule', scheduledFor: '={{ $json.at }}' };
	return { ...(await run(parameters, { items, node: again })), given: items };
}

it('a blast that was created in time does not keep those after it from being looked up, once its time has passed', async () => {
	const { error, json, given } = await twoBlasts(30, 300);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(2);
	expect(sentTo(create).map(({ event_id, scheduled_for }) => [event_id, scheduled_for])).toEqual([['evt-one', given[0].at], ...Array<unknown>(2).fill(['evt-two', `${given[1].at}+01:00`])]);
});

it('what is bad by now is refused, and the error does not say that nothing was sent', async () => {
	// In Berlin an hour earlier than it reads.
	const { error } = await twoBlasts(300, 100);
	expect(sentTo(create).map(({ event_id }) => event_id)).toEqual(['evt-one', 'evt-two']);
	expect(error?.message).toMatch(/^Send At is .*, which is in the past$/);
	expect(error?.description).toContain('Nothing more was sent. An earlier try has sent something: check in Luma before you run the node again.');
	expect(error?.description).not.toContain('Nothing was sent');
});

it('a write that the node itself refuses in the middle says what is done', async () => {
	always('POST', '/v1/events/cancel/request', ({ body }) => ({ body: { cancellation_token: 'token', is_paid: (body as IDataObject).event_id === 'evt-1', guest_count: 1 } }));
	always('POST', '/v1/events/cancel', () => ({}));
	const { error } = await run({ resource: 'event', operation: 'cancel', eventId: byId('=evt-{{ $json.n }}'), confirm: true }, { items: [{}, {}, {}] });
	expect(sentTo('/v1/events/cancel')).toHaveLength(1);
	expect(error).toMatchObject({ message: "Guests have paid for this event, so 'Refund Guests' needs a Yes or No", context: { itemIndex: 1 } });
	expect(error?.description).toMatch(/^Set 'Refund Guests' to Yes or No\. The event wasn't canceled\. 1 of 3 items were completed before this one, and 1 after it weren't started\.$/);
});
