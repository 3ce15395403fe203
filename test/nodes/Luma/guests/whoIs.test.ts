/** What changes one guest says who that is, as far as that is known without a request. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { guestInBody } from '../../../../nodes/Luma/fields/guest';
import { getGuestTickets } from '../../../../nodes/Luma/lists/guests';
import { resources } from '../../../../nodes/Luma/resources';
import type { Operation } from '../../../../nodes/Luma/resources/operation';
import { run } from '../../../engine';
import { plainCase } from '../../../operations';
import { byId } from '../../../operations/parts/case';
import { loadOptions } from '../support/loadOptions';
import { answer, always, received, useLuma } from '../support/luma';

useLuma();

const chosen = (cachedResultName: string): INodeParameters => ({ __rl: true, mode: 'list', value: 'gst-1', cachedResultName });

const { works } = resources.find(({ name }) => name === 'guest')!;
/** What changes one guest, found by the field that names the guest. */
const changing = Object.keys(works).filter((operation) => (works[operation] as Operation).fields.includes(guestInBody));

it('finds them', () => expect(changing).toEqual(expect.arrayContaining(['updateStatus', 'updateTickets'])));

describe.each(changing)('%s gives out who the guest is, by guestDone of fields/guest.ts', (operation) => {
	const plain = plainCase('guest', operation);
	const { path } = plain.exchanges[plain.shared ?? 0];

	it.each<[string, INodeParameters, IDataObject, IDataObject]>([
		['given by email', byId('Guest@example.com'), {}, { email: 'Guest@example.com' }],
		['of the input item, as Get Many has it', byId('={{ $json.id }}'), { id: 'gst-1', user_name: 'Ada', user_email: 'ada@example.com' }, { name: 'Ada', email: 'ada@example.com' }],
		['of the input item by email, as a sheet has it', byId('={{ $json.email }}'), { email: 'ADA@example.com', name: 'Ada' }, { name: 'Ada', email: 'ADA@example.com' }],
		['of another input item', byId('gst-2'), { id: 'gst-1', user_name: 'Ada', user_email: 'ada@example.com' }, {}],
		['by email, of another input item', byId('bo@example.com'), { email: 'ada@example.com', name: 'Ada' }, { email: 'bo@example.com' }],
		['chosen from the list', chosen('Ada (London) (ada@example.com, pending approval)'), {}, { name: 'Ada (London)', email: 'ada@example.com' }],
		['chosen from the list, without a name', chosen('ada@example.com (approved)'), {}, { email: 'ada@example.com' }],
		['chosen from a list that says less', chosen('gst-1'), {}, {}],
		['given by ID', byId('gst-1'), {}, {}],
	])('%s', async (_what, guestId, item, who) => {
		always('POST', path, () => ({}));
		const { json, error } = await run({ resource: 'guest', operation, ...plain.parameters, guestId }, { items: [item] });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ ...plain.items[0], guest_id: (received[0].body as IDataObject).guest_id, ...who }]);
		expect(received).toHaveLength(1);
	});
});

describe('the tickets of a guest', () => {
	const of = (parameters: INodeParameters) => loadOptions({ resource: 'guest', operation: 'updateTickets', eventId: byId('evt-1'), ...parameters });

	it('by name', async () => {
		answer('GET', '/v1/events/guests/get', { body: { event_tickets: [{ id: 'tkt-1', name: 'Standard', checked_in_at: null }, { id: 'tkt-2', name: 'Workshop', checked_in_at: '2027-01-01T00:00:00Z' }, { id: 'tkt-3' }] } });
		expect(await getGuestTickets.call(of({ guestId: byId('https://luma.com/check-in/evt-1?pk=g-1') }))).toEqual([{ name: 'Standard', value: 'tkt-1' }, { name: 'Workshop (checked in)', value: 'tkt-2' }, { name: 'tkt-3', value: 'tkt-3' }]);
		expect(received[0].query).toEqual({ event_id: 'evt-1', id: 'g-1' });
	});

	it('of one who has none', async () => {
		answer('GET', '/v1/events/guests/get', { body: { event_tickets: null } });
		expect(await getGuestTickets.call(of({ guestId: byId('gst-1') }))).toEqual([]);
	});

	it('need a guest first', async () => await expect(getGuestTickets.call(of({ guestId: byId(' ') }))).rejects.toThrow('Choose a guest first'));
});
