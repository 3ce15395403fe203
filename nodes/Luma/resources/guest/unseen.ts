import type { IDataObject } from 'n8n-workflow';
import { entriesIn } from '../../api/pages';
import type { AnswerFilter } from '../../fields/answerFilter';
import { hasTicket, isOfType, type GuestFilters } from '../../fields/guestFilters';
import { isOfAll, type EventOfGuests } from '../../fields/guestsOf';
import type { Item } from '../../run/item';
import { entriesOf } from '../../simplified/pick';
import { Problem, shown } from '../../values/problem';

const told = (names: unknown[]) => [...new Set(names.map(shown))].join(', ');

/**
 * What filters name and no guest has shown yet. It may be something that there is not, such as a question that nobody asks, and
 * would let pass all or none without a word: the events are asked for it then.
 */
export class Unseen {
	private answers: AnswerFilter[];

	private ticketTypes: string[];

	constructor({ answers, ticketTypes }: GuestFilters) {
		[this.answers, this.ticketTypes] = [answers, ticketTypes];
	}

	/** Takes note of guests that have been read. */
	saw(guests: IDataObject[]): void {
		if (this.answers.length > 0) this.answers = this.answers.filter(({ isAbout }) => !guests.some(({ registration_answers: answers }) => entriesOf(answers).some(isAbout)));
		if (this.ticketTypes.length > 0) this.ticketTypes = this.ticketTypes.filter((name) => !guests.some(hasTicket(name)));
	}

	/** @throws Problem that names what there is not, and what there is */
	async check(item: Item, events: EventOfGuests[]): Promise<void> {
		if (events.length === 0) return;
		await this.checkQuestions(events);
		await this.checkTicketTypes(item, events);
	}

	private async checkQuestions(events: EventOfGuests[]): Promise<void> {
		if (this.answers.length === 0) return;
		const details = await Promise.all(events.map(async ({ details: get }) => await get()));
		const asked = details.flatMap(({ registration_questions: questions }) => entriesOf(questions));
		const unknown = this.answers.find(({ isAbout }) => !asked.some(({ id, label }) => isAbout({ question_id: id, label })));
		if (!unknown) return;
		throw new Problem(`Answers: there is no question ${shown(unknown.question)}`, asked.length > 0 ? `The event asks ${told(asked.map(({ label }) => label))}.` : 'The event asks no questions.');
	}

	/** One event after the other, until one has it. Not for all that are to come: there may be a hundred, and few with tickets of a kind. */
	private async checkTicketTypes(item: Item, events: EventOfGuests[]): Promise<void> {
		if (isOfAll(item)) return;
		const known: unknown[] = [];
		for (const { id: event_id } of events) {
			if (this.ticketTypes.length === 0) return;
			const types = entriesIn(await item.ask('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }));
			this.ticketTypes = this.ticketTypes.filter((name) => !types.some(isOfType(name)));
			known.push(...types.map(({ name }) => name));
		}
		if (this.ticketTypes.length > 0) throw new Problem(`Ticket Type Names or IDs: there is no ticket type ${shown(this.ticketTypes[0])}`, `The event has ${told(known)}.`);
	}
}
