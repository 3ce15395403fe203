/** What decides about mails and money, and what is chosen from a list, where an expression gives something else: made from the node. */
import type { INodeParameters, INodeProperties, INodePropertyCollection, INodePropertyOptions, NodeParameterValueType } from 'n8n-workflow';
import { requests, run } from '../../../engine';
import { plainCase } from '../../../operations';
import { byId } from '../../../operations/parts/case';
import { fieldsOf, operations } from '../support/description';
import { checkRefused } from '../support/refused';
import { received, useLuma } from '../support/luma';

useLuma();

/** A field, where it stands, and the plain case with a value in it. */
interface Place {
	field: INodeProperties;
	path: string;
	with: (value: NodeParameterValueType) => INodeParameters;
}

/** The parameters under which a field shows. */
const showing = ({ displayOptions }: INodeProperties): INodeParameters =>
	Object.fromEntries(
		Object.entries(displayOptions?.show ?? {})
			.filter(([name]) => !['resource', 'operation', '@tool'].includes(name))
			.map(([name, values]) => [name.replace('/', ''), values![0] as NodeParameterValueType]),
	);

/** What a group or a row needs beside the field that is looked at. */
const BESIDE: Record<string, INodeParameters> = {
	answer: { questionId: 'q1', value: 'Vegan' },
	contact: { email: 'guest1@example.com' },
	google: { placeId: 'place-1' },
	guest: { email: 'guest1@example.com' },
	host: { hostEmail: 'host1@example.com' },
	position: { latitude: 1, longitude: 1 },
	type: { ticketTypeId: byId('ttype-1') },
};

/** What an operation needs beside its plain case, so that another of its ways shows whole. */
const ALSO: Record<string, INodeParameters> = {
	addToCalendar: { platform: 'external', externalUrl: 'https://example.com/e/1', eventName: 'x', startAt: '2027-01-01T10:00Z', endAt: '2027-01-01T11:00Z' },
	create: { centsOff: 500 },
};

function places(fields: INodeProperties[], around: (own: INodeParameters) => INodeParameters, path = ''): Place[] {
	return fields.flatMap((field) => {
		const at = `${path}${field.name}`;
		const filled = (value: NodeParameterValueType) => around({ ...showing(field), [field.name]: value });
		if (field.type === 'collection') return places(field.options as INodeProperties[], (own) => filled(own), `${at}.`);
		if (field.type !== 'fixedCollection') return [{ field, path: at, with: filled }];
		const wrapped = (group: string, own: INodeParameters) => filled({ [group]: field.typeOptions?.multipleValues ? [{ ...BESIDE[group], ...own }] : { ...BESIDE[group], ...own } });
		return (field.options as INodePropertyCollection[]).flatMap(({ name, values }) => places(values, (own) => wrapped(name, own), `${at}.${name}.`));
	});
}

const all = operations.flatMap(([resource, operation]) => {
	const plain = { resource, operation, ...plainCase(resource, operation).parameters, ...ALSO[operation] };
	return places(fieldsOf(resource, operation), (own) => ({ ...plain, ...own })).map((place) => ({ ...place, operation: `${resource} ${operation}` }));
});

/** Switches on which mails, money or a whole event depend. */
const safety = all.filter(({ field: { type, name } }) => type === 'boolean' && /^(send|suppress|notify|confirm|skip)|refund/i.test(name));

it('finds the switches that decide', () => {
	expect(safety.map(({ operation, field: { name } }) => `${operation} ${name}`).sort()).toEqual(
		[
			'event cancel confirm',
			'event create sendReminders',
			'event duplicate sendReminders',
			'event update sendReminders',
			'event rejectSubmission sendEmail',
			'membership addMember skipPayment',
			'guest add sendEmail',
			'guest updateStatus sendEmail',
			'guest updateStatus shouldRefund',
			'guest updateTickets sendEmail',
			'guest updateTickets shouldRefund',
		].sort(),
	);
});

describe.each(safety.map((place) => [`${place.operation}: ${place.path}`, place] as const))('%s', (_what, { field, with: filled }) => {
	it.each(['={{ $json.missing }}', '={{ "" }}', '={{ null }}', '={{ "  " }}', '={{ [] }}', '={{ "perhaps" }}', '={{ 2 }}'])('%s does not decide', async (value) => {
		await checkRefused(filled(value), new RegExp(`^${field.displayName}\\b`));
		const { json } = await run(filled(value), { node: { onError: 'continueRegularOutput' } });
		expect({ requests, received }).toEqual({ requests: [], received: [] });
		expect(json).toMatchObject([{ status: 'error' }]);
	});
});

