/** Guests who are at the event already, and previews: nothing goes out to them, and the rest goes out once. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { run, type Options } from '../../../../engine';
import { apiKey } from '../../../../simulator';
import { checkRefused } from '../../support/refused';
import { addPath, byId, conference, invitePath, meetup, people, simulator, useSimulator } from './support';

useSimulator();

const invite = async (items: IDataObject[], options: INodeParameters, more: INodeParameters = {}, how: Options = {}) =>
	await run({ resource: 'guest', operation: 'sendInvites', eventId: byId(conference), guestsFrom: 'inputItems', options, ...more }, { items, credentials: { baseUrl: simulator.url, apiKey }, ...how });
const sent = (path: string) => simulator.requests.filter((request) => request.path === path);
const guests = (...numbers: number[]) => numbers.map((n) => ({ email: `guest${n}@example.com` }));
const mails = (event: string) => simulator.guests(event).reduce((sum, { mails: count }) => sum + count, 0);

it('invites only those who are not there with one of the statuses, however they are spelled', async () => {
	// Guests 1 and 2 are approved, 4 is pending, 6 invited, 9 declined.
	const items = [...guests(1, 2, 4, 6, 9), { email: 'GUEST3@example.com ' }, ...people(3)];
	const { json, error } = await invite(items, { skipStatuses: ['approved', 'pending_approval'] });
	expect(error).toBeUndefined();
	expect(json.map(({ status }) => status)).toEqual(['present', 'present', 'present', 'invited', 'invited', 'present', 'invited', 'invited', 'invited']);
	expect(json[2].reason).toBe('Already at the event: pending approval');
	expect(sent(invitePath)).toHaveLength(1);
	expect((sent(invitePath)[0].body as { guests: unknown[] }).guests).toHaveLength(5);
});

it('reads the list of each event once, 100 guests a page, however many items there are', async () => {
	const approved = simulator.guests(conference).filter(({ approval_status }) => approval_status === 'approved').length;
	await invite(people(250, (n) => ({ event: n % 2 === 0 ? conference : meetup })), { skipStatuses: ['approved'] }, { eventId: byId('={{ $json.event }}') });
	const lists = sent('/v1/events/guests/list');
	expect(lists.filter(({ query }) => query.event_id === conference)).toHaveLength(Math.ceil(approved / 100));
	expect(new Set(lists.map(({ query }) => query.approval_status))).toEqual(new Set(['approved']));
});

it('a preview sends nothing and says what would be sent', async () => {
	const before = mails(conference);
	const { json, linked } = await invite([...guests(1), ...people(3), people(1)[0]], { preview: true, skipStatuses: ['approved'] });
	expect(json.map(({ status }) => status)).toEqual(['present', 'preview', 'preview', 'preview', 'duplicate']);
	expect(linked).toEqual([0, 1, 2, 3, 4]);
	expect(simulator.requests.filter(({ method }) => method === 'POST')).toEqual([]);
	expect(mails(conference)).toBe(before);
});

it.each([1, 20])('a preview of %i guests at an event that is not there is an error', async (count) => {
	const { error, items } = await invite(people(count), { preview: true, skipStatuses: ['approved', 'waitlist'] }, { eventId: byId('evt-unknown') });
	expect(items).toEqual([]);
	expect(error?.message).toContain('evt-unknown');
	expect(error?.httpCode).toBe('404');
});

it('a preview can be for some items alone', async () => {
	const { json } = await invite(people(3), { preview: '={{ $json.n === 1 }}' });
	expect(json.map(({ status }) => status)).toEqual(['invited', 'preview', 'invited']);
});

it.each([1, 2])('what is only a preview of some items does not keep it from going out for others: lists of %i', async (count) => {
	const guestsJson = JSON.stringify(people(count));
	const { json } = await invite([{ test: true }, { test: true }, { test: false }, { test: false }], { preview: '={{ $json.test }}' }, { guestsFrom: 'json', guestsJson });
	const each = (status: string) => Array<string>(count).fill(status);
	expect(json.map(({ status }) => status)).toEqual([...each('preview'), 'duplicate', ...each('invited'), 'duplicate']);
	expect(sent(invitePath)).toHaveLength(1);
});

it('a list that cannot be read stops the node, and nothing was sent', async () => {
	simulator.fail({ path: '/v1/events/guests/list', status: 403, message: 'Not now' });
	const { error, items } = await invite(people(20), { skipStatuses: ['approved'] });
	expect({ message: error?.message, items }).toEqual({ message: 'Not now', items: [] });
	expect(sent(invitePath)).toEqual([]);
});

it('where the node goes on, the guests of that event fail, and the others are invited', async () => {
	simulator.fail({ path: '/v1/events/guests/list', status: 403, message: 'Not now' });
	const items = people(20, (n) => ({ event: n < 10 ? conference : meetup }));
	const { json } = await invite(items, { skipStatuses: ['approved'] }, { eventId: byId('={{ $json.event }}') }, { node: { onError: 'continueRegularOutput' } });
	expect(json.map(({ status }) => status)).toEqual([...Array<string>(10).fill('error'), ...Array<string>(10).fill('invited')]);
	expect(json[0]).toMatchObject({ error: 'Not now', http_status: 403 });
});

describe('where the list cannot be read, nobody of it is sent anything, a second row that says something else neither', () => {
	it.each<[string, INodeParameters]>([
		['in a preview', { skipStatuses: ['approved'], preview: true }],
		['otherwise', { skipStatuses: ['approved'] }],
	])('%s', async (_how, options) => {
		simulator.fail({ path: '/v1/events/guests/list', status: 403, message: 'Not now' });
		const twice = [...guests(1), ...people(2)].flatMap((one) => [{ ...one, name: 'Ada' }, { ...one, name: 'Bo' }]);
		const { json } = await invite(twice, options, {}, { node: { onError: 'continueRegularOutput' } });
		expect(json.map(({ status }) => status)).toEqual(Array(6).fill('error'));
		expect(simulator.requests.filter(({ method }) => method === 'POST')).toEqual([]);
		expect(sent('/v1/events/guests/list')).toHaveLength(1);
	});
});

it('few are asked for one by one, each once', async () => {
	const { json } = await invite([...guests(1), { email: 'GUEST1@example.com', name: 'Ada' }], { skipStatuses: ['approved'] });
	expect(json.map(({ status }) => status)).toEqual(['present', 'duplicate']);
	expect(simulator.requests.map(({ path }) => path)).toEqual(['/v1/events/guests/get']);
});

it('a row that gets its turn since Luma has refused the one before it keeps to its own preview', async () => {
	simulator.fail({ path: invitePath, status: 400, message: 'Not that name', times: Infinity });
	const { json } = await invite([{ email: 'new1@example.com', name: 'Ada' }, { email: 'new1@example.com', name: 'Bo', preview: true }], { preview: '={{ $json.preview === true }}' }, {}, { node: { onError: 'continueRegularOutput' } });
	expect(json.map(({ status }) => status)).toEqual(['error', 'preview']);
	expect(sent(invitePath)).toHaveLength(1);
});

it('Retry On Fail: who was invited before is not taken for somebody who was there', async () => {
	simulator.fail({ path: invitePath, skip: 1, status: 403, message: 'Not now' });
	const { json, error } = await invite(people(150), { skipStatuses: ['invited'] }, {}, { node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } });
	expect(error).toBeUndefined();
	expect(new Set(json.map(({ status }) => status))).toEqual(new Set(['invited']));
	expect(sent(invitePath)).toHaveLength(3);
});

it('an error that stops the node counts everybody: those who are there and those of a preview, too', async () => {
	simulator.fail({ path: invitePath, status: 403, message: 'Not now' });
	const { error } = await invite([...guests(1, 2), ...people(4)], { skipStatuses: ['approved'], preview: '={{ $json.n === 5 }}' });
	expect(error?.message).toBe('Not now');
	expect(error?.description).toContain('Of 6 items: 2 present, 1 preview, 3 error.');
});

it('Add leaves them out too', async () => {
	const { json } = await invite([...guests(1), ...people(2)], { skipStatuses: ['approved'] }, { operation: 'add' });
	expect(json.map(({ status }) => status)).toEqual(['present', 'added', 'added']);
	expect(sent(addPath)).toHaveLength(1);
});

describe('what decides whom Luma mails is not left to an expression that gives nothing', () => {
	it.each<[INodeParameters, RegExp]>([
		[{ skipStatuses: '={{ [] }}' }, /^Skip Who Is Already There is empty/],
		[{ skipStatuses: '={{ $json.missing }}' }, /^Skip Who Is Already There is empty/],
		[{ skipStatuses: '={{ "going" }}' }, /^Skip Who Is Already There: "going" is not one of/],
		[{ preview: '={{ $json.missing }}' }, /^Preview is empty/],
		[{ preview: '={{ "perhaps" }}' }, /^Preview: "perhaps" is not true or false/],
	])('%j', async (options, message) => await checkRefused({ resource: 'guest', operation: 'sendInvites', eventId: byId(conference), guestsFrom: 'inputItems', guestEmail: 'new1@example.com', options }, message));
});
