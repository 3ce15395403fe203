/** Lists of what belongs to an event, ticket types among them. */
import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { searchBlasts } from '../../../../nodes/Luma/lists/blasts';
import { searchGuests } from '../../../../nodes/Luma/lists/guests';
import { searchHosts } from '../../../../nodes/Luma/lists/hosts';
import { searchTicketTypes } from '../../../../nodes/Luma/lists/ticketTypes';
import { apiKey } from '../../../engine';
import { byId, byLink, fromList } from '../../../operations/parts/case';
import { loadOptions } from '../support/loadOptions';
import { answer, received, useLuma } from '../support/luma';
import { chosen, paths } from './support';

useLuma();

describe('ticket types', () => {
	const entries = [
		{ id: 'ttype-1', name: 'Standard', type: 'free', is_hidden: false },
		{ id: 'ttype-2', name: 'Speaker', type: 'paid', is_hidden: true },
	];

	it('of the chosen event come with the hidden ones', async () => {
		answer('GET', paths.ticketTypes, { body: { entries } });
		expect(await searchTicketTypes.call(chosen)).toEqual({
			results: [
				{ name: 'Standard (free)', value: 'ttype-1' },
				{ name: 'Speaker (paid, hidden)', value: 'ttype-2' },
			],
		});
		expect(received).toEqual([{ method: 'GET', path: paths.ticketTypes, query: { event_id: 'evt-1', include_hidden: 'true' } }]);
	});

	it.each(['speak', ' SPEAK ', 'hidden', 'ttype-2'])('are found by %p', async (filter) => {
		answer('GET', paths.ticketTypes, { body: { entries } });
		expect(await searchTicketTypes.call(chosen, filter)).toMatchObject({ results: [{ value: 'ttype-2' }] });
	});
});

it('hosts of the chosen event come by name and email address', async () => {
	const hosts = [
		{ id: 'usr-1', name: 'Nathan Smith', email: 'nathan@example.com' },
		{ id: 'usr-2', name: null, email: 'door@example.com' },
	];
	answer('GET', '/v1/events/get', { body: { id: 'evt-1', hosts } }, 2);
	expect(await searchHosts.call(chosen)).toEqual({ results: [{ name: 'Nathan Smith (nathan@example.com)', value: 'nathan@example.com' }, { name: 'door@example.com', value: 'door@example.com' }] });
	expect(await searchHosts.call(chosen, 'DOOR')).toMatchObject({ results: [{ value: 'door@example.com' }] });
	expect(received[0]).toEqual({ method: 'GET', path: '/v1/events/get', query: { event_id: 'evt-1' } });
});

it('blasts of the chosen event come by subject, status and time', async () => {
	const entries = [
		{ id: 'ep-1', subject: 'Tomorrow', content_md: 'Doors', status: 'scheduled', scheduled_for: '2027-06-12T07:00:00.000Z', sent_at: null },
		{ id: 'ep-2', subject: null, content_md: 'Thanks', status: 'sent', scheduled_for: null, sent_at: '2027-06-17T07:00:00.000Z' },
		{ id: 'ep-3' },
	];
	answer('GET', '/v1/events/blasts/list', { body: { entries } }, 2);
	expect((await searchBlasts.call(chosen)).results.map(({ name }) => name)).toEqual(['Tomorrow (scheduled, 12 Jun 2027, 07:00)', 'Thanks (sent, 17 Jun 2027, 07:00)', 'ep-3']);
	expect(await searchBlasts.call(chosen, 'SENT')).toMatchObject({ results: [{ value: 'ep-2' }] });
});

describe.each<[string, (this: ILoadOptionsFunctions, filter?: string) => Promise<unknown>, string]>([
	['guests', searchGuests, paths.guests],
	['blasts', searchBlasts, '/v1/events/blasts/list'],
	['hosts', searchHosts, '/v1/events/get'],
	['ticket types', searchTicketTypes, paths.ticketTypes],
])('%s', (_what, search, path) => {
	const at = (eventId: ReturnType<typeof byId>) => loadOptions({ resource: 'guest', operation: 'get', eventId });

	it.each([[undefined], [fromList('')], [byId(' ')]])('need an event first: %j', async (eventId) => {
		await expect(search.call(eventId === undefined ? loadOptions({ resource: 'guest', operation: 'get' }) : at(eventId))).rejects.toThrow('Choose an event first');
	});

	it.each(['https://luma.com/summer-conference', 'summer-conference'])('of an event that was given by link: %s', async (link) => {
		answer('GET', paths.lookUp, { body: { entity: { type: 'event', event: { id: 'evt-7' } } } });
		answer('GET', path, { body: { entries: [], hosts: [], has_more: false } });
		await search.call(at(byLink(link)));
		expect(received.map(({ query }) => query!.event_id ?? query!.slug)).toEqual(['summer-conference', 'evt-7']);
	});

	it('of a link that is no event', async () => {
		answer('GET', paths.lookUp, { body: { entity: null } });
		await expect(search.call(at(byLink('https://luma.com/berlin')))).rejects.toThrow('"https://luma.com/berlin" is not an event URL');
	});

	it("that cannot be loaded: Luma's words, and no key", async () => {
		answer('GET', path, { status: 401, body: { message: `You are not signed in with ${apiKey}`, code: null } });
		await expect(search.call(chosen)).rejects.toMatchObject({ message: 'You are not signed in with …', httpCode: '401', description: expect.stringContaining('Copy it again') as string });
	});
});