const chosen = all.filter(({ field: { type, noDataExpression, options } }) => type === 'options' && !noDataExpression && options !== undefined);

it('finds the choices', () => expect(chosen.length).toBeGreaterThan(15));

describe.each(chosen.map((place) => [`${place.operation}: ${place.path}`, place] as const))('%s', (_what, { field, with: filled }) => {
	it.each(['={{ "no such choice" }}', '={{ 17 }}', '={{ { a: 1 } }}'])('%s is no choice', async (value) => {
		const { error, items } = await run(filled(value));
		expect({ requests, received, items }).toEqual({ requests: [], received: [], items: [] });
		// By its name, where it is not one of a list of its own.
		expect(error?.message).toContain(field.displayName);
		for (const { value: one } of field.options as INodePropertyOptions[]) expect(error?.message).toContain(String(one));
	});
});

/** Fields that take what an expression gives as it is, since Luma documents no form of it. */
const ANYTHING = ['font', 'theme', 'locationJson'];

/** What no field of a type can be, by expression. */
const DEEP = ['={{ "[".repeat(5000) + "]".repeat(5000) }}', '={{ JSON.parse("[".repeat(5000) + "]".repeat(5000)) }}'];
const WRONG: Partial<Record<INodeProperties['type'], string[]>> = {
	string: ['={{ { a: 1 } }}', '={{ true }}', '={{ [{ a: 1 }] }}', '={{ NaN }}'],
	number: ['={{ "many" }}', '={{ { a: 1 } }}', '={{ true }}', '={{ -1 }}', '={{ 0.5 }}', '={{ NaN }}'],
	boolean: ['={{ "perhaps" }}', '={{ 2 }}', '={{ { a: 1 } }}'],
	dateTime: ['={{ "some day" }}', '={{ { a: 1 } }}', '={{ true }}', '={{ 17 }}'],
	color: ['={{ "red" }}', '={{ { a: 1 } }}', '={{ true }}'],
	json: ['={{ "{" }}', '={{ 17 }}', '={{ true }}', ...DEEP],
	multiOptions: ['={{ true }}', '={{ { a: 1 } }}', '={{ [{ a: 1 }] }}'],
};

/** Numbers that are not whole, or not positive. */
const ANY_NUMBER = ['latitude', 'longitude', 'percentOff'];

const typed = all.filter(({ field: { type, name, noDataExpression } }) => type in WRONG && !noDataExpression && !ANYTHING.includes(name));

describe.each(typed.map((place) => [`${place.operation}: ${place.path}`, place] as const))('%s', (_what, { field, with: filled }) => {
	// What an answer is compared with can be a tick.
	const wrong = WRONG[field.type]!.filter((value) => !(ANY_NUMBER.includes(field.name) && /-1|0\.5/.test(value)) && !(field.name === 'value' && value.includes('true')));
	it.each(wrong)('%s is not what it takes', async (value) => {
		const { error, items } = await run(filled(value), { items: [{ email: 'guest1@example.com' }] });
		expect([requests.length, received.length, items.length]).toEqual([0, 0, 0]);
		expect(error?.message).toMatch(/ is not | has to be | is nested | in its list, which is not /);
	});
});

const currencies = all.filter(({ field: { displayName } }) => displayName === 'Currency');

describe.each(currencies.map((place) => [`${place.operation}: ${place.path}`, place] as const))('%s', (_what, { with: filled }) => {
	it.each(['Euro', '€', 'us dollar', '5', 'eu'])('%s is no currency', async (value) => {
		await checkRefused(filled(value), /^(Currency: |.*Currency.*)".*" is not a currency/, /three-letter code/);
	});
});

describe('questions', () => {
	const update = (more: INodeParameters): INodeParameters => ({ resource: 'event', operation: 'update', eventId: byId('evt-1'), ...more });

	it.each(['={{ [] }}', '[]', ' [ ] ', '={{ "[]" }}', '={{ $json.none }}'])('%j does not remove them in silence', async (registrationQuestions) => {
		await checkRefused(update({ updateFields: { eventName: 'New', registrationQuestions } }), /^Registration Questions/, /Clear Fields/, { items: [{ none: [] }] });
	});
});
