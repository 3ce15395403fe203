/** What a person can fill in wrongly: an error that names the field and the fix, and nothing sent. */
import type { INodeParameters } from 'n8n-workflow';
import { requests, run } from '../../engine';
import { plainCase } from '../../operations';
import { questions } from '../../operations/parts/settings';
import { byId } from '../../operations/parts/case';
import { answer, useLuma } from './support/luma';
import { checkRefused, type Bad } from './support/refused';

useLuma();

const create = { resource: 'event', operation: 'create', eventName: 'Summer Conference', startAt: '2027-06-15T09:00:00', timezone: 'Europe/Berlin' };
const update = { resource: 'event', operation: 'update', eventId: byId('evt-1') };
const add = { resource: 'guest', operation: 'add', eventId: byId('evt-1'), guests: { guest: [{ email: 'guest1@example.com' }] } };
const invite = { ...add, operation: 'sendInvites' };
const status = { resource: 'guest', operation: 'updateStatus', eventId: byId('evt-1'), guestId: byId('gst-1') };
const tickets = { ...status, operation: 'updateTickets' };
const makeType = { resource: 'ticketType', operation: 'create', eventId: byId('evt-1'), ticketTypeName: 'Early Bird' };
const changeType = { resource: 'ticketType', operation: 'update', ticketTypeId: byId('ttype-1') };
const list = { resource: 'event', operation: 'getAll' };

const more = (base: INodeParameters, additionalFields: INodeParameters): INodeParameters => ({ ...base, additionalFields });
const changing = (base: INodeParameters, updateFields: INodeParameters, rest: INodeParameters = {}): INodeParameters => ({ ...base, updateFields, ...rest });
const json = (guestsJson: string | object): INodeParameters => ({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'json', guestsJson: guestsJson as string });
const oneOption = { event_ticket_type_id: 'ttype-1' };
const options = (count: number) => JSON.stringify([{ ...questions[0], question_type: 'dropdown', options: Array.from({ length: count }, (_, index) => `Option ${index}`) }]);

