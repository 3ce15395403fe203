import {
	count,
	filled,
	flag,
	instant,
	listOf,
	oneOf,
	orNull,
	parameters,
	text,
	type Schema,
} from './schemas';
import { ticketTypeFields } from './ticketTypeSchema';

const terms = {
	type: 'object',
	required: ['content_type', 'collect_signature'],
	discriminator: { propertyName: 'content_type' },
	oneOf: [
		{
			properties: {
				content_type: { const: 'text' },
				content_md: filled,
				collect_signature: flag,
				require_review: flag,
			},
			required: ['content_md'],
			additionalProperties: false,
		},
		{
			properties: {
				content_type: { const: 'link' },
				url: { type: 'string', format: 'uri' },
				collect_signature: flag,
			},
			required: ['url'],
			additionalProperties: false,
		},
	],
};

const typeIs = (...values: string[]) => ({
	type: 'object',
	properties: { question_type: { enum: values } },
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
	allOf: [
		{ if: typeIs('dropdown', 'multi-select'), then: { required: ['options'] } },
		{ if: typeIs('terms'), then: { required: ['terms'] } },
	],
};

const address = {
	type: 'object',
	required: ['type'],
	discriminator: { propertyName: 'type' },
	oneOf: [
		{
			properties: { type: { const: 'manual' }, address: filled },
			required: ['address'],
			additionalProperties: false,
		},
		{
			properties: { type: { const: 'google' }, place_id: filled, description: orNull(text) },
			required: ['place_id'],
			additionalProperties: false,
		},
	],
};

const eventFields = {
	name: filled,
	start_at: instant,
	end_at: instant,
	timezone: { type: 'string', format: 'timezone' },
	description_md: text,
	can_register_for_multiple_tickets: flag,
	cover_url: { type: 'string', format: 'uri', pattern: '^https://images\\.lumacdn\\.com/' },
	coordinate: {
		type: 'object',
		properties: {
			longitude: { type: 'number', minimum: -180, maximum: 180 },
			latitude: { type: 'number', minimum: -90, maximum: 90 },
		},
		required: ['longitude', 'latitude'],
		additionalProperties: false,
	},
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
	tint_color: { type: 'string', pattern: '^#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$' },
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
			{ type: 'object', properties: ticketTypeFields, required: ['name', 'type'], additionalProperties: false },
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
