import type { IDataObject } from 'n8n-workflow';
import { entriesIn } from '../../api/pages';
import type { AnswerFilter, WholeAnswer } from '../../fields/answerFilter';
import { hasTicket, type GuestFilters } from '../../fields/guestFilters';
import { isOfAll, type EventOfGuests } from '../../fields/guestsOf';
import type { Item } from '../../run/item';
import { entriesOf } from '../../simplified/pick';
import { isBlank } from '../../values/blank';
import { Problem, shown, shownAll } from '../../values/problem';
import { answersOf } from '../../values/questions';
import { isCalled } from '../../values/text';

/** Whether a question is the one that is meant. */
const isQuestion =
	(isAbout: AnswerFilter['isAbout']) =>
	({ id, label }: IDataObject): boolean =>
		isAbout({ question_id: id, label });

/** Fails where a question is still asked, and has no such answer. One that was removed is known by its answers alone. */
function assertAnswer({ value, place }: WholeAnswer, questions: IDataObject[]): void {
	if (questions.length === 0) return;
	throw new Problem(
		`Answers: ${shown(value)} ${place} is not an answer to ${shown(questions[0].label)}`,
		`The question has ${shownAll(questions.flatMap((question) => answersOf(question) ?? []))}. To compare with part of an answer, or with an option that was removed, set 'Condition' to 'Contains' or 'Does Not Contain'.`,
	);
}

/**
 * What filters name and no guest has shown yet. It may be something that there is not, such as a question that nobody asks, and
 * would let pass all or none without a word: the events are asked for it then.
 */
export class Unseen {
	private answers: AnswerFilter[];

	/** Those that compare whole answers. */
	private wholes: Array<AnswerFilter & { whole: WholeAnswer }>;

	private ticketTypes: string[];

	constructor({ answers, ticketTypes }: GuestFilters) {
		[this.answers, this.ticketTypes] = [answers, ticketTypes];
		this.wholes = answers.filter((filter): filter is AnswerFilter & { whole: WholeAnswer } => filter.whole !== undefined);
	}

	/** Takes note of guests that have been read. */
	saw(guests: IDataObject[]): void {
		if (this.answers.length > 0) this.answers = this.answers.filter(({ isAbout }) => !guests.some(({ registration_answers: answers }) => entriesOf(answers).some(isAbout)));
		if (this.wholes.length > 0) this.wholes = this.wholes.filter(({ whole }) => !guests.some(whole.isGivenBy));
		if (this.ticketTypes.length > 0) this.ticketTypes = this.ticketTypes.filter((name) => !guests.some(hasTicket(name)));
	}

	/** @throws Problem that names what there is not, and what there is */
	async check(item: Item, events: EventOfGuests[]): Promise<void> {
		// Guests before a cursor were not read: they may show what is neither asked nor sold any more.
		if (events.length === 0 || !isBlank(item.parameter('options.paginationCursor', ''))) return;
		await this.checkAnswers(events);
		await this.checkTicketTypes(item, events);
	}

	/** One event after the other, until all is found that was named. */
	private async checkAnswers(events: EventOfGuests[]): Promise<void> {
		const asked: IDataObject[] = [];
		for (const { details } of events) {
			if (this.answers.length + this.wholes.length === 0) return;
			const questions = entriesOf((await details()).registration_questions);
			this.answers = this.answers.filter(({ isAbout }) => !questions.some(isQuestion(isAbout)));
			this.wholes = this.wholes.filter(({ isAbout, whole }) => !questions.filter(isQuestion(isAbout)).some((question) => whole.isAmong(answersOf(question) ?? [whole.value])));
			asked.push(...questions);
		}
		const [unknown] = this.answers;
		if (unknown) throw new Problem(`Answers: there is no question ${shown(unknown.question)}`, asked.length > 0 ? `The event asks ${shownAll(asked.map(({ label }) => label))}.` : 'The event asks no questions.');
		for (const { isAbout, whole } of this.wholes) assertAnswer(whole, asked.filter(isQuestion(isAbout)));
	}

	/** One event after the other, until one has it. Not for all that are to come: there may be a hundred, and few with tickets of a kind. */
	private async checkTicketTypes(item: Item, events: EventOfGuests[]): Promise<void> {
		if (isOfAll(item)) {
			if (this.ticketTypes.length > 0) item.hint(`No guest was found with a ticket of the type ${shownAll(this.ticketTypes)}. Check the name if there should be one.`);
			return;
		}
		const known: unknown[] = [];
		for (const { id: event_id } of events) {
			if (this.ticketTypes.length === 0) return;
			const types = entriesIn(await item.ask('/v1/events/ticket-types/list', { event_id, include_hidden: 'true' }));
			this.ticketTypes = this.ticketTypes.filter((name) => !types.some(isCalled(name)));
			known.push(...types.map(({ name }) => name));
		}
		if (this.ticketTypes.length > 0) throw new Problem(`Ticket Type Names or IDs: there is no ticket type ${shown(this.ticketTypes[0])}`, `The event has ${shownAll(known)}.`);
	}
}
