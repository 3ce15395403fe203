import {
	color,
	count,
	filled,
	flag,
	formsBy,
	instant,
	listOf,
	needs,
	oneOf,
	orNull,
	parameters,
	text,
	uri,
	type Schema,
} from './schemas';
import { ticketTypeFields } from './ticketTypeSchema';

const terms = formsBy('content_type', {
	text: [{ content_md: filled, collect_signature: flag, require_review: flag }, ['content_md', 'collect_signature']],
	link: [{ url: uri, collect_signature: flag }, ['url', 'collect_signature']],
});

const question = {
	type: 'object',
	properties: {
		id: filled,
		label: filled,
		required: flag,
		question_type: oneOf(
			'agree-check',
			'company',
			'dropdown',
			'github',
			'instagram',
			'linkedin',
			'long-text',
			'multi-select',
			'phone-number',
			'telegram',
			'terms',
			'text',
			'twitter',
			'url',
			'youtube',
		),
		options: { ...listOf(filled), maxItems: 250 },
		collect_job_title: orNull(flag),
		job_title_label: orNull(text),
		terms,
	},
	required: ['id', 'label', 'required', 'question_type'],
	additionalProperties: false,
	allOf: [needs('question_type', ['dropdown', 'multi-select'], ['options']), needs('question_type', ['terms'], ['terms'])],
};

export const address = formsBy('type', {
	manual: [{ address: filled }, ['address']],
	google: [{ place_id: filled, description: orNull(text) }, ['place_id']],
});

export const coordinate = {
	type: 'object',
	properties: {
		longitude: { type: 'number', minimum: -180, maximum: 180 },
		latitude: { type: 'number', minimum: -90, maximum: 90 },
	},
	required: ['longitude', 'latitude'],
	additionalProperties: false,
};

const eventFields = {
	name: filled,
	start_at: instant,
	end_at: instant,
	timezone: { type: 'string', format: 'timezone' },
	description_md: text,
	can_register_for_multiple_tickets: flag,
	cover_url: { ...uri, pattern: '^https://images\\.lumacdn\\.com/' },
	coordinate,
	geo_address_json: address,
	max_capacity: orNull(count),
	meeting_url: text,
	name_requirement: oneOf('full-name', 'first-last'),
	phone_number_requirement: orNull(oneOf('optional', 'required')),
	registration_questions: listOf(question),
	reminders_disabled: flag,
	feedback_email: {
		type: 'object',
		properties: { enabled: flag, delay: { type: 'string', format: 'feedbackDelay' } },
		required: ['enabled'],
		additionalProperties: false,
	},
	show_guest_list: flag,
	slug: { type: 'string', minLength: 3, maxLength: 50 },
	tint_color: color,
	visibility: oneOf('public', 'members-only', 'private'),
	location_visibility: oneOf('public', 'guests-only'),
	registration_open: flag,
	waitlist_status: oneOf('disabled', 'enabled'),
	// Only the names of these two are known.
	font: {},
	theme: {},
};

export const createEvent: Schema = parameters(
	{
		...eventFields,
		ticket_types: listOf(
			// Luma's document forbids nothing beside these.
			{ type: 'object', properties: ticketTypeFields, required: ['name', 'type'] },
			1,
		),
		create_meeting: oneOf('zoom', 'google-meet'),
	},
	['name', 'start_at', 'timezone'],
);

export const updateEvent: Schema = parameters(
	{ event_id: filled, ...eventFields, suppress_notifications: flag, suppress_email: flag },
	['event_id'],
);
