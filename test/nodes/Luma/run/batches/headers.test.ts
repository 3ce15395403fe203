/** Guests, contacts and admins from sheets and CRMs: columns are understood by their headers where the fields are left as they are. */
import type { IDataObject, INodeParameters, NodeExecutionHint } from 'n8n-workflow';
import { run } from '../../../../engine';
import { apiKey } from '../../../../simulator';
import { addPath, byId, conference, simulator, useSimulator } from './support';

useSimulator();

async function added(items: IDataObject[], more: INodeParameters = {}) {
	const result = await run({ resource: 'guest', operation: 'add', eventId: byId(conference), guestsFrom: 'inputItems', ...more }, { items, credentials: { baseUrl: simulator.url, apiKey } });
	const bodies = simulator.requests.filter(({ path }) => path === addPath).map(({ body }) => (body as { guests: IDataObject[] }).guests);
	const hints = (result.run.data.resultData.runData.Luma?.[0].hints ?? []) as NodeExecutionHint[];
	return { ...result, guests: bodies.flat(), hints: hints.map(({ message }) => message) };
}

it.each<[IDataObject, IDataObject, string[]]>([
	[{ email: 'a@example.com', name: 'Ada' }, { email: 'a@example.com', name: 'Ada' }, []],
	[{ Email: 'a@example.com', Name: 'Ada' }, { email: 'a@example.com', name: 'Ada' }, ["'Email' was taken from 'Email' of the input items.", "'Name' was taken from 'Name' of the input items."]],
	[{ 'E-Mail': 'a@example.com' }, { email: 'a@example.com' }, ["'Email' was taken from 'E-Mail' of the input items."]],
	[{ 'email address': 'a@example.com', 'Full name': 'Ada' }, { email: 'a@example.com', name: 'Ada' }, ["'Email' was taken from 'email address' of the input items.", "'Name' was taken from 'Full name' of the input items."]],
	[{ email: 'a@example.com', 'First Name': 'Ada', 'Last Name': 'Lovelace' }, { email: 'a@example.com', name: 'Ada Lovelace' }, ["'Name' was taken from 'First Name' and 'Last Name' of the input items."]],
	[{ email: 'a@example.com', first_name: 'Ada', last_name: '' }, { email: 'a@example.com', name: 'Ada' }, ["'Name' was taken from 'first_name' of the input items."]],
	[{ user_email: 'a@example.com', user_name: 'Ada' }, { email: 'a@example.com', name: 'Ada' }, ["'Email' was taken from 'user_email' of the input items.", "'Name' was taken from 'user_name' of the input items."]],
	[{ email: 'a@example.com', 'E-Mail': 'b@example.com' }, { email: 'a@example.com' }, []],
	[{ email: '', EMAIL: 'b@example.com' }, { email: 'b@example.com' }, ["'Email' was taken from 'EMAIL' of the input items."]],
	[{ email: 'a@example.com', username: 'ada99', company: 'Example Ltd' }, { email: 'a@example.com' }, []],
])('%j', async (item, guest, hints) => {
	const result = await added([item]);
	expect(result.error).toBeUndefined();
	expect(result.guests).toEqual([guest]);
	expect(result.hints).toEqual(hints);
});

it('says once for many items what was taken', async () => {
	const { guests, hints } = await added([1, 2, 3].map((n) => ({ 'E-Mail': `new${n}@example.com` })));
	expect(guests).toHaveLength(3);
	expect(hints).toEqual(["'Email' was taken from 'E-Mail' of the input items."]);
});

it('does not guess where a person has filled in the field', async () => {
	const { error } = await added([{ 'E-Mail': 'a@example.com' }], { guestEmail: '={{ $json.Mail }}' });
	expect(error?.message).toBe('Email is required');
	const { guests } = await added([{ Email: 'a@example.com', Name: 'Ada' }], { guestName: '' });
	expect(guests).toEqual([{ email: 'a@example.com' }]);
});

it('a column that is none of these is not taken', async () => {
	const { error } = await added([{ 'Work Email': 'a@example.com', 'Email Opt In': 'yes' }]);
	expect(error).toMatchObject({ message: 'Email is required', description: 'The input item has the fields n, Work Email, Email Opt In. Nothing was sent.' });
});

/** The other lists of people: what each needs, where it goes, and how one of them stands there. */
describe.each<[string, INodeParameters, string, (guest: IDataObject) => IDataObject]>([
	['contact import', { resource: 'contact', operation: 'import', contactsFrom: 'inputItems' }, '/v1/calendars/contacts/import', (guest) => ({ contacts: [guest] })],
	['contactTag apply', { resource: 'contactTag', operation: 'apply', taggedFrom: 'inputItems', contactTagId: byId('VIP') }, '/v1/calendars/contact-tags/apply', ({ email }) => ({ tag: 'VIP', emails: [email] })],
	['calendar addAdmins', { resource: 'calendar', operation: 'addAdmins', adminsFrom: 'inputItems' }, '/v1/calendars/admins/add', ({ email }) => ({ emails: [email] })],
])('%s', (_what, parameters, to, sent) => {
	it.each<[IDataObject, IDataObject]>([
		[{ email: 'a@example.com', name: 'Ada' }, { email: 'a@example.com', name: 'Ada' }],
		[{ 'E-Mail': 'a@example.com', 'First Name': 'Ada', 'Last Name': 'Lovelace' }, { email: 'a@example.com', name: 'Ada Lovelace' }],
		[{ user_email: 'a@example.com', user_name: 'Ada' }, { email: 'a@example.com', name: 'Ada' }],
	])('%j', async (item, guest) => {
		const { error } = await run(parameters, { items: [item], credentials: { baseUrl: simulator.url, apiKey } });
		expect(error).toBeUndefined();
		expect(simulator.requests.filter(({ path }) => path === to).map(({ body }) => body)).toEqual([sent(guest)]);
	});
});
