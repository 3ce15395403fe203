import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { after, eventTime, timeZone } from '../../fields/dates';
import { jsonIfGiven, template } from '../../fields/jsonText';
import { address, coordinate } from '../../fields/place';
import { body, required, type Change } from '../../fields/send';
import { duration } from '../../values/dateTime';
import { questions } from '../../values/questions';
import { choice, color, coverUrl, textIn, whole, yesNo } from '../../values/scalar';
import { arrayOf, completed, flag, objectOf, oneOf, type Check } from '../../values/shape';
import { json } from '../../values/json';
import { visible } from '../../values/text';

/** The latest that Luma sends feedback emails: seven days after the end. */
const MAX_DELAY = 'P7D';

const delay: Check = (value) => duration(value, { max: MAX_DELAY });
/** Luma's document has only these two; what else is given, such as a subject, is passed on. */
const feedbackCheck = completed({ enabled: true }, objectOf({}, { enabled: flag, delay }));
const feedback = { enabled: true, delay: 'PT2H' };

const question = { id: 'diet', label: 'What do you eat?', required: false, question_type: 'dropdown', options: ['Everything', 'Vegan'] };

const ticketTypesCheck = arrayOf(objectOf({ name: (value) => textIn(value, { min: 1, max: 30 }), type: oneOf('free', 'paid') }, { require_approval: flag }), { min: 1 });
const ticketType = { name: 'Standard', type: 'free', require_approval: false };

