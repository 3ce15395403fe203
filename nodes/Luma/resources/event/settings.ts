import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { jsonIfGiven, template } from '../../fields/jsonText';
import { picture, toImage } from '../../fields/image';
import { address, coordinate } from '../../fields/place';
import { body, decided, plain, type Change } from '../../fields/send';
import { duration } from '../../values/dateTime';
import { slugIn } from '../../values/eventLink';
import { questions } from '../../values/questions';
import { choice, color, coverUrl, currencyCode, textIn, whole, yesNo } from '../../values/scalar';
import { arrayOf, completed, count, flag, objectOf, oneOf, text, told } from '../../values/shape';
import { json } from '../../values/json';
import { webAddress } from '../../values/link';
import { priced, type Priced } from '../../values/price';
import { tidy } from '../../values/text';
import { endAt, visibility } from './fields';

/** The latest that Luma sends feedback emails: seven days after the end. */
const MAX_DELAY = 'P7D';

const delay = told((value) => duration(value, { max: MAX_DELAY }));
/** Luma's document has only these two; what else is given, such as a subject, is passed on. */
const feedbackCheck = completed({ enabled: true }, objectOf({}, { enabled: flag, delay }));
const feedback = { enabled: true, delay: 'PT2H' };

const question = { id: 'diet', label: 'What do you eat?', required: false, question_type: 'dropdown', options: ['Everything', 'Vegan'] };

const ticketTypeCheck = objectOf(
	{ name: told((value) => textIn(text(value, ''), { min: 1, max: 30 })), type: oneOf('free', 'paid') },
	{ cents: count, currency: told(currencyCode), description: told((value) => textIn(text(value, ''), { max: 1000 })), is_flexible: flag, is_hidden: flag, max_capacity: count, min_cents: count, require_approval: flag },
);
const ticketTypesCheck = arrayOf((value, path) => priced(ticketTypeCheck(value, path) as Priced, ` at ${path}`), { min: 1 });
const ticketType = { name: 'Standard', type: 'free', require_approval: false };

