/** Writes of what belongs to an event, whose requests carry no event: what the screen says is what is changed. */
import type { INodeParameters } from 'n8n-workflow';
import { run } from '../../../engine';
import { byId, byLink } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { always, answer, received, useLuma } from '../support/luma';

useLuma();

interface Written {
	resource: string;
	operation: string;
	/** What the IDs begin with: evt-1 has ttype-1, and so on. */
	prefix: string;
	/** How an error calls it, and the field that names it. */
	label: string;
	field: string;
	/** Where those of an event are listed. */
	list: string;
	query: object;
	more?: INodeParameters;
}

const ticketType = { resource: 'ticketType', prefix: 'ttype', label: 'Ticket Type', field: 'ticketTypeId', list: '/v1/events/ticket-types/list', query: { include_hidden: 'true' } };
const blast = { resource: 'blast', prefix: 'ep', label: 'Blast', field: 'blastId', list: '/v1/events/blasts/list', query: {} };
const written: Written[] = [
	{ ...ticketType, operation: 'update', more: { updateFields: { ticketTypeName: 'Early Bird' } } },
	{ ...ticketType, operation: 'delete' },
	{ ...blast, operation: 'update', more: { updateFields: { subject: 'Tomorrow' } } },
	{ ...blast, operation: 'delete' },
];

it('are all looked at: the event of theirs that is chosen is not required', () => {
	const optional = operations.filter(([resource, operation]) => fieldsOf(resource, operation).some(({ name, required, routing }) => name === 'eventId' && required === false && routing !== undefined));
	expect(optional.map(([resource, operation]) => `${resource} ${operation}`).sort()).toEqual(written.map(({ resource, operation }) => `${resource} ${operation}`).sort());
});

describe.each(written)('$resource $operation', ({ resource, operation, prefix, label, field, list, query, more }) => {
	const noun = label.toLowerCase();
	const path = list.replace('list', operation);
	const luma = () => {
		always('GET', list, (sent) => ({ body: { entries: [{ id: (sent.query!.event_id as string).replace('evt', prefix) }] } }));
		always('GET', list.replace('list', 'get'), () => ({ body: { id: `${prefix}-1`, status: 'sent' } }));
		always('POST', path, () => ({ body: { id: `${prefix}-1` } }));
	};
	const of = (eventId: INodeParameters, id: string): INodeParameters => ({ resource, operation, eventId, [field]: byId(id), ...more });
	const writes = () => received.filter(({ method }) => method === 'POST');
	const lists = () => received.filter((sent) => sent.path === list).map((sent) => sent.query);
	const refusal = (id: string) => `${label}: "${id}" is not a ${noun} of this event`;

	it('of what is left over from another event is refused, and nothing is written', async () => {
		luma();
		const { error, items } = await run(of(byId('evt-2'), `${prefix}-1`));
		expect(items).toEqual([]);
		expect(error).toMatchObject({ message: refusal(`${prefix}-1`), context: { itemIndex: 0 } });
		expect(error!.description).toContain("Choose it from the list again, or leave 'Event' empty if the ID is right.");
		expect(writes()).toEqual([]);
	});

	it('looks up the event that is given by URL', async () => {
		luma();
		answer('GET', '/v1/entities/lookup', { body: { entity: { type: 'event', event: { id: 'evt-2' } } } });
		expect((await run(of(byLink('https://luma.com/summer-conference'), `${prefix}-1`))).error?.message).toBe(refusal(`${prefix}-1`));
		expect(writes()).toEqual([]);
	});

	it('asks once for each event', async () => {
		luma();
		const { error, items } = await run(of(byId('={{ $json.event }}'), `={{ $json.event.replace("evt", "${prefix}") }}`), { items: ['evt-1', 'evt-2', 'evt-1', 'evt-2'].map((event) => ({ event })) });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(4);
		expect(lists()).toEqual([{ event_id: 'evt-1', ...query }, { event_id: 'evt-2', ...query }]);
	});

	it('goes on with the others where the node may', async () => {
		luma();
		const { json } = await run(of(byId('evt-1'), '={{ $json.id }}'), { items: [{ id: `${prefix}-1` }, { id: `${prefix}-2` }], node: { onError: 'continueRegularOutput' } });
		expect(json.map(({ error }) => error)).toEqual([undefined, refusal(`${prefix}-2`)]);
		expect(writes()).toHaveLength(1);
	});

	it('asks for no list where no event is given', async () => {
		luma();
		expect((await run(of({ __rl: true, mode: 'list', value: '' }, `${prefix}-1`))).error).toBeUndefined();
		expect([writes().length, lists()]).toEqual([1, []]);
	});
});
