import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { byId, fromList } from './case';

/** A field that is sent on its own: its name, what a person fills in, the parameter it becomes, and its value there. */
export type Row = [field: string, filledIn: NodeParameterValueType, parameter: string, sent: IDataObject | IDataObject[] | string | number | boolean];

/** What a person fills in for a row, and what is sent for it. */
export const filledIn = ([field, value]: Row): INodeParameters => ({ [field]: value });
export const sentFor = ([, , parameter, value]: Row): IDataObject => ({ [parameter]: value });
/** The name of its case. */
export const shown = ([field, value]: Row) => `${field}: ${JSON.stringify(value)}`.slice(0, 80);

const base = { id: 'q1', label: 'A question', required: true };

/** Registration questions of every kind that Luma documents. */
export const questions: IDataObject[] = [
	...['agree-check', 'github', 'instagram', 'linkedin', 'long-text', 'phone-number', 'telegram', 'text', 'twitter', 'url', 'youtube'].map((question_type) => ({ ...base, question_type })),
	{ ...base, question_type: 'company', collect_job_title: true, job_title_label: 'What do you do there?' },
	...['dropdown', 'multi-select'].map((question_type) => ({ ...base, question_type, options: ['Everything', 'Vegan'] })),
	{ ...base, question_type: 'terms', terms: { content_type: 'link', url: 'https://example.com/terms', collect_signature: false } },
];

const text = (value: unknown) => JSON.stringify(value);
const manual = { type: 'manual', address: 'Alexanderplatz 1, Berlin' };
const google = { type: 'google', place_id: 'place-1' };

/** What can be set when an event is made and when it is changed. Times are meant in Europe/Berlin. */
export const eventSettings: Row[] = [
	['address', { manual: { address: 'Alexanderplatz 1, Berlin' } }, 'geo_address_json', manual],
	['address', { google: { placeId: fromList('place-1'), description: 'Third floor' } }, 'geo_address_json', { ...google, description: 'Third floor' }],
	['address', { google: { placeId: fromList('place-1'), description: '' } }, 'geo_address_json', google],
	['address', { google: { placeId: byId(' place-1 '), description: '' } }, 'geo_address_json', google],
	['address', { google: { placeId: byId('place-1') }, manual: { address: '' } }, 'geo_address_json', google],
	['address', { json: { json: text(manual) } }, 'geo_address_json', manual],
	['canRegisterForMultipleTickets', true, 'can_register_for_multiple_tickets', true],
	['canRegisterForMultipleTickets', false, 'can_register_for_multiple_tickets', false],
	['tintColor', '#bb2dc7', 'tint_color', '#bb2dc7'],
	['coordinate', { position: { latitude: 52.52, longitude: 13.405 } }, 'coordinate', { latitude: 52.52, longitude: 13.405 }],
	['coordinate', { position: { latitude: 0, longitude: 0 } }, 'coordinate', { latitude: 0, longitude: 0 }],
	['coordinate', { json: { json: '{ "latitude": -90, "longitude": 180 }' } }, 'coordinate', { latitude: -90, longitude: 180 }],
	['cover', { url: { url: 'https://images.lumacdn.com/event-covers/a.png' } }, 'cover_url', 'https://images.lumacdn.com/event-covers/a.png'],
	['descriptionMd', '## What to expect\n\n*Talks*', 'description_md', '## What to expect\n\n*Talks*'],
	['endAt', '2027-06-15T18:00:00', 'end_at', '2027-06-15T18:00:00+02:00'],
	['feedbackEmail', '{ "enabled": true, "delay": "PT2H" }', 'feedback_email', { enabled: true, delay: 'PT2H' }],
	['feedbackEmail', '{ "enabled": false }', 'feedback_email', { enabled: false }],
	['font', 'ivy-presto', 'font', 'ivy-presto'],
	['font', '{ "title": "ivy-presto" }', 'font', { title: 'ivy-presto' }],
	['locationVisibility', 'guests-only', 'location_visibility', 'guests-only'],
	['locationVisibility', 'public', 'location_visibility', 'public'],
	['maxCapacity', 100, 'max_capacity', 100],
	['maxCapacity', 0, 'max_capacity', 0],
	['meetingUrl', 'https://zoom.us/j/123456789', 'meeting_url', 'https://zoom.us/j/123456789'],
	['nameRequirement', 'first-last', 'name_requirement', 'first-last'],
	['nameRequirement', 'full-name', 'name_requirement', 'full-name'],
	['phoneNumberRequirement', 'optional', 'phone_number_requirement', 'optional'],
	['phoneNumberRequirement', 'required', 'phone_number_requirement', 'required'],
	['registrationOpen', true, 'registration_open', true],
	['registrationOpen', false, 'registration_open', false],
	['registrationQuestions', text(questions), 'registration_questions', questions],
	['sendReminders', true, 'reminders_disabled', false],
	['sendReminders', false, 'reminders_disabled', true],
	['showGuestList', true, 'show_guest_list', true],
	['showGuestList', false, 'show_guest_list', false],
	['slug', 'summer-conference', 'slug', 'summer-conference'],
	['theme', '{ "theme": "legacy" }', 'theme', { theme: 'legacy' }],
	['theme', 'legacy', 'theme', 'legacy'],
	['visibility', 'members-only', 'visibility', 'members-only'],
	['visibility', 'private', 'visibility', 'private'],
	['visibility', 'public', 'visibility', 'public'],
	['waitlistStatus', 'disabled', 'waitlist_status', 'disabled'],
	['waitlistStatus', 'enabled', 'waitlist_status', 'enabled'],
];

/** What can be set when a ticket type is made and when it is changed. */
export const ticketTypeSettings: Row[] = [
	['currency', 'EUR', 'currency', 'eur'],
	['ticketTypeDescription', 'For those who decide early', 'description', 'For those who decide early'],
	['isFlexible', true, 'is_flexible', true],
	['isFlexible', false, 'is_flexible', false],
	['isHidden', true, 'is_hidden', true],
	['isHidden', false, 'is_hidden', false],
	['ticketCapacity', 25, 'max_capacity', 25],
	['ticketCapacity', 0, 'max_capacity', 0],
	['minCents', 500, 'min_cents', 500],
	['minCents', 0, 'min_cents', 0],
	['cents', 2500, 'cents', 2500],
	['cents', 0, 'cents', 0],
	['requireApproval', true, 'require_approval', true],
	['requireApproval', false, 'require_approval', false],
	['validStartAt', '2027-05-01T00:00:00', 'valid_start_at', '2027-05-01'],
	['validEndAt', '2027-05-31T23:59:00', 'valid_end_at', '2027-05-31'],
];

