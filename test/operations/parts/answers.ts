/** An event and a guest as Luma answers them, and what Simplify makes of them. */
import type { IDataObject } from 'n8n-workflow';

export const wholeEvent: IDataObject = {
	platform: 'luma',
	id: 'evt-1',
	user_id: 'usr-1',
	calendar_id: 'cal-1',
	start_at: '2027-06-15T07:00:00.000Z',
	duration_interval: 'PT2H',
	end_at: '2027-06-15T09:00:00.000Z',
	created_at: '2026-10-01T08:00:00.000Z',
	timezone: 'Europe/Berlin',
	name: 'Summer Conference',
	description: 'What to expect',
	description_md: '## What to expect',
	geo_address_json: { address: 'Hall', full_address: 'Hall, Example Street 1, Berlin', city: 'Berlin' },
	meeting_url: null,
	url: 'https://luma.com/summer-conference',
	visibility: 'public',
	max_capacity: 100,
	hosts: [],
	guest_counts: {
		approved: { guests: 7, tickets: 8 },
		pending_approval: { guests: 2, tickets: 2 },
		waitlist: { guests: 0, tickets: 0 },
		invited: { guests: 3, tickets: 0 },
		declined: { guests: 1, tickets: 0 },
		checked_in: { guests: 4, tickets: 5 },
	},
};

export const plainEvent: IDataObject = {
	name: 'Summer Conference',
	start_at: '2027-06-15T09:00:00+02:00',
	end_at: '2027-06-15T11:00:00+02:00',
	timezone: 'Europe/Berlin',
	location: 'Hall, Example Street 1, Berlin',
	url: 'https://luma.com/summer-conference',
	meeting_url: null,
	description_md: '## What to expect',
	guest_counts: { approved: 7, pending_approval: 2, waitlist: 0, invited: 3, declined: 1, checked_in: 4 },
	id: 'evt-1',
};

export const wholeGuest: IDataObject = {
	id: 'gst-1',
	user_id: 'usr-1',
	user_email: 'guest1@example.com',
	user_name: 'Guest 1',
	user_first_name: 'Guest',
	user_last_name: '1',
	approval_status: 'approved',
	check_in_qr_code: 'https://luma.com/check-in/evt-1?pk=g-1',
	invited_at: null,
	joined_at: null,
	phone_number: '+4930123456',
	registered_at: '2026-11-01T08:00:00.000Z',
	registration_answers: [
		{ label: 'Meal', question_id: 'q1', value: 'Vegan', question_type: 'dropdown' },
		{ label: 'Code of conduct', question_id: 'q2', value: true, question_type: 'agree-check' },
		{ label: 'Topics', question_id: 'q3', value: ['One', 'Two'], question_type: 'multi-select' },
		{ label: 'Work', question_id: 'q4', value: { company: 'Example Ltd', job_title: null }, question_type: 'company' },
		{ label: 'Meal', question_id: 'q5', value: null, question_type: 'text' },
		{ label: 'Photos', question_id: 'q6', question_type: 'agree-check' },
	],
	event_tickets: [
		{ id: 'tkt-1', name: 'Standard', checked_in_at: '2027-06-15T07:10:00.000Z', amount: 0 },
		{ id: 'tkt-2', name: 'Workshop', checked_in_at: '2027-06-15T07:05:00.000Z', amount: 0 },
		{ id: 'tkt-3', name: 'Workshop', checked_in_at: null, amount: 0 },
	],
	event_ticket_orders: [{ id: 'ord-1', amount: 0, currency: null }],
};

export const plainGuest: IDataObject = {
	user_name: 'Guest 1',
	user_email: 'guest1@example.com',
	approval_status: 'approved',
	registered_at: '2026-11-01T08:00:00.000Z',
	checked_in_at: '2027-06-15T07:05:00.000Z',
	tickets: [
		{ name: 'Standard', checked_in_at: '2027-06-15T07:10:00.000Z', amount: 0, id: 'tkt-1' },
		{ name: 'Workshop', checked_in_at: '2027-06-15T07:05:00.000Z', amount: 0, id: 'tkt-2' },
		{ name: 'Workshop', checked_in_at: null, amount: 0, id: 'tkt-3' },
	],
	orders: [{ id: 'ord-1', amount: 0, currency: null }],
	answers: { Meal: 'Vegan', 'Code of conduct': true, Topics: ['One', 'Two'], Work: 'Example Ltd', 'Work (Job Title)': null, 'Meal (q5)': null, Photos: false },
	phone_number: '+4930123456',
	id: 'gst-1',
	event_id: 'evt-1',
};

export const without = (entry: IDataObject, ...names: string[]): IDataObject => Object.fromEntries(Object.entries(entry).filter(([known]) => !names.includes(known)));

/** The guest as a list has it: without orders. */
export const listedGuest: IDataObject = without(wholeGuest, 'event_ticket_orders');

export const plainListedGuest: IDataObject = { ...without(plainGuest, 'orders'), ticket_names: 'Standard, Workshop, Workshop' };

/** The questions of the event, one of them not answered, and one no longer asked. */
export const questions: IDataObject[] = [
	{ id: 'q1', label: 'Meal', required: true, question_type: 'dropdown', options: ['Vegan'] },
	{ id: 'q2', label: 'Code of conduct', required: true, question_type: 'agree-check' },
	{ id: 'q7', label: 'Website', required: false, question_type: 'url' },
	{ id: 'q4', label: 'Work', required: true, question_type: 'company', collect_job_title: true },
	{ id: 'q5', label: 'Meal', required: false, question_type: 'text' },
	{ id: 'q6', label: 'Photos', required: false, question_type: 'agree-check' },
];

/** The answers of the guest as columns. */
export const plainColumns: IDataObject = {
	'Answer: Meal': 'Vegan',
	'Answer: Code of conduct': true,
	'Answer: Website': null,
	'Answer: Work': 'Example Ltd',
	'Answer: Work (Job Title)': null,
	'Answer: Meal (q5)': null,
	'Answer: Photos': false,
	'Answer: Topics': ['One', 'Two'],
};
