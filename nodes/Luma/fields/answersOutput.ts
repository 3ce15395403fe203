import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { answerColumns, type Asked } from '../simplified/answers';
import { simpleGuest } from '../simplified/guest';
import { isBlank } from '../values/blank';
import { choice } from '../values/scalar';
import type { Item } from '../run/item';
import { checked, flagOf } from './send';
import { formed } from './simplify';

const forms = [
	{ name: 'As Columns', value: 'columns', description: 'One column for each question of the event, such as "Answer: Meal", the same ones for every guest. Tickets then are their names alone.' },
	{ name: 'Leave Out', value: 'leaveOut', description: 'No answers' },
	{ name: 'Nested', value: 'nested', description: 'One object with the answers by question' },
];

/** How the answers to registration questions come out of an operation that simplifies guests. */
export const answersOutput: INodeProperties = {
	displayName: 'Answers',
	name: 'answersOutput',
	type: 'options',
	options: forms,
	default: 'nested',
	displayOptions: { show: { simplify: [true] }, hide: { '/options.output': ['pages'] } },
	description: 'How to return the answers to registration questions',
	routing: checked('answersOutput', 'Answers', choice(forms)),
};

/** Guests of one event, and what it asks them. */
export interface Listed {
	guests: IDataObject[];
	eventId?: string;
	/** Asked where answers are to be columns. */
	questions: () => Promise<unknown>;
	/** What each guest has beside. */
	more?: IDataObject;
}

/** The guests as they come out: as Luma answers them, or simplified, with their answers in the form that was chosen. */
export async function asChosen(item: Item, events: Listed[]): Promise<IDataObject[]> {
	const form = item.parameter('answersOutput', 'nested');
	const chosen = isBlank(form) ? 'nested' : choice(forms)(form);
	const formOf = formed(item);
	let columns: ((guest: IDataObject) => IDataObject) | undefined;
	if (chosen === 'columns' && flagOf(item.parameter('simplify', true), true)) {
		const asked: Asked[] = [];
		for (const { guests, questions } of events) if (guests.length > 0) asked.push({ guests, questions: await questions() });
		columns = answerColumns(asked);
	}
	const all: IDataObject[] = [];
	for (const { guests, eventId, more } of events) {
		for (const guest of guests) {
			const out = formOf(more ? { ...guest, ...more } : guest, () => {
				const one = simpleGuest(guest, eventId, columns?.(guest));
				if (chosen === 'leaveOut') delete one.answers;
				return more ? Object.assign(one, more) : one;
			});
			all.push(out);
		}
	}
	return all;
}
