import type { INodeProperties } from 'n8n-workflow';
import { after, moment, timeZone } from '../../fields/dates';
import { jsonOf, template } from '../../fields/jsonText';
import { address, coordinate } from '../../fields/place';
import { body, required, type Change } from '../../fields/send';
import { duration } from '../../values/dateTime';
import { colour, coverUrl, textIn, whole, yesNo } from '../../values/scalar';
import { arrayOf, flag, objectOf, text, type Check } from '../../values/shape';
import { json } from '../../values/json';

/** The latest that Luma sends feedback mails: seven days after the end. */
const MAX_DELAY = 'P7D';

const feedbackCheck = objectOf({ enabled: flag }, { delay: (value) => duration(value, { max: MAX_DELAY }) });
const feedback = { enabled: true, delay: 'PT2H' };

/** Luma takes at most 250 options for a question. */
const questionsCheck = arrayOf(
	objectOf({ id: text, label: text, required: flag, question_type: text }, { options: arrayOf(text, { max: 250 }) as Check }),
);
const question = { id: 'diet', label: 'What do you eat?', required: false, question_type: 'dropdown', options: ['Everything', 'Vegan'] };

const ticketTypesCheck = arrayOf(objectOf({ name: (value) => textIn(value, { min: 1, max: 30 }), type: text }, { require_approval: flag }), { min: 1 });
const ticketType = { name: 'Standard', type: 'free', require_approval: false };

/** JSON where it reads as such; Luma does not document what a theme or a font may be, so a plain name passes too. */
const jsonOrName: Change = (value) => (typeof value === 'string' && !/^\s*[[{"]/.test(value) ? value.trim() : json(value));

const bool: Change = (value) => yesNo(value);

export const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Summer Conference',
	description: 'What the event is called',
	routing: body('name', 'Name', required),
};

export const startAt: INodeProperties = {
	displayName: 'Start',
	name: 'startAt',
	type: 'dateTime',
	default: '',
	description: 'When the event begins. A time without an offset is meant in the time zone chosen for the event, or else in that of the workflow.',
	routing: body('start_at', 'Start', required, moment),
};

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
	routing: body('end_at', 'End', after('start_at', 'Start'), moment),
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
		default: '#bb2dc7',
		description: 'The colour of the event page',
		routing: body('tint_color', 'Color', colour),
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
		displayName: 'Feedback Email (JSON)',
		name: 'feedbackEmailJson',
		type: 'json',
		default: template(feedback),
		description: 'The mail that asks guests for feedback after the event: {enabled, delay}, the delay an ISO 8601 duration up to P7D. Text or an object.',
		routing: body('feedback_email', 'Feedback Email (JSON)', jsonOf(feedbackCheck, feedback)),
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
		options: [
			{ name: 'Guests Only', value: 'guests-only' },
			{ name: 'Public', value: 'public' },
		],
		default: 'public',
		description: 'Who sees the exact address',
		routing: body('location_visibility', 'Location Visibility'),
	},
	{
		displayName: 'Max Capacity',
		name: 'maxCapacity',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: 'How many guests fit in. When they are there, registration closes or the waitlist opens.',
		routing: body('max_capacity', 'Max Capacity', (value) => whole(value)),
	},
	{
		displayName: 'Meeting URL',
		name: 'meetingUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://zoom.us/j/123456789',
		description: 'Where guests join online',
		routing: body('meeting_url', 'Meeting URL'),
	},
	{
		displayName: 'Name Requirement',
		name: 'nameRequirement',
		type: 'options',
		options: [
			{ name: 'First and Last Name', value: 'first-last' },
			{ name: 'Full Name', value: 'full-name' },
		],
		default: 'full-name',
		description: 'Whether guests give their name in one field or in two',
		routing: body('name_requirement', 'Name Requirement'),
	},
	{
		displayName: 'Phone Number Requirement',
		name: 'phoneNumberRequirement',
		type: 'options',
		options: [
			{ name: 'Optional', value: 'optional' },
			{ name: 'Required', value: 'required' },
		],
		default: 'optional',
		description: 'Whether guests are asked for a phone number',
		routing: body('phone_number_requirement', 'Phone Number Requirement'),
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
		displayName: 'Registration Questions (JSON)',
		name: 'registrationQuestionsJson',
		type: 'json',
		default: template([question]),
		description: 'What guests are asked when they register: a list of {ID, label, required, question_type} and, for dropdown and multi-select, options. Text or a list.',
		routing: body('registration_questions', 'Registration Questions (JSON)', jsonOf(questionsCheck, [question])),
	},
	{
		displayName: 'Reminders Disabled',
		name: 'remindersDisabled',
		type: 'boolean',
		default: false,
		description: 'Whether Luma keeps from sending reminders before the event',
		routing: body('reminders_disabled', 'Reminders Disabled', bool),
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
		routing: body('slug', 'Slug', (value) => textIn(String(value).trim(), { min: 3, max: 50 })),
	},
	{
		displayName: 'Theme (JSON)',
		name: 'themeJson',
		type: 'json',
		default: template({ theme: 'legacy' }),
		description: 'The theme of the event page. Luma documents only that there is one; what is given here is passed on.',
		routing: body('theme', 'Theme (JSON)', jsonOrName),
	},
	{
		displayName: 'Visibility',
		name: 'visibility',
		type: 'options',
		options: [
			{ name: 'Members Only', value: 'members-only', description: 'For members of the calendar' },
			{ name: 'Private', value: 'private', description: 'For people who have the link' },
			{ name: 'Public', value: 'public', description: 'Shown on the calendar' },
		],
		default: 'public',
		description: 'Who can see the event',
		routing: body('visibility', 'Visibility'),
	},
	{
		displayName: 'Waitlist',
		name: 'waitlistStatus',
		type: 'options',
		options: [
			{ name: 'Disabled', value: 'disabled' },
			{ name: 'Enabled', value: 'enabled' },
		],
		default: 'enabled',
		description: 'Whether guests beyond the capacity go to a waitlist',
		routing: body('waitlist_status', 'Waitlist'),
	},
];

/** What can be set only when an event is made. */
export const creationSettings: INodeProperties[] = [
	{
		displayName: 'Create Meeting',
		name: 'createMeeting',
		type: 'options',
		options: [
			{ name: 'Google Meet', value: 'google-meet' },
			{ name: 'Zoom', value: 'zoom' },
		],
		default: 'zoom',
		description: 'The online meeting that Luma makes for the event',
		routing: body('create_meeting', 'Create Meeting'),
	},
	{
		displayName: 'Ticket Types (JSON)',
		name: 'ticketTypesJson',
		type: 'json',
		default: template([ticketType]),
		description: 'Ticket types to make in place of the default one: a list of {name, type, require_approval} and what else a ticket type takes. Text or a list.',
		routing: body('ticket_types', 'Ticket Types (JSON)', jsonOf(ticketTypesCheck, [ticketType])),
	},
];
