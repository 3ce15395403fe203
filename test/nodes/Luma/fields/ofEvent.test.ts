/** A write of a ticket type, whose request carries no event: what the screen says is what is changed. */
import type { INodeParameters } from 'n8n-workflow';
import { run } from '../../../engine';
import { byId, byLink } from '../../../operations/parts/case';
import { always, answer, received, useLuma } from '../support/luma';

useLuma();

const list = '/v1/events/ticket-types/list';
/** Each event has a ticket type of its own: evt-1 has ttype-1. */
const luma = (path: string) => {
	always('GET', list, ({ query }) => ({ body: { entries: [{ id: (query!.event_id as string).replace('evt', 'ttype') }] } }));
	always('POST', path, () => ({ body: { id: 'ttype-1' } }));
};
const paths = () => received.map(({ method, path }) => `${method} ${path}`);

describe.each<[string, INodeParameters]>([
	['update', { updateFields: { ticketTypeName: 'Early Bird' } }],
	['delete', {}],
])('%s', (operation, more) => {
	const path = `/v1/events/ticket-types/${operation}`;
	const of = (eventId: INodeParameters, ticketType: string): INodeParameters => ({ resource: 'ticketType', operation, eventId, ticketTypeId: byId(ticketType), ...more });

	it('of one that is left over from another event is refused, and nothing is written', async () => {
		luma(path);
		const { error, items } = await run(of(byId('evt-2'), 'ttype-1'));
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: 'Ticket Type: "ttype-1" is not a ticket type of this event', context: { itemIndex: 0 } });
		expect(error!.description).toContain("Choose it from the list again, or leave 'Event' empty if the ID is right.");
		expect(paths()).toEqual([`GET ${list}`]);
	});

	it('looks up the event that is given by URL', async () => {
		luma(path);
		answer('GET', '/v1/entities/lookup', { body: { entity: { type: 'event', event: { id: 'evt-2' } } } });
		expect((await run(of(byLink('https://luma.com/summer-conference'), 'ttype-1'))).error?.message).toContain('is not a ticket type of this event');
		expect(paths()).not.toContain(`POST ${path}`);
	});

	it('asks once for each event, hidden ticket types among them', async () => {
		luma(path);
		const { error, items } = await run(of(byId('={{ $json.event }}'), '={{ $json.event.replace("evt", "ttype") }}'), { items: ['evt-1', 'evt-2', 'evt-1', 'evt-2'].map((event) => ({ event })) });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(4);
		expect(received.filter(({ method }) => method === 'GET').map(({ query }) => query)).toEqual([{ event_id: 'evt-1', include_hidden: 'true' }, { event_id: 'evt-2', include_hidden: 'true' }]);
	});

	it('goes on with the others where the node may', async () => {
		luma(path);
		const { json } = await run(of(byId('evt-1'), '={{ $json.type }}'), { items: [{ type: 'ttype-1' }, { type: 'ttype-2' }], node: { onError: 'continueRegularOutput' } });
		expect(json.map(({ error }) => error)).toEqual([undefined, 'Ticket Type: "ttype-2" is not a ticket type of this event']);
		expect(paths().filter((one) => one === `POST ${path}`)).toHaveLength(1);
	});

	it('asks for nothing where no event is given', async () => {
		luma(path);
		expect((await run(of({ __rl: true, mode: 'list', value: '' }, 'ttype-1'))).error).toBeUndefined();
		expect(paths()).toEqual([`POST ${path}`]);
	});
});
