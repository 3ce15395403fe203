/** Lists for the filters of guests: questions and ticket types of one event, or of several. */
import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';
import { getQuestions } from '../../../../nodes/Luma/lists/questions';
import { getTicketTypes } from '../../../../nodes/Luma/lists/ticketTypes';
import { byId, byLink } from '../../../operations/parts/case';
import { loadOptions } from '../support/loadOptions';
import { answer, received, useLuma, waits } from '../support/luma';
import { paths } from './support';

useLuma();

const at = (parameters: INodeParameters) => loadOptions({ resource: 'guest', operation: 'getAll', ...parameters });

it('questions of the chosen event', async () => {
	answer('GET', paths.lookUp, { body: { entity: { type: 'event', event: { id: 'evt-7' } } } });
	answer('GET', paths.event, { body: { registration_questions: [{ id: 'q1', label: 'Meal' }, { id: 'q2' }] } });
	expect(await getQuestions.call(at({ eventId: byLink('https://luma.com/summer-conference') }))).toEqual([{ name: 'Meal', value: 'q1' }, { name: 'q2', value: 'q2' }]);
	expect(received[1].query).toEqual({ event_id: 'evt-7' });
});

it('questions of several events, each once', async () => {
	answer('GET', paths.event, { body: { registration_questions: [{ id: 'q1', label: 'Meal' }] } }, 2);
	expect(await getQuestions.call(at({ guestsOf: 'several', eventIds: ['evt-1', 'evt-2'] }))).toEqual([{ name: 'Meal', value: 'q1' }]);
});

it.each(['evt-1, evt-2', '["evt-1", "evt-2"]', 'evt-1\nevt-2\n'])('of several events that an expression gives as text: %j', async (eventIds) => {
	answer('GET', paths.event, { body: { registration_questions: [{ id: 'q1', label: 'Meal' }] } }, 2);
	await getQuestions.call(at({ guestsOf: 'several', eventIds }));
	expect(received.map(({ query }) => query)).toEqual([{ event_id: 'evt-1' }, { event_id: 'evt-2' }]);
});

it('an event without questions, and one whose questions Luma leaves away', async () => {
	answer('GET', paths.event, { body: {} });
	expect(await getQuestions.call(at({ eventId: byId('evt-1') }))).toEqual([]);
});

it('ticket types of several events', async () => {
	answer('GET', paths.ticketTypes, { body: { entries: [{ id: 'ttype-1', name: 'Standard', type: 'free' }] } });
	answer('GET', paths.ticketTypes, { body: { entries: [{ id: 'ttype-2', name: 'Seat', type: 'paid' }] } });
	expect((await getTicketTypes.call(at({ guestsOf: 'several', eventIds: ['evt-1', 'evt-2'] }))).map(({ name }) => name)).toEqual(['Standard (free)', 'Seat (paid)']);
});

it('no list waits for the rate limit for minutes', async () => {
	answer('GET', paths.event, { status: 429, headers: { 'retry-after': '45' } });
	// Max Wait on Rate Limit under Options is about the execution, so it is no help here.
	await expect(getQuestions.call(at({ eventId: byId('evt-1'), options: { maxWait: 300 } }))).rejects.toMatchObject({
		message: "Luma's rate limit requires a wait of 46 seconds",
		description: expect.stringMatching(/for a minute\. Try again after that\.(?!.*Max Wait)/) as string,
	});
	expect(waits).toEqual([]);
});

it.each<[(this: ILoadOptionsFunctions) => Promise<unknown>, INodeParameters, string]>([
	[getQuestions, {}, 'Choose an event first'],
	[getTicketTypes, { guestsOf: 'several', eventIds: [] }, 'Choose events first'],
	[getQuestions, { guestsOf: 'upcoming' }, 'Choose one event, or specify names using an expression'],
])('needs events: %p', async (load, parameters, message) => await expect(load.call(at(parameters))).rejects.toThrow(message));
