/** What expressions, sheets and chats really give, through the engine. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { run } from '../../../engine';
import { byId, byLink } from '../../../operations/parts/case';
import { quicklyDone } from '../../../quickly';
import { always, answer, received, useLuma } from '../support/luma';
import { checkRefused } from '../support/refused';

useLuma();

const update = (updateFields: INodeParameters): INodeParameters => ({ resource: 'event', operation: 'update', eventId: byId('evt-1'), updateFields });

/** What goes to Luma for these fields of an event, beside its ID. */
async function sentFor(updateFields: INodeParameters, item: IDataObject = {}): Promise<IDataObject> {
	always('GET', '/v1/events/get', () => ({ body: { id: 'evt-1' } }));
	answer('POST', '/v1/events/update', {});
	const { error } = await run(update(updateFields), { items: [item] });
	expect(error).toBeUndefined();
	const { event_id, ...sent } = received.findLast(({ method }) => method === 'POST')!.body as IDataObject;
	expect(event_id).toBe('evt-1');
	return sent;
}

describe('a choice', () => {
	it.each<[string, string, string, string]>([
		['visibility', '={{ "private" }} ', 'visibility', 'private'],
		['visibility', '={{ "Members Only" }}', 'visibility', 'members-only'],
		['locationVisibility', 'GUESTS-ONLY', 'location_visibility', 'guests-only'],
		['nameRequirement', 'First-Last\u200b', 'name_requirement', 'first-last'],
		['phoneNumberRequirement', ' required', 'phone_number_requirement', 'required'],
		['waitlistStatus', 'Enabled', 'waitlist_status', 'enabled'],
	])('%s: %j', async (field, value, parameter, sent) => expect(await sentFor({ [field]: value })).toEqual({ [parameter]: sent }));

	it.each([
		['visibility', 'secret', 'Visibility: "secret" is not one of members-only, private, public'],
		['locationVisibility', 'hosts', 'Location Visibility: "hosts" is not one of guests-only, public'],
		['nameRequirement', 'none', 'Name Requirement: "none" is not one of first-last, full-name'],
		['phoneNumberRequirement', 'never', 'Phone Number Requirement: "never" is not one of optional, required'],
		['waitlistStatus', 'yes', 'Waitlist: "yes" is not one of disabled, enabled'],
	])('%s: %j is none', async (field, value, words) => await checkRefused(update({ [field]: `={{ "${value}" }}` }), words));

	it('that is made on creation is held to its choices too', async () => {
		const create = { resource: 'event', operation: 'create', eventName: 'x', startAt: '2027-01-01T10:00Z' };
		await checkRefused({ ...create, additionalFields: { createMeeting: '={{ "teams" }}' } }, 'Create Meeting: "teams" is not one of google-meet, zoom');
		await checkRefused({ ...create, additionalFields: { ticketTypes: '[{ "name": "a", "type": "gratis" }]' } }, 'Ticket Types: at [0].type: "gratis" is not one of free, paid');
		await checkRefused({ resource: 'ticketType', operation: 'create', eventId: byId('evt-1'), ticketTypeName: 'x', type: '={{ "gratis" }}' }, 'Type: "gratis" is not one of free, paid');
	});
});

it.each<[string, unknown, boolean]>([
	['={{ false }} ', undefined, false],
	['={{ $json.value }}', 'FALSE', false],
	['={{ $json.value }}', 'yes', true],
	['={{ $json.value }}', 0, false],
	['={{ $json.value }} ', 1, true],
])('a switch: %j with %j', async (showGuestList, value, sent) => expect(await sentFor({ showGuestList }, { value } as IDataObject)).toEqual({ show_guest_list: sent }));

it.each(['={{ ["invited", "waitlist"] }}', '={{ ["invited", "waitlist"] }} ', '={{ ["invited", "waitlist", ""] }}', '={{ "Invited, waitlist" }}', '["invited", "waitlist"]'])('a list: %j', async (guestStatuses) => {
	always('GET', '/v1/events/guests/list', ({ query }) => ({ body: { entries: [{ id: query!.approval_status }], has_more: false } }));
	const { error, json } = await run({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), filters: { guestStatuses } });
	expect(error).toBeUndefined();
	expect(json.map(({ id }) => id)).toEqual(['invited', 'waitlist']);
});

