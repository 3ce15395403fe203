import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { entriesOf } from '../simplified/pick';
import { ask } from './ask';
import { chosenEvents } from './events';

/** The questions of an event, as Luma answers them. */
export async function questionsOf(context: ILoadOptionsFunctions, event_id: string): Promise<IDataObject[]> {
	const { registration_questions: questions } = await ask(context, '/v1/events/get', { event_id });
	return entriesOf(questions);
}

/** The registration questions of the chosen events; of several events, a question with the same ID is one. */
export async function getQuestions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const all = (await Promise.all((await chosenEvents(this)).map(async (id) => await questionsOf(this, id)))).flat();
	return [...new Map(all.map(({ id, label }) => [String(id), { name: String(label ?? id), value: String(id) }])).values()];
}
