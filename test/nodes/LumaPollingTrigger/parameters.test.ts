/** The fields of the polling trigger as people and expressions fill them, read through n8n's own context. */
import type { INodeParameters } from 'n8n-workflow';
import { wantedBy, type Wanted } from '../../../nodes/LumaPollingTrigger/parameters';
import { Polling } from './support';

const wanted = (parameters: INodeParameters) => wantedBy(new Polling({ url: 'http://localhost' }, parameters).context() as never);

const DAY = 86_400_000;
const usual: Wanted = { type: 'guest.registered', eventIds: undefined, ahead: Infinity, back: 7 * DAY, isSimplified: true, statuses: [], includeExisting: false, maxWait: 30_000 };

it.each<[string, INodeParameters]>([
	['nothing', {}],
	['blanks', { output: '={{ undefined }} ', filters: { guestStatuses: '={{ [""] }}' }, options: { daysAhead: '={{ null }}', daysBack: '={{ "" }} ', includeExisting: '={{ undefined }}', maxWait: ' ' } }],
])('%s: what holds without them', (_what, parameters) => expect(wanted(parameters)).toEqual(usual));

it.each<[INodeParameters, Partial<Wanted>]>([
	[{ triggerOn: 'guest.going' }, { type: 'guest.going' }],
	[{ output: '={{ "All Fields" }}' }, { isSimplified: false }],
	[{ filters: { guestStatuses: '={{ ["approved", "waitlist"] }} ' } }, { statuses: ['approved', 'waitlist'] }],
	[{ filters: { guestStatuses: '={{ "Waitlist, approved" }}' } }, { statuses: ['waitlist', 'approved'] }],
	[{ options: { daysAhead: '={{ "30" }}', daysBack: 0, includeExisting: '={{ "TRUE" }} ', maxWait: '={{ "10" }}' } }, { ahead: 30 * DAY, back: 0, includeExisting: true, maxWait: 10_000 }],
])('%j', (parameters, read) => expect(wanted(parameters)).toEqual({ ...usual, ...read }));

it.each([
	'={{ ["evt-1", "evt-12"] }}',
	'={{ ["evt-1", "evt-12"] }} ',
	'={{ "evt-1, evt-12" }}',
	'={{ JSON.stringify(["evt-1", "evt-12", ""]) }}',
	'={{ ["https://luma.com/event/manage/evt-1/guests", "luma.com/home?e=evt-12", "evt-1"] }}',
	'evt-1\nevt-12',
])('events by %j', (eventIds) => expect(wanted({ eventsToWatch: 'chosen', eventIds })).toEqual({ ...usual, eventIds: ['evt-1', 'evt-12'] }));

it.each(['={{ [] }}', '={{ "" }} ', '={{ [""] }}', '={{ null }}'])('no events by %j are refused, and not taken for all', (eventIds) => expect(() => wanted({ eventsToWatch: 'chosen', eventIds })).toThrow("Choose at least one event in 'Event Names or IDs'"));

it.each<[INodeParameters, RegExp]>([
	[{ triggerOn: 'guest.deleted' }, /^Trigger On: "guest\.deleted" is not one of .*guest\.registered/],
	[{ eventsToWatch: 'some' }, /^Events: "some" is not one of /],
	[{ filters: { guestStatuses: '={{ "going" }}' } }, /^Guest Statuses: "going" is not one of /],
	[{ output: '={{ "both" }}' }, /^Output: "both" is not one of /],
	[{ options: { includeExisting: '={{ "perhaps" }}' } }, /^Include Existing: "perhaps" is not true or false$/],
])('%j is refused by name', (parameters, message) => expect(() => wanted(parameters)).toThrow(message));
