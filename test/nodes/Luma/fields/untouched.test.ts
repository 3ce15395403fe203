/** A field that was added and not filled in changes nothing. */
import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { run } from '../../../engine';
import { byId } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { answer, received, useLuma } from '../support/luma';

useLuma();

interface Writing {
	resource: string;
	operation: string;
	/** The collection whose fields are added. */
	collection: string;
	path: string;
	/** What has to be filled in, and what of it goes to Luma. */
	parameters: INodeParameters;
	change: INodeParameters;
	sent: object;
	/** What is read for it before, with the answers. */
	reads?: Record<string, object>;
}

const writings: Writing[] = [
	{
		resource: 'event',
		operation: 'create',
		collection: 'additionalFields',
		path: '/v1/events/create',
		parameters: { eventName: 'Summer Conference', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC', options: { returnIdOnly: true } },
		change: {},
		sent: { name: 'Summer Conference', start_at: '2027-06-15T09:00:00Z', timezone: 'UTC', visibility: 'public' },
	},
	{
		resource: 'event',
		operation: 'duplicate',
		collection: 'additionalFields',
		path: '/v1/events/create',
		parameters: { eventId: byId('evt-2'), startAt: '2027-06-15T09:00:00Z', options: { returnIdOnly: true } },
		change: {},
		sent: { name: 'Summer Conference', start_at: '2027-06-15T09:00:00Z', end_at: '2027-06-15T11:00:00Z', timezone: 'UTC' },
		reads: {
			'/v1/events/get': { id: 'evt-2', name: 'Summer Conference', start_at: '2027-06-14T09:00:00Z', end_at: '2027-06-14T11:00:00Z', timezone: 'UTC' },
			'/v1/events/ticket-types/list': { entries: [] },
		},
	},
	{ resource: 'event', operation: 'update', collection: 'updateFields', path: '/v1/events/update', parameters: { eventId: byId('evt-1') }, change: { slug: 'new-place' }, sent: { event_id: 'evt-1', slug: 'new-place' } },
	{
		resource: 'ticketType',
		operation: 'create',
		collection: 'additionalFields',
		path: '/v1/events/ticket-types/create',
		parameters: { eventId: byId('evt-1'), ticketTypeName: 'Early Bird', type: 'free' },
		change: {},
		sent: { event_id: 'evt-1', name: 'Early Bird', type: 'free' },
	},
	{
		resource: 'ticketType',
		operation: 'update',
		collection: 'updateFields',
		path: '/v1/events/ticket-types/update',
		parameters: { ticketTypeId: byId('ttype-1') },
		change: { ticketTypeDescription: 'All days' },
		sent: { event_ticket_type_id: 'ttype-1', description: 'All days' },
	},
	{ resource: 'calendar', operation: 'update', collection: 'updateFields', path: '/v1/calendars/update', parameters: {}, change: { website: 'https://example.com' }, sent: { calendar_id: 'cal-1', website: 'https://example.com' }, reads: { '/v1/calendars/get': { id: 'cal-1' } } },
	...['contact', 'event'].map((kind): Writing => ({
		resource: `${kind}Tag`,
		operation: 'update',
		collection: 'updateFields',
		path: `/v1/calendars/${kind}-tags/update`,
		parameters: { [`${kind}TagId`]: byId('tag-1') },
		change: { tagColor: 'red' },
		sent: { tag_id: 'tag-1', color: 'red' },
	})),
	{
		resource: 'coupon',
		operation: 'update',
		collection: 'updateFields',
		path: '/v1/events/coupons/update',
		parameters: { couponScope: 'event', eventId: byId('evt-1'), couponCode: { __rl: true, mode: 'code', value: 'SUMMER20' } },
		change: { couponStartAt: '2027-06-15T09:00:00Z' },
		sent: { event_id: 'evt-1', code: 'SUMMER20', valid_start_at: '2027-06-15T09:00:00Z' },
	},
	{
		resource: 'coupon',
		operation: 'create',
		collection: 'additionalFields',
		path: '/v1/events/coupons/create',
		parameters: { couponScope: 'event', eventId: byId('evt-1'), newCode: 'SUMMER20', discountType: 'percent', percentOff: 10, uses: 'unlimited' },
		change: {},
		sent: { event_id: 'evt-1', code: 'SUMMER20', discount: { discount_type: 'percent', percent_off: 10 }, remaining_count: 1_000_000 },
	},
	{
		resource: 'membership',
		operation: 'addMember',
		collection: 'additionalFields',
		path: '/v1/memberships/members/add',
		parameters: { membershipTierId: byId('memt-1'), memberEmail: 'guest1@example.com' },
		change: {},
		sent: { membership_tier_id: 'memt-1', email: 'guest1@example.com' },
	},
	{ resource: 'organization', operation: 'createCalendar', collection: 'additionalFields', path: '/v2/organizations/calendars/create', parameters: { calendarName: 'Berlin Meetups' }, change: {}, sent: { name: 'Berlin Meetups' } },
	{ resource: 'host', operation: 'add', collection: 'additionalFields', path: '/v1/events/hosts/add', parameters: { eventId: byId('evt-1'), newHostEmail: 'host1@example.com' }, change: {}, sent: { event_id: 'evt-1', email: 'host1@example.com' } },
	{ resource: 'webhook', operation: 'update', collection: 'updateFields', path: '/v2/webhooks/update', parameters: { webhookId: byId('wh-1') }, change: { webhookStatus: 'paused' }, sent: { id: 'wh-1', status: 'paused' } },
	{
		resource: 'event',
		operation: 'rejectSubmission',
		collection: 'additionalFields',
		path: '/v1/calendars/events/reject',
		parameters: { submissionId: byId('calev-1') },
		change: {},
		sent: { calendar_event_id: 'calev-1' },
	},
];

/** Update is refused where it changes nothing; the others do what they do. */
const refusesNothing = ({ operation }: Writing) => operation === 'update';

it('every collection of fields of a write is looked at', () => {
	const looked = writings.map(({ resource, operation, collection }) => `${resource} ${operation} ${collection}`);
	// These send nothing that is not typed, or show what they are set to, as statuses and switches do.
	const others = ['blast create', 'blast update', 'host add', 'host update', 'webhook update', 'guest add', 'guest sendInvites', 'guest updateStatus', 'guest updateTickets', 'contact import', 'contactTag create', 'eventTag create', 'event addToCalendar'];
	for (const [resource, operation] of operations) {
		if (others.includes(`${resource} ${operation}`)) continue;
		for (const { name } of fieldsOf(resource, operation).filter(({ name }) => ['additionalFields', 'updateFields'].includes(name))) expect(looked).toContain(`${resource} ${operation} ${name}`);
	}
});

/** A switch and a choice show what they are set to as soon as they are added; there is nothing to fill in. */
const showsItsValue = ({ type, typeOptions }: INodeProperties) => type === 'boolean' || (type === 'options' && !typeOptions?.loadOptionsMethod);

describe.each(writings)('$resource $operation', (writing) => {
	const { resource, operation, collection, path, parameters, change, sent, reads } = writing;
	const answers = () => {
		for (const [read, body] of Object.entries(reads ?? {})) answer('GET', read, { body });
		answer('POST', path, { body: { id: 'evt-1' } });
	};
	const added = fieldsOf(resource, operation).find(({ name }) => name === collection)!.options as INodeProperties[];
	const blank = added.filter((field) => !showsItsValue(field));

	it.each(blank.map((field) => [field.displayName, field] as const))('%s, added and left as it is', async (_label, { name, default: initial }) => {
		answers();
		const { error } = await run({ resource, operation, ...parameters, [collection]: { [name]: initial, ...change } as NodeParameterValueType });
		expect(error).toBeUndefined();
		expect(received[received.length - 1].body).toEqual(sent);
	});

	// An Update that is only such fields has nothing to change, and says so.
	it('all of them', async () => {
		if (!refusesNothing(writing)) answers();
		const { error } = await run({ resource, operation, ...parameters, [collection]: Object.fromEntries(blank.map(({ name, default: initial }) => [name, initial])) as NodeParameterValueType });
		expect(error?.message).toBe(refusesNothing(writing) ? 'Update Fields has no changes to send' : undefined);
		expect(received.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual(refusesNothing(writing) ? [] : [sent]);
	});
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