it('no status filters nothing', async () => {
	answer('GET', '/v1/events/guests/list', { body: { entries: [], has_more: false } });
	await run({ resource: 'guest', operation: 'getAll', eventId: byId('evt-1'), filters: { guestStatuses: '={{ [] }}' } });
	expect(received[0].query).not.toHaveProperty('approval_status');
});

it.each(['={{ $json.missing }}', '={{ " " }}'])('whom Luma notifies is not decided by an expression that gives nothing: %j', async (notifyGuests) =>
	await checkRefused(update({ eventName: 'New', notifyGuests }), /^Notify Guests is empty/),
);

it.each(['={{ ["max_capacity"] }} ', '={{ "Max Capacity" }}', '={{ ["max_capacity", ""] }}'])('fields to clear: %j', async (clearFields) => {
	answer('POST', '/v1/events/update', {});
	await run({ ...update({}), clearFields });
	expect(received[0].body).toEqual({ event_id: 'evt-1', max_capacity: null });
});

describe('JSON that says enough', () => {
	it.each<[string, string, IDataObject]>([
		['registrationQuestions', '[{ "label": "What do you eat?" }]', { registration_questions: [{ id: 'what-do-you-eat', label: 'What do you eat?', required: false, question_type: 'text' }] }],
		['feedbackEmail', '{ "subject": "How was it?", "message": "Tell us" }', { feedback_email: { enabled: true, subject: 'How was it?', message: 'Tell us' } }],
		['feedbackEmail', '{ "enabled": "no", "delay": "" }', { feedback_email: { enabled: false } }],
		['theme', '{ "theme": "legacy" }', { theme: { theme: 'legacy' } }],
	])('%s: %s', async (field, json, sent) => {
		expect(await sentFor({ [field]: json })).toEqual(sent);
		expect(await sentFor({ [field]: '={{ $json.json }}' }, { json: JSON.parse(json) as IDataObject })).toEqual(sent);
	});

	it('nested too deep is refused in words', async () => {
		const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		for (const field of ['registrationQuestions', 'feedbackEmail', 'theme']) await checkRefused(update({ [field]: deep }), / is nested more than 100 levels deep$/);
		await checkRefused({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'json', guestsJson: deep }, 'Guests (JSON) is nested more than 100 levels deep');
		await checkRefused({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'json', guestsJson: '['.repeat(100_000) }, /^Guests \(JSON\) is not valid JSON: line 1, column 100001, it ends too early$/);
	});
});

describe('guests of whom something is blank', () => {
	const path = { add: '/v1/events/guests/add', sendInvites: '/v1/events/guests/send-invites' };
	const rows: IDataObject[] = [{ email: 'guest1@example.com', name: '' }, { email: 'guest2@example.com', name: null }, { email: 'guest3@example.com', name: ' \u200b' }, { email: '', name: '' }];

	it.each(['add', 'sendInvites'] as const)('as JSON, as fields, and from input items: %s sends what is there', async (operation) => {
		answer('POST', path[operation], {}, 3);
		const given = { resource: 'guest', operation, eventId: byId('evt-1') };
		const guest = rows.slice(0, 3) as never;
		expect((await run({ ...given, guestsFrom: 'json', guestsJson: JSON.stringify(rows) })).error).toBeUndefined();
		expect((await run({ ...given, guestsFrom: 'fields', guests: { guest } })).error).toBeUndefined();
		expect((await run({ ...given, guestsFrom: 'inputItems' }, { items: rows.slice(0, 3) })).error).toBeUndefined();
		const sent = { guests: ['guest1@example.com', 'guest2@example.com', 'guest3@example.com'].map((email) => ({ email })) };
		expect(received.map(({ body }) => body)).toEqual(Array(3).fill(expect.objectContaining(sent)));
	});
});

