/** A field that was added and not filled in changes nothing. */
import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { run } from '../../../engine';
import { plainCase } from '../../../operations';
import { byId } from '../../../operations/parts/case';
import { checkCase } from '../support/checkCase';
import { fieldsOf, operations } from '../support/description';
import { answer, received, useLuma } from '../support/luma';

useLuma();

/** A switch and a choice show what they are set to as soon as they are added; there is nothing to fill in. */
const showsItsValue = ({ name, type, typeOptions, default: initial }: INodeProperties) =>
	type === 'boolean' || (type === 'options' && !typeOptions?.loadOptionsMethod) || (type === 'multiOptions' && (initial as unknown[]).length > 0) || name === 'recipientGroups';

/** Rows that mean nothing without what is chosen in them; left as they are, they are a mistake. */
const REFUSED = ['guest add additionalFields.ticket', 'guest add additionalFields.tickets', 'guest getAll filters.answerFilters'];

describe.each(operations)('%s %s', (resource, operation) => {
	const plain = plainCase(resource, operation);
	const collections = fieldsOf(resource, operation).filter(({ type }) => type === 'collection');
	for (const { name: collection, displayName, options } of collections) {
		const filled = (plain.parameters[collection] ?? {}) as INodeParameters;
		const blank = (options as INodeProperties[]).filter((field) => !showsItsValue(field) && filled[field.name] === undefined && !REFUSED.includes(`${resource} ${operation} ${collection}.${field.name}`));
		const adding = (fields: INodeProperties[]) => ({ ...filled, ...Object.fromEntries(fields.map(({ name, default: initial }) => [name, initial])) }) as NodeParameterValueType;

		for (const [what, fields] of [...blank.map((field) => [field.displayName, [field]] as [string, INodeProperties[]]), ['all of them', blank] as [string, INodeProperties[]]]) {
			it(`${displayName} > ${what}, added and left as it is`, async () => await checkCase(resource, operation, { ...plain, parameters: { ...plain.parameters, [collection]: adding(fields) } }));
		}

		if (collection === 'updateFields') {
			it('nothing else is no change, as somethingToChange of fields/clear.ts says', async () => {
				const only = Object.fromEntries(blank.map(({ name, default: initial }) => [name, initial])) as NodeParameterValueType;
				await checkCase(resource, operation, { ...plain, parameters: { ...plain.parameters, updateFields: only }, exchanges: [], items: [], refused: 'Update Fields has no changes to send' });
			});
		}
	}
});

/** What an expression gives for a row that has nothing there. */
const nothing = ['', '  ', '\u200b', null, undefined, [], {}, [''], [{ a: null }]];

it.each(nothing.map((value) => [JSON.stringify(value) ?? 'undefined', value] as const))('an address of a row that has %s there is no address', async (_shown, value) => {
	answer('POST', '/v1/events/create', { body: { id: 'evt-1' } }, 4);
	for (const address of [{ manual: { address: '={{ $json.place }}' } }, { google: { placeId: '={{ $json.place }}', description: 'Third floor' } }, { json: { json: '={{ $json.json }}' } }, { json: { json: '={{ JSON.stringify($json.json) }}' } }]) {
		const { error } = await run(
			{ resource: 'event', operation: 'create', eventName: 'Summer Conference', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC', additionalFields: { address }, options: { returnIdOnly: true } },
			{ items: [{ place: value as never, json: { type: 'google', place_id: value as never, description: 'Third floor' } }] },
		);
		expect(error).toBeUndefined();
	}
	expect(received.map(({ body }) => body)).toEqual(Array(4).fill({ name: 'Summer Conference', start_at: '2027-06-15T09:00:00Z', timezone: 'UTC', visibility: 'public' }));
});

it('a form that is there from the start does not stand in the way of another', async () => {
	answer('POST', '/v1/events/update', {});
	const updateFields = { address: { manual: { address: '' }, google: { placeId: 'place-1' } }, coordinate: { position: { latitude: '', longitude: '' }, json: { json: '{ "latitude": 0, "longitude": 0 }' } } };
	await run({ resource: 'event', operation: 'update', eventId: byId('evt-1'), updateFields });
	expect(received[0].body).toEqual({ event_id: 'evt-1', geo_address_json: { type: 'google', place_id: 'place-1' }, coordinate: { latitude: 0, longitude: 0 } });
});

it('nor does the one of a ticket, which is a mistake alone', async () => {
	const ticketTypeId = { __rl: true, mode: 'list', value: '' };
	const add = (ticket: INodeParameters) => ({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guests: { guest: [{ email: 'guest1@example.com' }] }, additionalFields: { ticket } });
	answer('POST', '/v1/events/guests/add', {});
	await run(add({ type: { ticketTypeId }, json: { json: '{ "event_ticket_type_id": "ttype-1" }' } }));
	expect(received[0].body).toMatchObject({ ticket: { event_ticket_type_id: 'ttype-1' } });
	expect((await run(add({ type: { ticketTypeId } }))).error?.message).toBe('One Ticket per Guest has no Ticket Type');
});

it('half a coordinate is a mistake', async () => {
	const { error } = await run({ resource: 'event', operation: 'update', eventId: byId('evt-1'), updateFields: { coordinate: { position: { latitude: '52.5', longitude: '' } } } });
	expect(error?.message).toBe('Coordinates: "longitude" is missing');
});

/** n8n drops a group in which nothing is chosen as soon as another field is added. */
it('a group shows an empty form as soon as it is added', () => {
	const groups = [...fieldsOf('event', 'update'), ...fieldsOf('event', 'create')].filter(({ type }) => type === 'collection').flatMap(({ options }) => options as INodeProperties[]).filter(({ type }) => type === 'fixedCollection');
	expect(groups.map(({ name, default: initial }) => [name, Object.keys(initial as object)])).toEqual([
		['address', ['manual']],
		['coordinate', ['position']],
		['cover', ['url']],
		['questionRows', ['question']],
		['address', ['manual']],
		['coordinate', ['position']],
		['cover', ['url']],
		['hosts', ['host']],
		['questionRows', ['question']],
		['ticketTypeRows', ['type']],
	]);
});
