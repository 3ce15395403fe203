import { deepStrictEqual, ok } from 'node:assert';
import type { INodeParameters } from 'n8n-workflow';
import type { Check } from '../../n8n/check';
import { byId, luma } from '../../n8n/luma';
import { chain, manualTrigger } from '../../n8n/workflow';
import { seed } from '../../simulator';
import { eventually } from '../eventually';
import type { Stage } from '../stage';

export const name = 'Registration answers as fields';

const asked = ['Favourite topic', 'Meal', 'Code of conduct'];

const ways: Array<[string, INodeParameters]> = [
	['fields', { guests: { guest: [{ email: 'fields@example.com' }] } }],
	['inputItems', { guestEmail: 'items@example.com', guestName: '' }],
];

export async function run(stage: Stage, check: Check): Promise<void> {
	const { view, simulator } = stage;
	for (const [from, guests] of ways) {
		await check(`a field for each question of the event, by hand and by expression, with guests from ${from}`, async () => {
			await stage.openNode(luma(await stage.credential(), 'guest', 'add', { eventId: byId(seed.events.conference), guestsFrom: from, ...guests }));
			await view.choose('answersAs', 'Each Question');
			await eventually(async () => {
				const labels = await view.labels();
				ok(asked.every((label) => labels.some((one) => one.startsWith(label))), labels.join(', '));
			});
			const options = view.fields.getByTestId('value["question-topic"]-parameter-input-options-container');
			await options.hover();
			await options.getByTestId('radio-button-expression').click();
			await view.type('question-topic', 'Bees');
			await view.choose('question-meal', 'Vegan');
			await view.field('question-conduct').locator('.el-switch').click();
			simulator.requests.length = 0;
			await view.execute();
			await eventually(async () => {
				const added = simulator.requests.filter(({ path }) => path === '/v1/events/guests/add').flatMap(({ body }) => (body as { guests: Array<{ registration_answers?: unknown }> }).guests);
				deepStrictEqual(
					added.map(({ registration_answers: answers }) => answers),
					[[{ question_id: 'question-topic', value: 'Bees' }, { question_id: 'question-meal', value: 'Vegan' }, { question_id: 'question-conduct', value: true }]],
				);
			});
		});
	}
	await check('an answer by drag and drop: a column of the input, dropped on a question', async () => {
		const start = manualTrigger();
		const node = luma(await stage.credential(), 'guest', 'add', { eventId: byId(seed.events.conference), guestsFrom: 'inputItems', guestEmail: '={{ $json.email }}', guestName: '' });
		await stage.openNodeOf({ ...chain('Answers', [start, node]), pinData: { [start.name]: [{ json: { email: 'dropped@example.com', likes: 'Bees' } }] } }, node);
		await view.choose('answersAs', 'Each Question');
		await view.choose('question-meal', 'Vegan');
		await view.field('question-conduct').locator('.el-switch').click();
		await view.dropColumn('likes', 'question-topic', 'Bees');
		simulator.requests.length = 0;
		await view.execute();
		await eventually(async () => {
			const added = simulator.requests.filter(({ path }) => path === '/v1/events/guests/add').flatMap(({ body }) => (body as { guests: object[] }).guests);
			deepStrictEqual(added, [{ email: 'dropped@example.com', registration_answers: [{ question_id: 'question-topic', value: 'Bees' }, { question_id: 'question-meal', value: 'Vegan' }, { question_id: 'question-conduct', value: true }] }]);
		});
	});
}