it.each<[string, INodeParameters]>([
	['JSON', { guestsFrom: 'json', guestsJson: '={{ [{ email: $json.mail }] }}' }],
	['fields', { guestsFrom: 'fields', guests: { guest: [{ email: '={{ $json.mail }}' }] } }],
	['input items', { guestsFrom: 'inputItems', guestEmail: '={{ $json.mail }}' }],
])('an address of 100 kB out of %s is refused at once: n8n has one thread for all', async (_what, guests) => {
	const add = { resource: 'guest', operation: 'add', eventId: byId('evt-1'), ...guests };
	await quicklyDone(1000, async () => await checkRefused(add, /is not an email address$/, undefined, { items: [{ mail: `a@${'a.'.repeat(50_000)} x` }] }));
});

describe('a pasted', () => {
	it.each([
		['link of a calendar with the event open', byLink('https://luma.com/our-calendar?e=evt-1')],
		['link of the start page', byId('https://luma.com/home?e=evt-1')],
		['check-in link', byLink('https://luma.com/check-in/evt-1?pk=g-1')],
		['link of an embedded event', byLink('https://lu.ma/embed/event/evt-1/simple')],
		['ID with what nobody sees in it', byId('\u200bevt-1\u00a0')],
	])('%s is the event, without a look-up', async (_what, eventId) => {
		answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
		await run({ resource: 'event', operation: 'get', eventId });
		expect(received).toEqual([{ method: 'GET', path: '/v1/events/get', query: { event_id: 'evt-1' } }]);
	});

	it('slug is looked up where a link is asked for', async () => {
		answer('GET', '/v1/entities/lookup', { body: { entity: { type: 'event', event: { id: 'evt-1' } } } });
		answer('GET', '/v1/events/get', { body: { id: 'evt-1' } });
		await run({ resource: 'event', operation: 'get', eventId: byLink('summer-conference') });
		expect(received.map(({ query }) => query)).toEqual([{ slug: 'summer-conference' }, { event_id: 'evt-1' }]);
	});

	it.each([
		['check-in link', 'https://luma.com/check-in/evt-1?pk=g-1', 'g-1'],
		['address with what nobody sees in it', 'guest1\u200b@example.com\u00a0', 'guest1@example.com'],
	])('%s is the guest', async (_what, guest, id) => {
		answer('GET', '/v1/events/guests/get', { body: { id: 'gst-1' } });
		await run({ resource: 'guest', operation: 'get', eventId: byId('evt-1'), guestId: byId(guest) });
		expect(received[0].query).toEqual({ event_id: 'evt-1', id });
	});

	it('ticket type ID has nothing in it that nobody sees', async () => {
		answer('GET', '/v1/events/ticket-types/get', { body: { id: 'ttype-1' } });
		await run({ resource: 'ticketType', operation: 'get', ticketTypeId: byId('\u2060ttype-1 ') });
		expect(received[0].query).toEqual({ event_ticket_type_id: 'ttype-1' });
	});
});

describe('a check-in link as guest', () => {
	const status = (eventId: INodeParameters, guest = 'https://luma.com/check-in/evt-1?pk=g-1'): INodeParameters => ({ resource: 'guest', operation: 'updateStatus', eventId, guestId: byId(guest) });

	it('of another event than the one that is chosen is refused', async () =>
		await checkRefused(status(byId('evt-2')), "Guest is a check-in URL of another event (evt-1) than the one chosen in 'Event' (evt-2)", /^Use a check-in URL of this event, or choose the other event in 'Event'\./));

	it('is held against an event given by link too, and nothing is written', async () => {
		answer('GET', '/v1/entities/lookup', { body: { entity: { type: 'event', event: { id: 'evt-2' } } } });
		const { error } = await run(status(byLink('https://luma.com/summer-conference')));
		expect(error?.message).toContain('(evt-1) than the one chosen');
		expect(received.map(({ method }) => method)).toEqual(['GET']);
	});

	it.each([byId('evt-1'), byLink('https://luma.com/check-in/evt-1?pk=g-1')])('is taken where the event is the same: %j', async (eventId) => {
		answer('POST', '/v1/events/guests/update-status', {});
		expect((await run(status(eventId))).error).toBeUndefined();
		expect(received[0].body).toMatchObject({ event_id: 'evt-1', guest_id: 'g-1' });
	});
});