/** JSON where it reads as such; Luma does not document what a theme or a font may be, so a plain name passes too. */
const jsonOrName: Change = (value) => (typeof value === 'string' && !/^\s*[[{"]/.test(value) ? tidy(value) : json(value));

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

const waitlistStatuses: INodePropertyOptions[] = [
	{ name: 'Disabled', value: 'disabled' },
	{ name: 'Enabled', value: 'enabled' },
];

const meetings: INodePropertyOptions[] = [
	{ name: 'Google Meet', value: 'google-meet' },
	{ name: 'Zoom', value: 'zoom' },
];

/** The picture of an event: a file of the input item, or an image that Luma has. */
const cover: INodeProperties = picture({
	displayName: 'Cover',
	name: 'cover',
	description: 'Cover image of the event. Use only one of the formats.',
	routing: body('cover_url', 'Cover', ...toImage(coverUrl)),
});

/** What can be set when an event is made and when it is changed. */
export const settings: INodeProperties[] = [
	address,
	{
		displayName: 'Allow Multiple Tickets',
		name: 'canRegisterForMultipleTickets',
		type: 'boolean',
		default: false,
		description: 'Whether a guest can register for several tickets at once. Each ticket counts toward the capacity.',
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
	cover,
	{
		displayName: 'Description',
		name: 'descriptionMd',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		placeholder: 'e.g. ## What to expect',
		description: 'Description of the event, in Markdown',
		routing: body('description_md', 'Description', plain),
	},
	endAt,
	{
		displayName: 'Feedback Email',
		name: 'feedbackEmail',
		type: 'json',
		default: template({ enabled: null, delay: '' }),
		description: 'Settings of the feedback email that Luma sends after the event, as JSON or an expression that returns an object: {enabled, delay}. The delay is an ISO 8601 duration, such as PT2H, up to P7D (7 days). The email is on unless enabled is false.',
		routing: body('feedback_email', 'Feedback Email', jsonIfGiven(feedbackCheck, feedback)),
	},
	{
		displayName: 'Font',
		name: 'font',
		type: 'string',
		default: '',
		description: "Font of the event page. Enter Luma's name for it.",
		routing: body('font', 'Font', jsonOrName),
	},
	{
		displayName: 'Location Visibility',
		name: 'locationVisibility',
		type: 'options',
		options: locationVisibilities,
		default: 'public',
		description: 'Who can see the exact address',
		routing: body('location_visibility', 'Location Visibility', choice(locationVisibilities)),
	},
	{
		displayName: 'Max Capacity',
		name: 'maxCapacity',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: null,
		description: 'Max number of guests. When the event is full, registration closes or the waitlist opens.',
		routing: body('max_capacity', 'Max Capacity', (value) => whole(value)),
	},
	{
		displayName: 'Meeting URL',
		name: 'meetingUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://zoom.us/j/123456789',
		description: 'URL where guests join the event online',
		routing: body('meeting_url', 'Meeting URL', plain, webAddress),
	},
	{
		displayName: 'Name Requirement',
		name: 'nameRequirement',
		type: 'options',
		options: nameRequirements,
		default: 'full-name',
		description: 'Whether guests enter their name in one field or in two',
		routing: body('name_requirement', 'Name Requirement', choice(nameRequirements)),
	},
	{
		displayName: 'Phone Number Requirement',
		name: 'phoneNumberRequirement',
		type: 'options',
		options: phoneNumberRequirements,
		default: 'optional',
		description: 'Whether a phone number is optional or required when guests register',
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
		description: 'Questions to ask guests when they register, as JSON or an expression that returns a list. Each question needs a label. Without a question_type it is a text. Only dropdown and multi-select questions need options. On Update, the list replaces all questions of the event; one with the same label and type keeps its ID.',
		routing: body('registration_questions', 'Registration Questions', jsonIfGiven(questions, [question])),
	},
	{
		displayName: 'Send Reminders',
		name: 'sendReminders',
		type: 'boolean',
		default: true,
		description: 'Whether to send the reminders that Luma sends before the event',
		routing: body('reminders_disabled', 'Send Reminders', decided, (send) => send === false),
	},
	{
		displayName: 'Show Guest List',
		name: 'showGuestList',
		type: 'boolean',
		default: true,
		description: 'Whether approved guests can see who else is going',
		routing: body('show_guest_list', 'Show Guest List', bool),
	},
	{
		displayName: 'Slug',
		name: 'slug',
		type: 'string',
		default: '',
		placeholder: 'e.g. summer-conference',
		description: "Last part of the event URL (luma.com/…), 3 to 50 characters long. It can't already be in use.",
		routing: body('slug', 'Slug', plain, slugIn, (value) => textIn(value, { min: 3, max: 50 })),
	},
	{
		displayName: 'Theme',
		name: 'theme',
		type: 'json',
		default: template({ theme: '' }),
		description: 'Theme of the event page, as JSON or an expression that returns an object, such as { "theme": "legacy" }. Luma doesn\'t document the possible values, so the node sends what you enter unchanged. It replaces the theme of the event.',
		routing: body('theme', 'Theme', jsonOrName),
	},
	visibility,
	{
		displayName: 'Waitlist',
		name: 'waitlistStatus',
		type: 'options',
		options: waitlistStatuses,
		default: 'enabled',
		description: 'Whether guests can join a waitlist when the event is full',
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
		description: 'Online meeting for Luma to create for the event',
		routing: body('create_meeting', 'Create Meeting', choice(meetings)),
	},
	{
		displayName: 'Ticket Types',
		name: 'ticketTypes',
		type: 'json',
		default: template([{ name: '', type: '', require_approval: null }]),
		description: 'Ticket types to create instead of the default one, as JSON or an expression that returns a list of {name, type, require_approval}. The type is free or paid, and a paid one needs cents, its price. You can add the other fields of a ticket type.',
		routing: body('ticket_types', 'Ticket Types', jsonIfGiven(ticketTypesCheck, [ticketType])),
	},
];
