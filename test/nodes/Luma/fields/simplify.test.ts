import { simpleEvent, simpleGuest } from '../../../../nodes/Luma/fields/simplify';
import { run } from '../../../engine';
import { plainEvent, plainGuest, wholeEvent, wholeGuest } from '../cases/answers';
import { byId } from '../support/case';
import { answer, received, useLuma } from '../support/luma';
import { checkRefused } from '../support/refused';

useLuma();

describe('an event', () => {
	it.each([
		['the whole address', { address: 'Hall', full_address: 'Hall, Example Street 1' }, 'Hall, Example Street 1'],
		['the address as it was typed in', { address: 'Example Street 1', full_address: null }, 'Example Street 1'],
		['null where it has no place', null, null],
	])('has as its location %s', (_what, geo_address_json, location) => {
		expect(simpleEvent({ ...wholeEvent, geo_address_json })).toEqual({ ...plainEvent, location });
	});

	it('of another platform has what Luma knows of it', () => {
		const { platform, visibility, meeting_url, description_md, guest_counts, ...known } = wholeEvent;
		expect([platform, visibility, meeting_url, description_md, guest_counts]).not.toContain(undefined);
		expect(Object.keys(simpleEvent({ ...known, platform: 'external' }))).toEqual(['id', 'name', 'start_at', 'end_at', 'timezone', 'url', 'location']);
	});

	it('has the counts that Luma gives', () => {
		const { approved_guests, ...others } = simpleEvent({ ...wholeEvent, guest_counts: { approved: { guests: 3, tickets: 9 } } });
		expect(approved_guests).toBe(3);
		expect(Object.keys(others).filter((name) => name.endsWith('_guests'))).toEqual([]);
	});
});

describe('a guest', () => {
	it('has the first check-in, all tickets, and answers as text', () => expect(simpleGuest(wholeGuest)).toEqual(plainGuest));

	it('without tickets and answers has empty ones', () => {
		expect(simpleGuest({ ...wholeGuest, event_tickets: [], registration_answers: null })).toEqual({ ...plainGuest, checked_in_at: null, ticket_names: '', answers: {} });
	});

	it('who has not come is not checked in', () => {
		expect(simpleGuest({ ...wholeGuest, event_tickets: [{ name: 'Standard', checked_in_at: null }] })).toMatchObject({ checked_in_at: null, ticket_names: 'Standard' });
	});
});

it('has nothing nested but the answers, and nothing nested in them', () => {
	const nested = (values: object) => Object.entries(values).filter(([, value]) => typeof value === 'object' && value !== null);
	const fields = [simpleEvent(wholeEvent), simpleGuest(wholeGuest)].flatMap(nested);
	expect(fields.map(([name]) => name)).toEqual(['answers']);
	expect(nested(fields[0][1] as object)).toEqual([]);
});

it('leaves the event that was created whole', async () => {
	answer('POST', '/v1/events/create', { body: { id: 'evt-1' } });
	answer('GET', '/v1/events/get', { body: wholeEvent });
	const { json } = await run({ resource: 'event', operation: 'create', name: 'Summer Conference', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC' });
	expect(json).toEqual([wholeEvent]);
});

it('is chosen for each input item', async () => {
	answer('GET', '/v1/events/get', { body: wholeEvent }, 2);
	const { json } = await run({ resource: 'event', operation: 'get', eventId: byId('evt-1'), simplify: '={{ $json.n === 0 }}' }, { items: [{}, {}] });
	expect(json).toEqual([plainEvent, wholeEvent]);
	expect(received).toHaveLength(2);
});

it('refuses what is not true or false', async () => {
	await checkRefused({ resource: 'event', operation: 'get', eventId: byId('evt-1'), simplify: '={{ "perhaps" }}' }, 'Simplify: "perhaps" is not true or false');
});