const examples = /Use the date picker, an ISO 8601 date such as 2027-06-01T19:00/;
const one = /^Remove all but one\.$/;
const dates: Bad[] = [
	['a day that does not exist', { ...create, startAt: '2027-02-30T10:00:00' }, 'Start: "2027-02-30T10:00:00" does not exist', examples],
	['a text that is no date', { ...create, startAt: 'next week' }, 'Start: "next week" is not a date', examples],
	['a number that is no date', { ...create, startAt: '={{ 17 }}' }, 'Start: 17 is not a date', examples],
	['a day without a time', { ...create, startAt: '2027-06-15' }, 'Start: "2027-06-15" has no time of day', /such as 2027-06-15T19:00\. For midnight, use 2027-06-15T00:00\./],
	['the same on Update', changing(update, { startAt: '={{ 46553 }}' }), 'Start: 46553 has no time of day', /2027-06-15T19:00/],
	['the same of the end', { ...create, endAt: '15.06.2027' }, 'End: "15.06.2027" has no time of day', /2027-06-15T19:00/],
	['a day that could be another', { ...create, startAt: '2/10/2027 6:00 PM' }, 'Start: "2/10/2027 6:00 PM" could be two days, because day and month can be either way around', /\{\{ DateTime\.fromFormat\('2\/10\/2027 6:00 PM', 'M\/d\/yyyy h:mm a'\)/],
	['a time that the clocks skip', { ...create, startAt: '2027-03-28T02:30:00' }, /^Start: "2027-03-28T02:30:00" does not exist in Europe\/Berlin, because the clocks skip it/, /before or after the clocks change/],
	['a zone that does not exist', { ...create, timezone: 'Europe/Atlantis' }, 'Time Zone: "Europe/Atlantis" is not a time zone', /IANA name such as Europe\/Berlin/],
	['such a zone on Update', changing(update, { startAt: '2027-06-15T09:00:00', timezone: 'Mars/Base' }), 'Time Zone: "Mars/Base" is not a time zone', /Choose one from the list/],
	['an end before the start', { ...create, endAt: '2027-06-15T08:00:00' }, "End is 2027-06-15T08:00:00+02:00, which is not after 'Start' (2027-06-15T09:00:00+02:00)"],
	['an end at the start', { ...create, endAt: '2027-06-15T09:00:00' }, /^End is \S+, which is not after 'Start' /],
	['an end before the start on Update', changing(update, { startAt: '2027-06-15T09:00:00Z', endAt: '2027-06-15T08:59:00Z' }), /^End is \S+, which is not after 'Start' /],
	['the same, filled in the other way round', changing(update, { endAt: '2027-06-15T08:59:00Z', startAt: '2027-06-15T09:00:00Z' }), /^End is \S+, which is not after 'Start' /],
	['a bad start beside a good end', changing(update, { endAt: '2027-06-15T09:00:00', startAt: '2027-02-30T10:00:00' }), 'Start: "2027-02-30T10:00:00" does not exist', examples],
	['filters the wrong way round', { ...list, filters: { after: '2027-06-02', before: '2027-06-01' } }, /^Before is \S+, which is not after 'After' /],
	['a bad filter', { ...list, filters: { after: 'yesterday' } }, 'After: "yesterday" is not a date', examples],
	['a last day before the first', more(makeType, { validStartAt: '2027-05-02', validEndAt: '2027-05-01' }), /^Valid Until is 2027-05-01, which is before 'Valid From' /],
	['a day of a ticket type that does not exist', changing(changeType, { validStartAt: '2027-06-31' }), 'Valid From: "2027-06-31" does not exist', examples],
];

const texts: Bad[] = [
	['a broken list of guests', json('[{ "email": "guest1@example.com" },\n { "email": }]'), /^Guests \(JSON\) is not valid JSON: line 2, column 13, near /, /^Expected: \[ \{ "email": "guest@example\.com", "name": "Guest"/],
	['guests that are no list', json('{ "email": "guest1@example.com" }'), 'Guests (JSON): {"email":"guest1@example.com"} is not a list', /^Expected: \[/],
	['a guest without email', json('[{ "name": "Guest 1" }]'), 'Guests (JSON): at [0]: "email" is missing', /^Expected: \[/],
	['a guest whose email is none', json('[{ "email": "guest1@example.com" }, { "email": "guest" }]'), 'Guests (JSON): at [1].email: "guest" is not an email address', /^Expected: \[/],
	['no guests', json('[]'), 'Guests (JSON) is empty'],
	['an empty list by expression', json('={{ [] }}'), 'Guests (JSON) is required'],
	['answers that are no list', json('[{ "email": "guest1@example.com", "registration_answers": { "q1": "x" } }]'), 'Guests (JSON): at [0].registration_answers: {"q1":"x"} is not a list', /^Expected: \[/],
	['an answer without a question', json('[{ "email": "guest1@example.com", "registration_answers": [{ "value": "x" }] }]'), 'Guests (JSON): at [0].registration_answers[0]: "question_id" is missing', /^Expected: \[/],
	['a row without email', { ...add, guests: { guest: [{ email: 'guest1@example.com' }, { email: '', name: 'Guest 2' }] } }, 'Guests: at [1]: "email" is missing', /^Expected: \[/],
	['no rows', { ...add, guests: {} }, 'Guests is required'],
	['broken answers in a row', { ...add, guests: { guest: [{ email: 'guest1@example.com', answers: '[{' }] } }, 'Guests: at [0].registration_answers: is not valid JSON: line 1, column 3, it ends too early', /^Expected: \[ \{ "question_id"/],
	['a broken coordinate', more(create, { coordinate: { json: { json: '{ latitude: 1 }' } } }), /^Coordinates is not valid JSON: line 1, column 3/, /^Expected: \{ "longitude": 13\.405, "latitude": 52\.52 \}$/],
	['half a coordinate', more(create, { coordinate: { json: { json: '{ "latitude": 1 }' } } }), 'Coordinates: "longitude" is missing', /^Expected: /],
	['a latitude beyond the pole', more(create, { coordinate: { position: { latitude: 91, longitude: 0 } } }), 'Coordinates: at latitude: 91 is not a number from -90 to 90'],
	['a longitude beyond the date line', more(create, { coordinate: { position: { latitude: 0, longitude: -181 } } }), 'Coordinates: at longitude: -181 is not a number from -180 to 180'],
	['a coordinate in two forms', more(create, { coordinate: { position: { latitude: 1, longitude: 1 }, json: { json: '{}' } } }), 'Coordinates has 2 formats filled in, but only one is allowed', one],
	['an address of no kind', more(create, { address: { json: { json: '{ "address": "x" }' } } }), 'Address: "type" is missing, but has to be one of manual, google', /^Expected: \{ "type": "manual"/],
	['an address as a list', more(create, { address: { json: { json: '[1]' } } }), 'Address: [1] is not an object', /^Expected: /],
	['an address in two forms', more(create, { address: { manual: { address: 'x' }, google: { placeId: 'y' } } }), 'Address has 2 formats filled in, but only one is allowed', one],
	['questions that are no list', more(create, { registrationQuestions: '{ "label": "x" }' }), 'Registration Questions: {"label":"x"} is not a list', /^Expected: \[ \{ "id": "diet"/],
	['a question of an unknown type', more(create, { registrationQuestions: '[{ "label": "x", "question_type": "essay" }]' }), /^Registration Questions: at \[0\]\.question_type: "essay" is not one of agree-check, company, dropdown, github, instagram, linkedin, long-text, multi-select, phone-number, telegram, terms, text, twitter, url, youtube$/, /^Expected: /],
	['a question with options and no type', more(create, { registrationQuestions: '[{ "label": "x", "options": ["a"] }]' }), 'Registration Questions: at [0]: "question_type" is missing: dropdown for one of the options, multi-select for several', /^Expected: /],
	['a choice without options', more(create, { registrationQuestions: '[{ "label": "x", "question_type": "dropdown" }]' }), 'Registration Questions: at [0]: "options" is missing', /^Expected: /],
	['feedback that is neither on nor off', more(create, { feedbackEmail: '{ "enabled": "perhaps" }' }), 'Feedback Email: at enabled: "perhaps" is not true or false', /^Expected: \{ "enabled": true, "delay": "PT2H" \}$/],
	['251 options', more(create, { registrationQuestions: options(251) }), 'Registration Questions: at [0].options: has 251 entries, but the maximum is 250', /^Expected: /],
	['feedback after 8 days', more(create, { feedbackEmail: '{ "enabled": true, "delay": "P8D" }' }), 'Feedback Email: at delay: "P8D" is not a duration from PT0M to P7D', /^Expected: /],
	['ticket types without a name', more(create, { ticketTypes: '[{ "type": "free" }]' }), 'Ticket Types: at [0]: "name" is missing', /^Expected: \[ \{ "name": "Standard"/],
	['a ticket type whose name is no text', more(create, { ticketTypes: '[{ "name": { "en": "Standard" }, "type": "free" }]' }), /^Ticket Types: at \[0\]\.name: /, /^Expected: \[ \{ "name": "Standard"/],
	['a broken theme', more(create, { theme: '{ "theme": ' }), 'Theme is not valid JSON: line 1, column 12, it ends too early'],
	['a ticket in two forms', more(add, { ticket: { type: { ticketTypeId: byId('ttype-1') }, json: { json: '{}' } } }), 'One Ticket per Guest has 2 formats filled in, but only one is allowed', one],
	['a ticket without a type', more(add, { ticket: { type: { ticketTypeId: byId('') } } }), 'One Ticket per Guest has no Ticket Type', /^Choose a ticket type, or remove the ticket/],
	['a ticket as text', more(add, { ticket: { json: { json: '"ttype-1"' } } }), 'One Ticket per Guest: "ttype-1" is not an object', /^Expected: \{ "event_ticket_type_id"/],
	['tickets as an object', more(add, { tickets: { json: [{ json: JSON.stringify(oneOption) }] } }), /^Several Tickets per Guest: .* is not a list$/, /^Expected: \[/],
	['half a ticket', more(add, { tickets: { type: [{ ticketTypeId: byId('ttype-1'), quantity: 1.5 }] } }), 'Several Tickets per Guest: 1.5 is not a whole number from 1 to 1000'],
	['Ticket and Tickets', more(add, { ticket: { type: { ticketTypeId: byId('ttype-1') } }, tickets: { type: [{ ticketTypeId: byId('ttype-2'), quantity: 1 }] } }), "Several Tickets per Guest is filled in together with 'One Ticket per Guest'", /^Remove one of them\.$/],
];

const member = (memberAnswersJson: string): INodeParameters => more({ resource: 'membership', operation: 'addMember', membershipTierId: byId('memt-1'), memberEmail: 'guest1@example.com' }, { memberAnswersJson });
const answered = (type: string, value: string) => member(`[{ "label": "x", "question_id": "q1", "question_type": "${type}", "value": ${value} }]`);
const members: Bad[] = [
	['an answer of a member without its question', member('[{ "question_id": "q1", "value": "x" }]'), /^Registration Answers \(JSON\): at \[0\]: "label" is missing/, /^Expected: /],
	['an answer of a member of an unknown type', answered('essay', '"x"'), /^Registration Answers \(JSON\): at \[0\]\.question_type: "essay" is not one of agree-check, company/, /^Expected: /],
	['a tick of a member that is text', answered('agree-check', '"perhaps"'), 'Registration Answers (JSON): at [0].value: "perhaps" is not true or false', /^Expected: /],
	['a list of a member where text is asked for', answered('text', '["a"]'), /^Registration Answers \(JSON\): at \[0\]\.value: has to be text, not \["a"\]/, /^Expected: /],
];

const bounds: Bad[] = [
	['a message of 201 characters', more(invite, { message: 'a'.repeat(201) }), 'Message has 201 characters, but Luma allows at most 200'],
	['such a message with a status', more(status, { message: 'a'.repeat(201) }), 'Message has 201 characters, but Luma allows at most 200'],
	['a message without a mail', more(status, { message: 'Hello', sendEmail: false }), "Send Email is off, but 'Message' is filled in", /Turn on 'Send Email', or remove 'Message'/],
	['a slug of 2 characters', more(create, { slug: 'ab' }), 'Slug has 2 characters, but Luma requires at least 3'],
	['a slug of 51 characters', changing(update, { slug: 'a'.repeat(51) }), 'Slug has 51 characters, but Luma allows at most 50'],
	['a slug that is a URL elsewhere', more(create, { slug: 'https://example.com/summer' }), 'Slug: "https://example.com/summer" is not the end of a URL on luma.com', /^Use only what comes behind luma\.com\//],
	['a slug with a blank', changing(update, { slug: 'Summer Conference' }), 'Slug: "Summer Conference" is not the end of a URL on luma.com'],
	['tickets to remove that are none', { ...tickets, ticketIdsToRemove: '={{ false }}' }, 'Tickets to Remove Names or IDs: false is not a list'],
	['no ticket in a list', { ...tickets, ticketIdsToRemove: ' ; ,' }, 'Update Tickets has no changes to send'],
	['a guest among them', { ...tickets, ticketIdsToRemove: 'tkt-1; gst-1' }, 'Tickets to Remove Names or IDs: "gst-1" is the ID of a guest, not of a ticket'],
	['something else in the list', { ...tickets, ticketIdsToRemove: '={{ ["tkt-1", true] }}' }, 'Tickets to Remove Names or IDs has true in its list, which is not text'],
	['a slug of a calendar that is a URL elsewhere', { resource: 'calendar', operation: 'update', updateFields: { calendarSlug: 'https://example.com/berlin' } }, 'Slug: "https://example.com/berlin" is not the end of a URL on luma.com'],
	['a color that is none', more(create, { tintColor: 'red' }), 'Color: "red" is not a color', /#bb2dc7/],
	['a cover from elsewhere', more(create, { cover: { url: { url: 'https://example.com/a.png' } } }), 'Cover: "https://example.com/a.png" is not on https://images.lumacdn.com/', /Add the image as a file, or upload it to Luma first/],
	['half a guest as capacity', more(create, { maxCapacity: 1.5 }), 'Max Capacity: 1.5 is not a whole number of 0 or more'],
	['less than no capacity', more(makeType, { ticketCapacity: -1 }), 'Max Capacity: -1 is not a whole number of 0 or more'],
	['a boolean that is none', more(create, { showGuestList: '={{ "perhaps" }}' }), 'Show Guest List: "perhaps" is not true or false'],
	['a switch that is none', { ...create, options: { returnIdOnly: '={{ "perhaps" }}' } }, 'Return ID Only: "perhaps" is not true or false'],
	['no price, as guests do not choose it, in words', more({ ...makeType, type: 'paid' }, { isFlexible: '={{ "no" }}' }), 'Type is Paid, so the ticket type needs a price'],
	['a ticket type name of 31 characters', { ...makeType, ticketTypeName: 'a'.repeat(31) }, 'Name has 31 characters, but Luma allows at most 30'],
	['such a name on Update', changing(changeType, { ticketTypeName: 'a'.repeat(31) }), 'Name has 31 characters, but Luma allows at most 30'],
	['such a name in an event', more(create, { ticketTypes: JSON.stringify([{ name: 'a'.repeat(31), type: 'free' }]) }), 'Ticket Types: at [0].name: has 31 characters, but Luma allows at most 30', /^Expected: /],
	['a description of 1001 characters', more(makeType, { ticketTypeDescription: 'a'.repeat(1001) }), 'Description has 1001 characters, but Luma allows at most 1000'],
	['a price that is none', more(makeType, { cents: '={{ "12.50" }}' }), 'Price (Cents): "12.50" is not a whole number of 0 or more'],
	['a limit of 0', { ...list, limit: 0 }, 'Limit: 0 is not a whole number of 1 or more'],
	['a limit that is none', { ...list, limit: '={{ "all" }}' }, 'Limit: "all" is not a whole number of 1 or more'],
	['Max Tries of 0', { ...list, options: { maxTries: 0 } }, 'Max Tries: 0 is not a whole number of 1 or more'],
	['Max Wait that is none', { ...list, options: { maxWait: '={{ "long" }}' } }, 'Max Wait on Rate Limit: "long" is not a whole number of 0 or more'],
	['Return All that is neither', { ...list, returnAll: '={{ "maybe" }}' }, 'Return All: "maybe" is not true or false'],
	['a refund that is no choice', { resource: 'event', operation: 'cancel', eventId: byId('evt-1'), confirm: true, refundGuests: '={{ "maybe" }}' }, 'Refund Guests: "maybe" is not one of no, notNeeded, yes'],
];

const nothingToDo: Bad[] = [
	['an event', changing(update, {}), 'Update Fields has no changes to send', /Clear Fields/],
	['an event, told to keep quiet', changing(update, { notifyGuests: 'nobody' }), 'Update Fields has no changes to send', /Clear Fields/],
	['an event, with an empty field', changing(update, { descriptionMd: ' ' }), 'Update Fields has no changes to send', /Clear Fields/],
	['a ticket type', changing(changeType, {}), 'Update Fields has no changes to send', /Add at least one field/],
	['a field both cleared and set', changing(update, { maxCapacity: 5 }, { clearFields: ['max_capacity'] }), "Clear Fields: Max Capacity is also set in 'Update Fields'", /^Remove it from 'Update Fields' or from 'Clear Fields'\.$/],
	['the same of a ticket type', changing(changeType, { cents: 0 }, { clearFields: ['cents'] }), "Clear Fields: Price is also set in 'Update Fields'"],
	['a field that cannot be cleared', { ...update, clearFields: '={{ ["name"] }}' }, 'Clear Fields: "name" is not one of max_capacity, phone_number_requirement, registration_questions'],
	['the tickets of a guest', tickets, 'Update Tickets has no changes to send', /'Tickets to Add' or 'Tickets to Remove Names or IDs'/],
	['the tickets of a guest, by empty expressions', { ...tickets, ticketIdsToRemove: '={{ "" }}', ticketsToAdd: {} }, 'Update Tickets has no changes to send', /'Tickets to Add' or 'Tickets to Remove Names or IDs'/],
];

/** What an expression may leave of a required field. A field that was never filled in does not reach the node: n8n refuses to run it. */
const nothing = ['={{ $json.missing }}', '={{ "" }}', '={{ "  " }}'];
const missing: Bad[] = (
	[
		[create, 'eventName', 'Name'],
		[create, 'startAt', 'Start'],
		[{ resource: 'event', operation: 'lookUp', platform: 'external' }, 'externalUrl', 'URL'],
		[status, 'guestStatus', 'Status'],
		[makeType, 'ticketTypeName', 'Name'],
		[makeType, 'type', 'Type'],
		[json('[]'), 'guestsJson', 'Guests (JSON)'],
	] as Array<[INodeParameters, string, string]>
).flatMap(([base, field, label]): Bad[] => nothing.map((value) => [`${base.operation as string}: ${field} as ${value}`, { ...base, [field]: value }, `${label} is required`]));

const locators: Bad[] = ['cancel', 'get', 'lookUp', 'update']
	.map((operation): [INodeParameters, string, string] => [{ resource: 'event', operation, ...plainCase('event', operation).parameters }, operation === 'lookUp' ? 'publicEventId' : 'eventId', 'Event'])
	.concat(
		['add', 'getAll', 'sendInvites', 'updateStatus'].map((operation): [INodeParameters, string, string] => [{ resource: 'guest', operation, ...plainCase('guest', operation).parameters }, 'eventId', 'Event']),
		['get', 'updateStatus', 'updateTickets'].map((operation): [INodeParameters, string, string] => [{ resource: 'guest', operation, ...plainCase('guest', operation).parameters }, 'guestId', 'Guest']),
		['get', 'update', 'delete'].map((operation): [INodeParameters, string, string] => [{ resource: 'ticketType', operation, ...plainCase('ticketType', operation).parameters }, 'ticketTypeId', 'Ticket Type']),
	)
	.flatMap(([base, field, label]): Bad[] => nothing.slice(0, 2).map((value) => [`${base.resource as string} ${base.operation as string}: ${field} as ${value}`, { ...base, [field]: byId(value) }, `${label} is required`]));

describe.each([
	['dates', dates],
	['JSON and rows', texts],
	['bounds', bounds],
	['answers of members', members],
	['nothing to change', nothingToDo],
	['what is required', missing],
	['events, guests and ticket types', locators],
])('%s', (_name, rows) => {
	for (const [what, parameters, message, fix] of rows) it(what, async () => await checkRefused(parameters, message, fix));
});

describe('at the bounds, all is sent', () => {
	it.each<[string, INodeParameters, string]>([
		['a message of 200 characters', more(invite, { message: 'a'.repeat(200) }), '/v1/events/guests/send-invites'],
		['a slug of 3 characters', changing(update, { slug: 'abc' }), '/v1/events/update'],
		['a slug of 50 characters', changing(update, { slug: 'a'.repeat(50) }), '/v1/events/update'],
		['a ticket type name of 30 characters', { ...makeType, ticketTypeName: 'a'.repeat(30) }, '/v1/events/ticket-types/create'],
		['a description of 1000 characters', more(makeType, { ticketTypeDescription: 'a'.repeat(1000) }), '/v1/events/ticket-types/create'],
		['250 options', changing(update, { registrationQuestions: options(250) }), '/v1/events/update'],
		['feedback after 7 days', changing(update, { feedbackEmail: '{ "enabled": true, "delay": "P7D" }' }), '/v1/events/update'],
		['the south pole', changing(update, { coordinate: { position: { latitude: -90, longitude: -180 } } }), '/v1/events/update'],
	])('%s', async (_what, parameters, path) => {
		answer('POST', path, { body: {} });
		const { error } = await run({ ...parameters, ...(path === '/v1/events/update' && { options: { returnIdOnly: true } }) });
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(1);
	});
});