it('what is not on Luma is not looked up as if it were', async () => {
	const lookUp = { resource: 'event', operation: 'lookUp', platform: 'luma', publicEventId: byLink('https://www.eventbrite.com/e/1') };
	await checkRefused(lookUp, 'Event: "https://www.eventbrite.com/e/1" is not an event URL', /For an event on another site, set 'Event On' to 'Another Site'\.$/);
	for (const operation of ['lookUp', 'addToCalendar']) {
		const elsewhere = (externalUrl: string) => ({ resource: 'event', operation, platform: 'external', externalUrl, eventName: 'x', startAt: '2027-01-01T10:00Z', endAt: '2027-01-01T11:00Z' });
		await checkRefused(elsewhere('https://luma.com/summer-conference'), 'URL: "https://luma.com/summer-conference" is on Luma', /^Set 'Event On' to 'Luma'\./);
		for (const none of ['summer conference', 'www.eventbrite.com/e/1', 'https://nowhere', 'evt-1']) await checkRefused(elsewhere(none), `URL: "${none}" is not a URL`, /such as https:/);
	}
	await checkRefused({ ...lookUp, publicEventId: byLink('https://luma.com/discover') }, 'Event: "https://luma.com/discover" is not an event URL');
});

it.each(['contactTag', 'eventTag'])('a %s is put on what certainly can have it alone', async (resource) => {
	const [fields, of] = resource === 'contactTag' ? [['taggedFrom', 'list', 'contactRefs'], 'Emails or Contact IDs'] : [['eventsFrom', 'chosen', 'eventIds'], 'Event Names or IDs'];
	const apply = (refs: string) => ({ resource, operation: 'apply', [`${resource}Id`]: byId('VIP'), [fields[0]]: fields[1], [fields[2]]: refs });
	await checkRefused(apply('={{ ["https://example.com/x"] }}'), new RegExp(`^${of}: "https://example.com/x" is (not an event URL|a URL, not a contact)$`));
	await checkRefused(apply('={{ ["gst-1"] }}'), new RegExp(`^${of}: "gst-1" is the ID of a guest, not of an? (event|contact)$`));
});

it.each<[string, string[]]>([
	['tkt-1, tkt-2', ['tkt-1', 'tkt-2']],
	['tkt-1; tkt-2;', ['tkt-1', 'tkt-2']],
	['tkt-1 tkt-2\ntkt-1', ['tkt-1', 'tkt-2']],
	['={{ ["tkt-1", " ", null, "tkt-1", "tkt-2"] }}', ['tkt-1', 'tkt-2']],
	['={{ ["tkt-1"] }} ', ['tkt-1']],
])('tickets to remove: %s', async (ticketIdsToRemove, sent) => {
	answer('POST', '/v1/events/guests/update-tickets', {});
	const { error } = await run({ resource: 'guest', operation: 'updateTickets', eventId: byId('evt-1'), guestId: byId('gst-1'), ticketIdsToRemove });
	expect(error).toBeUndefined();
	expect(received[0].body).toMatchObject({ ticket_ids_to_remove: sent });
});

it.each(['https://luma.com/summer-conference', ' lu.ma/summer-conference?tk=x ', '/summer-conference', 'summer-conference'])('the slug in %s', async (slug) => expect(await sentFor({ slug })).toEqual({ slug: 'summer-conference' }));

describe('a time zone with what nobody sees in it', () => {
	const timezone = 'Europe/Berlin\u200b';
	const sent = { timezone: 'Europe/Berlin', start_at: '2027-06-01T19:00:00+02:00', end_at: '2027-06-01T21:00:00+02:00' };
	const times = { startAt: '2027-06-01T19:00:00', endAt: '2027-06-01T21:00:00' };

	it('is that of the times of a new event', async () => {
		answer('POST', '/v1/events/create', { body: { id: 'evt-1' } });
		const { error } = await run({ resource: 'event', operation: 'create', eventName: 'x', timezone, ...times, options: { returnIdOnly: true } }, { timezone: 'America/New_York' });
		expect(error).toBeUndefined();
		expect(received[0].body).toMatchObject(sent);
	});
	it('is that of new times', async () => expect(await sentFor({ timezone, ...times })).toEqual(sent));
});

