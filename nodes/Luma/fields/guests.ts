import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { json } from '../values/json';
import { explained } from '../values/problem';
import { anything, arrayOf, email, objectOf, textOrNull, type Check } from '../values/shape';
import { jsonOf } from './jsonText';
import { body, required, type Change } from './send';

/** Answers to registration questions, as guests/add takes them. */
const answers: Check = (value, path) => (value === null ? null : arrayOf(objectOf({ question_id: textOrNull, value: anything }))(value, path));

/** Guests, as guests/add and guests/send-invites take them: an email each, a name where known. */
const guestsCheck = (withAnswers: boolean) => arrayOf(objectOf({ email }, { name: textOrNull, ...(withAnswers && { registration_answers: answers }) }), { min: 1 });

const example = (withAnswers: boolean) => [{ email: 'guest@example.com', name: 'Guest', ...(withAnswers && { registration_answers: [{ question_id: 'abc123', value: 'Vegan' }] }) }];

type Row = { email?: unknown; name?: unknown; answers?: unknown };

/** Rows of the editor, without the cells left empty. */
const fromRows =
	(withAnswers: boolean): Change =>
	(value) => {
		const rows = ((value as { guest?: Row | Row[] }).guest ?? []) as Row | Row[];
		const guests = [rows].flat().map(({ email: address, name, answers: given }, index) => {
			const guest = { email: address, ...(!isBlank(name) && { name }) };
			if (isBlank(given)) return guest;
			try {
				return { ...guest, registration_answers: json(given) };
			} catch (error) {
				return explained(error, `Expected: ${JSON.stringify(example(true)[0].registration_answers)}`, `at [${index}].registration_answers: `);
			}
		});
		return jsonOf(guestsCheck(withAnswers), example(withAnswers))(guests, undefined as never);
	};

const emailColumn: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	default: '',
	placeholder: 'name@email.com',
	description: 'The email address of the guest',
};

const nameColumn: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'Guest Name',
	description: 'Does not replace a name that Luma already knows',
};

const answersColumn: INodeProperties = {
	displayName: 'Registration Answers (JSON)',
	name: 'answers',
	type: 'json',
	default: '',
	placeholder: '[{ "question_id": "abc123", "value": "Vegan" }]',
	description: 'Answers to the registration questions of the event, as text or as a list. Answers already given are kept.',
};

/** Who it is about: rows, or JSON. */
export const guestsFields = ({ withAnswers }: { withAnswers: boolean }): INodeProperties[] => [
	{
		displayName: 'Guests From',
		name: 'guestsFrom',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields', description: 'Fill in email addresses and names' },
			{ name: 'JSON', value: 'json', description: 'Give a list as JSON, or from another node by expression' },
		],
		default: 'fields',
		description: 'Where the guests come from',
	},
	{
		displayName: 'Guests',
		name: 'guests',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Guest',
		default: { guest: [{ email: '' }] },
		required: true,
		displayOptions: { show: { guestsFrom: ['fields'] } },
		options: [
			{
				displayName: 'Guest',
				name: 'guest',
				values: [emailColumn, nameColumn, ...(withAnswers ? [answersColumn] : [])],
			},
		],
		routing: body('guests', 'Guests', required, fromRows(withAnswers)),
	},
	{
		displayName: 'Guests (JSON)',
		name: 'guestsJson',
		type: 'json',
		default: '',
		required: true,
		placeholder: JSON.stringify(example(false)),
		displayOptions: { show: { guestsFrom: ['json'] } },
		description: `A list of guests, each with email and name${withAnswers ? ' (and registration_answers)' : ''}, as text or from another node by expression`,
		routing: body('guests', 'Guests (JSON)', required, jsonOf(guestsCheck(withAnswers), example(withAnswers))),
	},
];