/** JSON where it reads as such; Luma does not document what a theme or a font may be, so a plain name passes too. */
const jsonOrName: Change = (value) => (typeof value === 'string' && !/^\s*[[{"]/.test(value) ? visible(value) : json(value));

const bool: Change = (value) => yesNo(value);

const locationVisibilities: INodePropertyOptions[] = [
	{ name: 'Guests Only', value: 'guests-only' },
	{ name: 'Public', value: 'public' },
];

const nameRequirements: INodePropertyOptions[] = [
	{ name: 'First and Last Name', value: 'first-last' },
	{ name: 'Full Name', value: 'full-name' },
];

const phoneNumberRequirements: INodePropertyOptions[] = [
	{ name: 'Optional', value: 'optional' },
	{ name: 'Required', value: 'required' },
];

const visibilities: INodePropertyOptions[] = [
	{ name: 'Members Only', value: 'members-only', description: 'For members of the calendar' },
	{ name: 'Private', value: 'private', description: 'For people who have the link' },
	{ name: 'Public', value: 'public', description: 'Shown on the calendar' },
];

const waitlistStatuses: INodePropertyOptions[] = [
	{ name: 'Disabled', value: 'disabled' },
	{ name: 'Enabled', value: 'enabled' },
];

const meetings: INodePropertyOptions[] = [
	{ name: 'Google Meet', value: 'google-meet' },
	{ name: 'Zoom', value: 'zoom' },
];

const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'eventName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Summer Conference',
	description: 'Name of the event',
};

/** What a new event is called. */
export const name: INodeProperties = { ...nameField, routing: body('name', 'Name', required) };

/** What an event is called from now on; blank leaves its name as it is. */
export const newName: INodeProperties = { ...nameField, routing: body('name', 'Name') };

const startField: INodeProperties = {
	displayName: 'Start',
	name: 'startAt',
	type: 'dateTime',
	default: '',
	description: 'When the event begins. A time without an offset is meant in the time zone chosen for the event, or else in that of the workflow.',
};

/** When a new event begins. */
export const startAt: INodeProperties = { ...startField, routing: body('start_at', 'Start', required, eventTime) };

/** When an event begins from now on; blank leaves it as it is. */
export const newStartAt: INodeProperties = { ...startField, routing: body('start_at', 'Start', eventTime) };

export const timezone: INodeProperties = {
	displayName: 'Time Zone Name or ID',
	name: 'timezone',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getTimeZones' },
	default: '',
	description: 'The IANA time zone in which the event takes place and shows its times. An expression may give any name such as Europe/Berlin. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	routing: body('timezone', 'Time Zone', timeZone),
};

export const endAt: INodeProperties = {
	displayName: 'End',
	name: 'endAt',
	type: 'dateTime',
	default: '',
	description: 'When the event ends. A time without an offset is meant in the time zone chosen for the event, or else in that of the workflow.',
	routing: body('end_at', 'End', eventTime, after('start_at', 'Start')),
};

/** What can be set when an event is made and when it is changed, sorted by name. */
export const settings: INodeProperties[] = [
	address,
	{
		displayName: 'Allow Multiple Tickets',
		name: 'canRegisterForMultipleTickets',
		type: 'boolean',
		default: false,
		description: 'Whether a guest can register for several tickets at once. Each ticket counts towards the capacity.',
		routing: body('can_register_for_multiple_tickets', 'Allow Multiple Tickets', bool),
	},
	{
		displayName: 'Color',
		name: 'tintColor',
		type: 'color',
		default: '',
		description: 'Color of the event page, as a hex color such as #bb2dc7',
		routing: body('tint_color', 'Color', color),
	},
	coordinate,
	{
		displayName: 'Cover URL',
		name: 'coverUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://images.lumacdn.com/event-covers/…',
		description: 'The cover image. Luma takes images from its own server only.',
		routing: body('cover_url', 'Cover URL', coverUrl),
	},
	{
		displayName: 'Description',
		name: 'descriptionMd',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		placeholder: 'e.g. ## What to expect',
		description: 'What the event is about, in Markdown',
		routing: body('description_md', 'Description'),
	},
	endAt,
	{
		displayName: 'Feedback Email',
		name: 'feedbackEmail',
		type: 'json',
		default: template({ enabled: null, delay: '' }),
		description: 'The email that asks guests for feedback after the event: {enabled, delay}, the delay an ISO 8601 duration up to P7D. Text or an object. It is enabled unless enabled is false.',
		routing: body('feedback_email', 'Feedback Email', jsonIfGiven(feedbackCheck, feedback)),
	},
	{
		displayName: 'Font',
		name: 'font',
		type: 'string',
		default: '',
		description: 'The font of the event page, by the name that Luma uses for it',
		routing: body('font', 'Font', jsonOrName),
	},
	{
		displayName: 'Location Visibility',
		name: 'locationVisibility',
		type: 'options',
		options: locationVisibilities,
		default: 'public',
		description: 'Who sees the exact address',
		routing: body('location_visibility', 'Location Visibility', choice(locationVisibilities)),
	},
	{
		displayName: 'Max Capacity',
		name: 'maxCapacity',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: null,
		description: 'Number of guests at which registration closes or the waitlist opens',
		routing: body('max_capacity', 'Max Capacity', (value) => whole(value)),
	},
	{
		displayName: 'Meeting URL',
		name: 'meetingUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://zoom.us/j/123456789',
		description: 'Where guests join online',
		routing: body('meeting_url', 'Meeting URL', visible),
	},
	{
		displayName: 'Name Requirement',
		name: 'nameRequirement',
		type: 'options',
		options: nameRequirements,
		default: 'full-name',
		description: 'Whether guests give their name in one field or in two',
		routing: body('name_requirement', 'Name Requirement', choice(nameRequirements)),
	},
	{
		displayName: 'Phone Number Requirement',
		name: 'phoneNumberRequirement',
		type: 'options',
		options: phoneNumberRequirements,
		default: 'optional',
		description: 'Whether guests are asked for a phone number',
		routing: body('phone_number_requirement', 'Phone Number Requirement', choice(phoneNumberRequirements)),
	},
	{
		displayName: 'Registration Open',
		name: 'registrationOpen',
		type: 'boolean',
		default: true,
		description: 'Whether guests can register',
		routing: body('registration_open', 'Registration Open', bool),
	},
	{
		displayName: 'Registration Questions',
		name: 'registrationQuestions',
		type: 'json',
		default: template([{ label: '', question_type: '', required: null, options: [] }]),
		description: 'Questions that guests are asked when they register. They replace all questions that the event has. A list of {ID, label, required, question_type} and, for dropdown and multi-select, options; the label is enough. Text or a list.',
		routing: body('registration_questions', 'Registration Questions', jsonIfGiven(questions, [question])),
	},
	{
		displayName: 'Send Reminders',
		name: 'sendReminders',
		type: 'boolean',
		default: true,
		description: 'Whether Luma reminds guests before the event',
		routing: body('reminders_disabled', 'Send Reminders', (value) => !yesNo(value)),
	},
	{
		displayName: 'Show Guest List',
		name: 'showGuestList',
		type: 'boolean',
		default: true,
		description: 'Whether approved guests see who else is going',
		routing: body('show_guest_list', 'Show Guest List', bool),
	},
	{
		displayName: 'Slug',
		name: 'slug',
		type: 'string',
		default: '',
		placeholder: 'e.g. summer-conference',
		description: 'The end of the address of the event page, luma.com/…, 3 to 50 characters. Must not be taken.',
		routing: body('slug', 'Slug', (value) => textIn(visible(value), { min: 3, max: 50 })),
	},
	{
		displayName: 'Theme',
		name: 'theme',
		type: 'json',
		default: template({ theme: '' }),
		description: 'Theme of the event page, such as { "theme": "legacy" }. It replaces the one that the event has. Luma documents only that there is one; what you give is passed on.',
		routing: body('theme', 'Theme', jsonOrName),
	},
	{
		displayName: 'Visibility',
		name: 'visibility',
		type: 'options',
		options: visibilities,
		default: 'public',
		description: 'Who can see the event',
		routing: body('visibility', 'Visibility', choice(visibilities)),
	},
	{
		displayName: 'Waitlist',
		name: 'waitlistStatus',
		type: 'options',
		options: waitlistStatuses,
		default: 'enabled',
		description: 'Whether guests beyond the capacity go to a waitlist',
		routing: body('waitlist_status', 'Waitlist', choice(waitlistStatuses)),
	},
];

/** What can be set only when an event is made. */
export const creationSettings: INodeProperties[] = [
	{
		displayName: 'Create Meeting',
		name: 'createMeeting',
		type: 'options',
		options: meetings,
		default: 'zoom',
		description: 'The online meeting that Luma makes for the event',
		routing: body('create_meeting', 'Create Meeting', choice(meetings)),
	},
	{
		displayName: 'Ticket Types',
		name: 'ticketTypes',
		type: 'json',
		default: template([{ name: '', type: '', require_approval: null }]),
		description: 'Ticket types to make in place of the default one: a list of {name, type, require_approval} and what else a ticket type takes; the type is free or paid. Text or a list.',
		routing: body('ticket_types', 'Ticket Types', jsonIfGiven(ticketTypesCheck, [ticketType])),
	},
];
