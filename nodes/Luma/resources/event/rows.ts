import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { accessLevel, accessLevels, isVisible } from '../../fields/host';
import { cell, cellIfGiven, filledRows } from '../../fields/rows';
import { checked, plain, step, type Change } from '../../fields/send';
import { known } from '../../simplified/pick';
import { isBlank } from '../../values/blank';
import { emailKey } from '../../values/email';
import { priced } from '../../values/price';
import { Problem, shown } from '../../values/problem';
import { questions } from '../../values/questions';
import { choice, currencyCode, list, textIn, whole, yesNo } from '../../values/scalar';
import { email } from '../../values/shape';
import { tidy, visible } from '../../values/text';
import { settings as ticketSettings, type as ticketType } from '../ticketType/fields';

/** A field as a column of rows: those have no routing of their own. */
const column = ({ routing, ...field }: INodeProperties, more: Partial<INodeProperties> = {}): INodeProperties => {
	void routing;
	return { ...field, ...more };
};

const text = (value: unknown) => plain(value, undefined as never) as string;

const questionTypes: INodePropertyOptions[] = [
	{ name: 'Agree Checkbox', value: 'agree-check' },
	{ name: 'Company', value: 'company' },
	{ name: 'Dropdown', value: 'dropdown' },
	{ name: 'GitHub', value: 'github' },
	{ name: 'Instagram', value: 'instagram' },
	{ name: 'LinkedIn', value: 'linkedin' },
	{ name: 'Long Text', value: 'long-text' },
	{ name: 'Multi-Select', value: 'multi-select' },
	{ name: 'Phone Number', value: 'phone-number' },
	{ name: 'Telegram', value: 'telegram' },
	{ name: 'Text', value: 'text' },
	{ name: 'Website', value: 'url' },
	{ name: 'X (Twitter)', value: 'twitter' },
	{ name: 'YouTube', value: 'youtube' },
];

