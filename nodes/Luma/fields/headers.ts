import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { runOf } from '../run/run';
import { isBlank } from '../values/blank';

/** A header as it is written in sheets and CRMs, made comparable: "E-Mail", "email address", "First Name". */
const plainly = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The headers of a column, those that say it most clearly first; `user_email` and its like are Luma's own. */
const EMAIL = ['email', 'emailaddress', 'mail', 'useremail'];
const NAME = ['name', 'fullname'];
const LUMAS_NAME = 'user_name';
const FIRST = ['firstname', 'givenname', 'userfirstname'];
const LAST = ['lastname', 'surname', 'familyname', 'userlastname'];

/** The first of these headers that has a value in an item. */
function column(json: IDataObject, headers: string[]): string | undefined {
	const names = Object.keys(json).filter((name) => !isBlank(json[name]) && typeof json[name] !== 'object');
	for (const header of headers) {
		const name = names.find((one) => plainly(one) === header);
		if (name !== undefined) return name;
	}
	return undefined;
}

/** Whether a field is as a new node has it; what a person has filled in is not guessed at. */
const isUntouched = (context: IExecuteSingleFunctions, field: string, usual: string) => [undefined, usual].includes(context.getNode().parameters[field] as string | undefined);

/** Takes a value from columns of the input item, and notes for the person which ones. */
function take(context: IExecuteSingleFunctions, label: string, columns: string[]): unknown {
	const { json } = context.getInputData();
	runOf(context).hints.add(`'${label}' was taken from ${columns.map((name) => `'${name}'`).join(' and ')} of the input items.`);
	return columns.length === 1 ? json[columns[0]] : columns.map((name) => json[name] as string).join(' ');
}

const inputOf = (context: IExecuteSingleFunctions): IDataObject => (context.getInputData() as { json?: IDataObject } | undefined)?.json ?? {};

/** The email address of an input item, where the field is left as it was and nothing stands where it looks. */
export function emailByHeader(context: IExecuteSingleFunctions, field: string, usual: string): unknown {
	const name = isUntouched(context, field, usual) ? column(inputOf(context), EMAIL) : undefined;
	return name === undefined ? undefined : take(context, 'Email', [name]);
}

/** The same for the name: a column of its own, or else the first and the last name. */
export function nameByHeader(context: IExecuteSingleFunctions, field: string, usual: string): unknown {
	if (!isUntouched(context, field, usual)) return undefined;
	const json = inputOf(context);
	const whole = column(json, NAME) ?? (isBlank(json[LUMAS_NAME]) ? undefined : LUMAS_NAME);
	const columns = whole === undefined ? [column(json, FIRST), column(json, LAST)].filter((name) => name !== undefined) : [whole];
	return columns.length === 0 ? undefined : take(context, 'Name', columns);
}
