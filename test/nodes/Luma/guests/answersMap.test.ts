/** Registration answers as fields: the columns that the editor shows, and what goes to Luma of what is filled in. */
import type { IDataObject, INodeParameters, ResourceMapperField } from 'n8n-workflow';
import { getAnswerColumns } from '../../../../nodes/Luma/lists/answerColumns';
import { run, type Options } from '../../../engine';
import { byId } from '../../../operations/parts/case';
import { loadOptions } from '../support/loadOptions';
import { always, answer, received, useLuma } from '../support/luma';

useLuma();

const questions: IDataObject[] = [
	{ id: 'meal', label: 'Meal', required: true, question_type: 'dropdown', options: ['Vegan', 'Fish, grilled'] },
	{ id: 'topics', label: 'Topics', required: false, question_type: 'multi-select', options: ['Talks', 'Workshops'] },
	{ id: 'rules', label: 'Code of conduct', required: false, question_type: 'agree-check' },
	{ id: 'terms', label: 'Terms', required: false, question_type: 'terms', terms: { collect_signature: true } },
	{ id: 'work', label: 'Work', required: false, question_type: 'company', collect_job_title: true, job_title_label: 'Role' },
	{ id: 'site', label: 'Website', required: false, question_type: 'url' },
];
const EVENT = '/v1/events/get';
const ADD = '/v1/events/guests/add';
const serve = () => {
	always('GET', EVENT, () => ({ body: { registration_questions: questions } }));
	always('POST', ADD, () => ({ body: { skipped: [] } }));
};

async function columns(): Promise<ResourceMapperField[]> {
	answer('GET', EVENT, { body: { registration_questions: questions } });
	const { fields } = await getAnswerColumns.call(loadOptions({ resource: 'guest', operation: 'add', eventId: byId('evt-1') }));
	received.length = 0;
	return fields;
}

/** What went to Luma for these values, with the columns as the editor keeps them. */
async function add(value: IDataObject | null, { mappingMode = 'defineBelow', ...options }: Options & { mappingMode?: string } = {}, more: INodeParameters = {}) {
	const schema = (await columns()) as unknown as INodeParameters[];
	serve();
	const answersMap = { mappingMode, value, matchingColumns: [], schema } as unknown as INodeParameters;
	const result = await run({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'inputItems', guestEmail: '={{ `guest${$json.n}@example.com` }}', answersAs: 'map', answersMap, ...more }, options);
	const guests = received.filter(({ path }) => path === ADD).flatMap(({ body }) => (body as { guests: IDataObject[] }).guests);
	return { ...result, answers: guests.map(({ registration_answers: answers }) => answers) };
}

it('the columns of an event', async () => {
	expect((await columns()).map(({ id, displayName, type, required }) => [id, displayName, type, required])).toEqual([
		['meal', 'Meal', 'options', true],
		['topics', 'Topics', 'string', false],
		['rules', 'Code of conduct', 'boolean', false],
		['terms', 'Terms', 'string', false],
		['work', 'Work', 'string', false],
		['work__jobTitle', 'Role', 'string', false],
		['site', 'Website', 'string', false],
	]);
});

it('an event without questions says so', async () => {
	answer('GET', EVENT, { body: {} });
	expect(await getAnswerColumns.call(loadOptions({ resource: 'guest', operation: 'add', eventId: byId('evt-1') }))).toEqual({ fields: [], emptyFieldsNotice: 'The event asks no registration questions' });
});

it('each value in the form that its question takes; what is empty is left out', async () => {
	const { answers, error } = await add({ meal: 'Fish, grilled', topics: 'talks, Workshops', rules: true, terms: 'Ada Lovelace', work: 'Example Ltd', work__jobTitle: 'CEO', site: '' });
	expect(error).toBeUndefined();
	expect(answers).toEqual([[
		{ question_id: 'meal', value: 'Fish, grilled' },
		{ question_id: 'topics', value: ['Talks', 'Workshops'] },
		{ question_id: 'rules', value: true },
		{ question_id: 'terms', value: 'Ada Lovelace' },
		{ question_id: 'work', value: { company: 'Example Ltd', job_title: 'CEO' } },
	]]);
});