/** One on each line, for a choice may have commas in it, and brackets; or a list by expression, which text beside it makes JSON of. */
function choicesIn(value: unknown): string[] {
	if (typeof value !== 'string' || /^\[\s*"[^]*\]$/.test(visible(value))) return list(value);
	return value.split('\n').map(tidy).filter((one) => !isBlank(one));
}

/** Questions as rows, in the form that Luma takes. */
const toQuestions = (value: unknown): unknown =>
	questions(
		filledRows(value, 'question', { questionType: 'text', isRequired: false }).map(([{ label, questionType, isRequired, choices }, index]) => {
			const type = cellIfGiven('Type', index, questionType, choice(questionTypes)) ?? 'text';
			return {
				question_type: type,
				required: cellIfGiven('Required', index, isRequired, yesNo) ?? false,
				...((type === 'dropdown' || type === 'multi-select') && { options: cell('Choices', index, choices, choicesIn) }),
				label: cell('Label', index, label, text),
			};
		}),
		'',
	);

/** Registration questions as rows. @param collection where it stands: Luma takes them and those in JSON as one */
export const questionRows = (collection: string): INodeProperties => ({
	displayName: 'Registration Questions (Rows)',
	name: 'questionRows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Question',
	default: { question: [{ label: '' }] },
	description: 'Questions to ask guests when they register. On Update, they replace all questions of the event; one with the same label and type keeps its ID. For terms, use the field for JSON.',
	options: [
		{
			displayName: 'Question',
			name: 'question',
			values: [
				{ displayName: 'Label', name: 'label', type: 'string', default: '', placeholder: 'e.g. What do you eat?', description: 'The question' },
				{ displayName: 'Type', name: 'questionType', type: 'options', options: questionTypes, default: 'text', description: 'What guests answer with' },
				{ displayName: 'Required', name: 'isRequired', type: 'boolean', default: false, description: 'Whether guests have to answer' },
				{
					displayName: 'Choices',
					name: 'choices',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					placeholder: 'e.g. Vegan',
					displayOptions: { show: { questionType: ['dropdown', 'multi-select'] } },
					description: 'What guests choose from, one on each line, or an expression that returns a list. Up to 250.',
				},
			],
		},
	],
	routing: { send: { preSend: [inPlaceOf('Registration Questions (Rows)', 'Registration Questions', 'registration_questions', `${collection}.questionRows`, toQuestions)] } },
});

/** A step of rows that stand for the same parameter as a field of JSON. */
function inPlaceOf(label: string, other: string, parameter: string, path: string, read: (value: unknown) => unknown) {
	return step(label, ({ context, sent }) => {
		const given = context.getNodeParameter(path, {});
		const rows = read(given) as IDataObject[];
		if (rows.length === 0) return;
		if (!isBlank(sent[parameter])) throw new Problem(`is filled in together with '${other}'`, 'Remove one of them.');
		sent[parameter] = rows;
	});
}

const types = ticketType.options as INodePropertyOptions[];
const COLUMNS = ['currency', 'ticketTypeDescription', 'isHidden', 'ticketCapacity', 'cents', 'requireApproval'];

/** Ticket types as rows, in the form that Luma takes. */
export const toTicketTypes = (value: unknown): IDataObject[] =>
	filledRows(value, 'type', { type: 'free', isHidden: false, requireApproval: false }).map(([{ name, type, cents, currency, ticketCapacity, requireApproval, isHidden, ticketTypeDescription }, index]) => {
		const kind = (cellIfGiven('Type', index, type, choice(types)) ?? 'free') as string;
		const price = cellIfGiven('Price (Cents)', index, cents, (one) => whole(one));
		const row = {
			...priced({ type: kind, cents: price }, ` in row ${index + 1}`),
			currency: cellIfGiven('Currency', index, currency, currencyCode) ?? (kind === 'paid' ? 'usd' : undefined),
			max_capacity: cellIfGiven('Max Capacity', index, ticketCapacity, (one) => whole(one)),
			require_approval: cellIfGiven('Require Approval', index, requireApproval, yesNo),
			// A new one is not hidden, so that need not be said, nor looked after.
			is_hidden: cellIfGiven('Hidden', index, isHidden, yesNo) === true ? true : undefined,
			description: cellIfGiven('Description', index, ticketTypeDescription, (one) => textIn(text(one), { max: 1000 })),
			name: cell('Name', index, name, (one) => textIn(text(one), { min: 1, max: 30 })),
		};
		return known(row);
	});

/** Ticket types of a new event as rows. */
export const ticketTypeRows: INodeProperties = {
	displayName: 'Ticket Types (Rows)',
	name: 'ticketTypeRows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Ticket Type',
	default: { type: [{ name: '' }] },
	description: 'Ticket types to create instead of the default one. A paid one needs a price, and a currency if it is not usd.',
	options: [
		{
			displayName: 'Ticket Type',
			name: 'type',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. Early Bird', description: 'Name of the ticket type, up to 30 characters' },
				column(ticketType),
				...ticketSettings.filter(({ name }) => COLUMNS.includes(name)).map((field) => column(field)),
			],
		},
	],
	routing: { send: { preSend: [inPlaceOf('Ticket Types (Rows)', 'Ticket Types', 'ticket_types', 'additionalFields.ticketTypeRows', toTicketTypes)] } },
};

/** Hosts as rows, in the form that Luma takes; Luma may email a person each time, so each is there once. */
export function toHosts(value: unknown): IDataObject[] {
	const rows = new Map<string, number>();
	return filledRows(value, 'host', { accessLevel: 'manager', isVisible: true }).map(([{ hostEmail, hostName, accessLevel: level, isVisible: seen }, index]) => {
		const row = {
			name: cellIfGiven('Name', index, hostName, text),
			access_level: cellIfGiven('Access Level', index, level, choice(accessLevels)),
			is_visible: cellIfGiven('Visible', index, seen, yesNo),
			email: cell('Email', index, hostEmail, (one) => email(one, '')) as string,
		};
		const before = rows.get(emailKey(row.email));
		if (before !== undefined) throw new Problem(`has ${shown(row.email)} in rows ${before} and ${index + 1}`, 'Remove one of them.');
		rows.set(emailKey(row.email), index + 1);
		return known(row);
	});
}

const orNothing = (read: (value: unknown) => unknown): Change => (value) => (isBlank(value) ? undefined : read(value));

/** Hosts of a new event as rows. */
export const hostRows: INodeProperties = {
	displayName: 'Hosts',
	name: 'hosts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Host',
	default: { host: [{ hostEmail: '' }] },
	description: 'Hosts to add to the event, beside the person who creates it. Luma may email them.',
	options: [
		{
			displayName: 'Host',
			name: 'host',
			values: [
				{ displayName: 'Email', name: 'hostEmail', type: 'string', default: '', placeholder: 'e.g. nathan@example.com', description: 'Email address of the person' },
				column(accessLevel, { description: 'What the host can do' }),
				{ displayName: 'Name', name: 'hostName', type: 'string', default: '', placeholder: 'e.g. Nathan Smith', description: "Name of the person. Doesn't replace a name that Luma already knows." },
				column(isVisible),
			],
		},
	],
	routing: checked('additionalFields.hosts', 'Hosts', orNothing(toHosts)),
};

/** Tags of a new event. */
export const eventTags: INodeProperties = {
	displayName: 'Tags',
	name: 'eventTags',
	type: 'string',
	default: '',
	placeholder: 'e.g. Meetup, Berlin',
	description: 'Names or IDs of event tags, separated by commas, or an expression that returns a list. For a name that has a comma, enter a JSON list, such as ["Smith, Inc."].',
	routing: checked('additionalFields.eventTags', 'Tags', orNothing(list)),
};