describe('a name keeps what people see in it', () => {
	// Joined by what has no place of its own, colored by it, shaped by it; and a blank that breaks no line.
	const NAMES = ['👩‍💻 Speakers', '❤️ Friends', 'می‌خواهم', 'Très\u00a0bien'];
	const AS_SEEN = [...NAMES.slice(0, 3), 'Très bien'];
	const padded = (name: string) => `\u200b${name}\ufeff\u00a0`;

	it('of a new tag, and where a tag is put on someone', async () => {
		always('POST', '/v1/calendars/contact-tags/create', () => ({ body: { tag_id: 'tag-1' } }));
		always('POST', '/v1/calendars/contact-tags/apply', () => ({}));
		const items = NAMES.map((tag) => ({ tag: padded(tag), email: 'guest@example.com' }));
		expect((await run({ resource: 'contactTag', operation: 'create', tagName: '={{ $json.tag }}' }, { items })).error).toBeUndefined();
		expect((await run({ resource: 'contactTag', operation: 'apply', contactTagId: byId('={{ $json.tag }}'), taggedFrom: 'inputItems', contactRef: '={{ $json.email }}' }, { items })).error).toBeUndefined();
		expect(received.map(({ body }) => (body as IDataObject).name ?? (body as IDataObject).tag)).toEqual([...AS_SEEN, ...AS_SEEN]);
	});

	it.each(NAMES)('of a tag that is found by it: %s', async (name) => {
		always('GET', '/v1/calendars/contact-tags/list', () => ({ body: { entries: [{ id: 'tag-1', name }, { id: 'tag-2', name: 'Other' }], has_more: false } }));
		answer('POST', '/v1/calendars/contact-tags/delete');
		const { error } = await run({ resource: 'contactTag', operation: 'delete', contactTagId: byId(padded(name.replace('\u00a0', ' ').normalize('NFD'))) });
		expect(error).toBeUndefined();
		expect(received.at(-1)!.body).toEqual({ tag_id: 'tag-1' });
	});

	it('in a list, as text and as a list', async () => {
		always('POST', '/v1/calendars/contacts/import', () => ({}));
		for (const contactTagIds of [`={{ ${JSON.stringify(NAMES.map(padded).join(', '))} }}`, `={{ ${JSON.stringify(NAMES.map(padded))} }}`]) {
			await run({ resource: 'contact', operation: 'import', contactsFrom: 'json', contactsJson: '[{ "email": "a@example.com" }]', additionalFields: { contactTagIds } });
			expect((received.at(-1)!.body as IDataObject).tags).toEqual(AS_SEEN);
		}
	});

	it('among the choices of a question', async () => {
		const { registration_questions } = await sentFor({ questionRows: { question: [{ label: 'Who?', questionType: 'dropdown', choices: NAMES.map(padded).join('\n') }] } });
		expect(registration_questions).toMatchObject([{ options: AS_SEEN }]);
	});

	it('in a search', async () => {
		answer('GET', '/v1/calendars/contacts/list', { body: { entries: [], has_more: false } });
		await run({ resource: 'contact', operation: 'getAll', filters: { contactQuery: 'Nathan\u00a0Smith' } });
		expect(received[0].query).toMatchObject({ query: 'Nathan Smith' });
	});
});

describe('a number of an option with what nobody sees in it', () => {
	it('is how many guests go in one request', async () => {
		always('POST', '/v1/events/guests/add', () => ({}));
		const guestsJson = JSON.stringify([1, 2, 3].map((n) => ({ email: `guest${n}@example.com` })));
		const { json } = await run({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'json', guestsJson, options: { batchSize: '={{ "2\u200b" }}' } }, { node: { onError: 'continueRegularOutput' } });
		expect(received.map(({ body }) => (body as { guests: unknown[] }).guests.length)).toEqual([2, 1]);
		expect(json).toHaveLength(3);
	});
	it('is how often a request is sent', async () => {
		always('GET', '/v1/events/get', () => ({ status: 503 }));
		const { error } = await run({ resource: 'event', operation: 'get', eventId: byId('evt-1'), options: { maxTries: '={{ "2\u200b" }}', maxWait: '={{ "60\u200b" }}' } });
		expect(error).toBeDefined();
		expect(received).toHaveLength(2);
	});
});