it('by expression for each item, with one request for the questions and one for the guests', async () => {
	const { answers } = await add({ meal: '={{ $json.meal }}', topics: '={{ $json.topics }}' }, { items: [{ meal: 'Vegan', topics: ['Talks'] }, { meal: 'vegan', topics: [] }, { meal: 'Vegan', topics: null }] });
	expect(answers).toEqual([[{ question_id: 'meal', value: 'Vegan' }, { question_id: 'topics', value: ['Talks'] }], [{ question_id: 'meal', value: 'Vegan' }], [{ question_id: 'meal', value: 'Vegan' }]]);
	expect(received.map(({ path }) => path)).toEqual([EVENT, ADD]);
});

it('from columns that are called like the questions, or like columns of Get Many', async () => {
	const { answers } = await add(null, { mappingMode: 'autoMapInputData', items: [{ MEAL: 'Vegan', topics: 'Talks', Other: 'x' }, { 'Answer: Meal': 'Vegan', 'Answer: Code of conduct': 'yes', Role: 'CEO' }] });
	expect(answers).toEqual([
		[{ question_id: 'meal', value: 'Vegan' }, { question_id: 'topics', value: ['Talks'] }],
		[{ question_id: 'meal', value: 'Vegan' }, { question_id: 'rules', value: true }, { question_id: 'work', value: { job_title: 'CEO' } }],
	]);
});

describe('what is wrong is said by the name of the question, before anything is sent', () => {
	it.each<[IDataObject | null, IDataObject, RegExp]>([
		[{ meal: '={{ $json.meal }}' }, {}, /"Meal" is required/],
		[{ meal: '={{ $json.meal }}', topics: '={{ $json.topics }}' }, { meal: 'Vegan', topics: 'Talks, Parties' }, /"Topics": "Parties" is not one of Talks, Workshops/],
		[{ meal: 'Vegan', rules: '={{ $json.rules }}' }, { rules: 'perhaps' }, /Code of conduct|rules/],
		[{ meal: 'Vegan', gone: 'x' }, {}, /"gone" is not a question of this event/],
	])('%j of %j', async (value, item, message) => {
		const { error, items } = await add(value, { items: [item] });
		expect(items).toEqual([]);
		expect(received.filter(({ method }) => method === 'POST')).toEqual([]);
		expect(error?.message).toMatch(message);
	});

	it('an option that is none', async () => {
		const { error } = await add({ meal: '={{ $json.meal }}' }, { items: [{ meal: 'Steak' }] });
		expect(received.filter(({ method }) => method === 'POST')).toEqual([]);
		expect(`${error?.message} ${error?.description}`).toMatch(/meal/i);
		expect(`${error?.message} ${error?.description}`).toMatch(/Vegan/);
	});

	it('the other items are sent where the node goes on', async () => {
		const { json, answers } = await add({ meal: '={{ $json.meal }}' }, { items: [{ meal: 'Vegan' }, {}], node: { onError: 'continueRegularOutput' } });
		expect(json.map(({ status }) => status)).toEqual(['added', 'error']);
		expect(json[1].error).toMatch(/"Meal" is required/);
		expect(answers).toHaveLength(1);
	});
});

it('an event by expression has its questions read for each event', async () => {
	const { answers, error } = await add({ meal: 'Vegan' }, { items: [{}, {}, {}] }, { eventId: byId('={{ `evt-${$json.n % 2}` }}') });
	expect(error).toBeUndefined();
	expect(answers).toHaveLength(3);
	expect(received.filter(({ path }) => path === EVENT).map(({ query }) => query!.event_id).sort()).toEqual(['evt-0', 'evt-1']);
});

