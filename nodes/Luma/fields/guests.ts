import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Batch } from '../run/work';
import { answers } from '../values/answers';
import { isBlank } from '../values/blank';
import { json } from '../values/json';
import { explained } from '../values/problem';
import { arrayOf, email, objectOf, text, type Check } from '../values/shape';
import { expected, jsonOf, template } from './jsonText';
import { ANSWERED, answered, answersMapFields } from './answersMap';
import { emailColumn, emailOfItem } from './email';
import { batchOptions, INPUT_ITEMS } from './entries';
import { decideGuests, guestsThereOptions } from './guestsThere';
import { nameByHeader } from './headers';
import { body, required, step, type Change } from './send';

/** Guests in the body of a request. */
export const guestsBatch = (taken: 'added' | 'invited'): Batch => ({ list: 'guests', taken, noun: 'guest', same: 'email and event', about: ['event_id'], decide: decideGuests });

/** Guests, as guests/add and guests/send-invites take them: an email each, a name where known. An address alone is a guest too. */
function guestsCheck(withAnswers: boolean): Check {
	const guest = objectOf({ email }, { name: text, ...(withAnswers && { registration_answers: answers }) });
	return arrayOf((value, path) => (typeof value === 'string' ? { email: email(value, path) } : guest(value, path)), { min: 1 });
}

const example = (withAnswers: boolean) => [{ email: 'guest@example.com', name: 'Guest', ...(withAnswers && { registration_answers: [{ question_id: 'abc123', value: 'Vegan' }] }) }];

type Row = { email?: unknown; name?: unknown; answers?: unknown };

/** Rows of the editor, without the cells left empty. */
const fromRows =
	(withAnswers: boolean): Change =>
	(value) => {
		const rows = ((value as { guest?: Row | Row[] }).guest ?? []) as Row | Row[];
		const guests = [rows].flat().map(({ email: address, name, answers: given }, index) => {
			const guest = { email: address, ...(!isBlank(name) && { name }) };
			try {
				const own = isBlank(given) ? [] : json(given);
				return isBlank(own) ? guest : { ...guest, registration_answers: own };
			} catch (error) {
				return explained(error, expected(example(true)[0].registration_answers), `at [${index}].registration_answers: `);
			}
		});
		return jsonOf(guestsCheck(withAnswers), example(withAnswers))(guests, undefined as never);
	};

export const nameColumn = (person: string): INodeProperties => ({
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Nathan Smith',
	description: `Name of the ${person}. Doesn't replace a name that Luma already has.`,
});

const answersColumn: INodeProperties = {
	displayName: 'Registration Answers (JSON)',
	name: 'answers',
	type: 'json',
	default: '[]',
	description: 'Answers to the registration questions of the event, as JSON such as [{ "question_id": "abc123", "value": "Vegan" }] or an expression that returns a list. Luma keeps existing answers.',
};

const OF_ITEM = '={{ $json.name }}';

/** The name of the one that each input item stands for. @param from the field that chooses Input Items */
export const nameOfItem = (name: string, person: string, list: string, from: string): INodeProperties => ({
	displayName: 'Name',
	name,
	default: OF_ITEM,
	type: 'string',
	placeholder: 'e.g. Nathan Smith',
	displayOptions: { show: { [from]: [INPUT_ITEMS] } },
	description: `Name of the ${person}, taken from each input item. If left as it is, columns such as First Name and Last Name are found too. Doesn't replace a name that Luma already has.`,
	routing: {
		send: {
			preSend: [
				step('Name', ({ context, sent }) => {
					const given = context.getNodeParameter(name, '') as unknown;
					const value = isBlank(given) ? nameByHeader(context, name, OF_ITEM) : given;
					// As other nodes give it, perhaps a number.
					if (!isBlank(value)) (sent[list] as IDataObject[])[0].name = String(text(value, '')).trim();
				}),
			],
		},
	},
});

const readAnswers = jsonOf(answers, example(true)[0].registration_answers);

/** The same fields for all operations: n8n reads each field of the node for each item. */
const itemEmail = emailOfItem('guestEmail', 'guest', 'guests', 'guestsFrom');
const itemName = nameOfItem('guestName', 'guest', 'guests', 'guestsFrom');

const itemAnswers: INodeProperties = {
	...answersColumn,
	name: 'guestAnswers',
	displayOptions: { show: { guestsFrom: ANSWERED, answersAs: ['json'] } },
	routing: {
		send: {
			preSend: [
				step('Registration Answers (JSON)', (at) => {
					const given = at.context.getNodeParameter('guestAnswers', '');
					if (!isBlank(given)) answered(at, readAnswers(given, at) as IDataObject[]);
				}),
			],
		},
	},
};

/** The Options of an operation that takes guests. */
export const guestsOptions = batchOptions('guests', undefined, ...guestsThereOptions);

const guestsFrom: INodeProperties = {
	displayName: 'Guests From',
	name: 'guestsFrom',
	type: 'options',
	// An expression here would make n8n show, and send, both kinds of guests.
	noDataExpression: true,
	options: [
		{ name: 'Fields', value: 'fields', description: 'Enter email addresses and names' },
		{ name: 'Input Items', value: INPUT_ITEMS, description: 'One guest per input item, with many guests per request' },
		{ name: 'JSON', value: 'json', description: 'Enter a list as JSON, or use an expression that returns one' },
	],
	default: 'fields',
	description: 'Where the guests come from',
};

/** Who it is about: rows, JSON, or one guest for each input item. */
export const guestsFields = ({ withAnswers }: { withAnswers: boolean }): INodeProperties[] => [
	guestsFrom,
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
				values: [emailColumn('guest'), nameColumn('guest'), ...(withAnswers ? [answersColumn] : [])],
			},
		],
		routing: body('guests', 'Guests', required, fromRows(withAnswers)),
	},
	{
		displayName: 'Guests (JSON)',
		name: 'guestsJson',
		type: 'json',
		// Refused as long as it is left as it is.
		default: template([{ email: '', name: '' }]),
		required: true,
		displayOptions: { show: { guestsFrom: ['json'] } },
		description: `Guests as JSON, or an expression that returns a list. Each guest needs an email, and can have a name${withAnswers ? ' and registration_answers' : ''}.`,
		routing: body('guests', 'Guests (JSON)', required, jsonOf(guestsCheck(withAnswers), example(withAnswers))),
	},
	itemEmail,
	itemName,
	...(withAnswers ? [...answersMapFields, itemAnswers] : []),
];