describe('questions of which much is asked', () => {
	const asked: IDataObject[] = [
		{ id: 'consent', label: 'Consent', required: true, question_type: 'agree-check' },
		{ id: 'terms', label: 'Terms', required: true, question_type: 'terms', terms: { collect_signature: false } },
		{ id: 'drinks', label: 'Drinks', required: false, question_type: 'multi-select', options: ['Tea, hot', 'Coffee', 'Tea'] },
	];
	const fill = async (value: IDataObject, item: IDataObject = {}) => {
		always('GET', EVENT, () => ({ body: { registration_questions: asked } }));
		always('POST', ADD, () => ({ body: { skipped: [] } }));
		const answersMap = { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] } as unknown as INodeParameters;
		const { error } = await run({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'inputItems', guestEmail: 'guest@example.com', answersAs: 'map', answersMap }, { items: [item] });
		const [guest] = received.filter(({ path }) => path === ADD).flatMap(({ body }) => (body as { guests: IDataObject[] }).guests);
		return { error, answers: guest?.registration_answers };
	};

	it.each<[IDataObject, string]>([
		[{ consent: false, terms: true }, '"Consent" has to be true'],
		[{ consent: true, terms: '={{ "no" }}' }, '"Terms" has to be true'],
		[{ consent: true, terms: '={{ $json.agreed }}' }, '"Terms" is required'],
	])('a tick that is required and not given, as the editor has it where nobody touched it: %j', async (value, message) => {
		const { error, answers } = await fill(value);
		expect(error?.message).toContain(message);
		expect(answers).toBeUndefined();
	});

	it.each<[unknown, string[]]>([
		['Tea, hot', ['Tea, hot']],
		['Tea, Coffee', ['Tea', 'Coffee']],
		['["Tea, hot", "Coffee"]', ['Tea, hot', 'Coffee']],
		['={{ ["Tea, hot"] }}', ['Tea, hot']],
	])('choices of which one has a comma: %j', async (drinks, value) => {
		const { answers } = await fill({ consent: true, terms: true, drinks: drinks as string });
		expect(answers).toContainEqual({ question_id: 'drinks', value });
	});
});

describe('guests in fields', () => {
	const rows = (...guest: INodeParameters[]) => ({ guestsFrom: 'fields', guests: { guest } });

	it('every guest gets the answers of the item', async () => {
		const { answers, json } = await add({ meal: '={{ $json.meal }}', rules: true }, { items: [{ meal: 'Vegan' }, { meal: 'Fish, grilled' }] }, rows({ email: '={{ `a${$json.n}@example.com` }}' }, { email: '={{ `b${$json.n}@example.com` }}', answers: '[]' }));
		expect(json.map(({ status }) => status)).toEqual(['added', 'added', 'added', 'added']);
		expect(answers).toEqual(['Vegan', 'Vegan', 'Fish, grilled', 'Fish, grilled'].map((value) => [{ question_id: 'meal', value }, { question_id: 'rules', value: true }]));
	});

	it('also from JSON', async () => {
		const { answers } = await add(null, {}, { ...rows({ email: 'a@example.com' }, { email: 'b@example.com' }), answersAs: 'json', guestAnswers: '[{ "question_id": "meal", "value": "Vegan" }]' });
		expect(answers).toEqual([[{ question_id: 'meal', value: 'Vegan' }], [{ question_id: 'meal', value: 'Vegan' }]]);
	});

	it.each<[IDataObject | null, INodeParameters, RegExp]>([
		[{ meal: '={{ $json.meal }}' }, { email: 'a@example.com' }, /^Registration Answers: "Meal" is required$/],
		[{ meal: '={{ "Steak" }}' }, { email: 'a@example.com' }, /"Meal": "Steak" is not one of Vegan, Fish, grilled/],
		[{ meal: 'Vegan' }, { email: 'a@example.com', answers: '[{ "question_id": "meal", "value": "Vegan" }]' }, /^Registration Answers: are filled in twice for the guest in row 1$/],
	])('%j with %j is refused, and nothing is sent', async (value, row, message) => {
		const { error } = await add(value, {}, rows(row));
		expect(error?.message).toMatch(message);
		expect(received.filter(({ method }) => method === 'POST')).toEqual([]);
	});
});
