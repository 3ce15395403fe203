import type { IDataObject } from 'n8n-workflow';
import { answersOutput, asChosen } from '../../fields/answersOutput';
import { eventInQuery } from '../../fields/event';
import { guestInQuery } from '../../fields/guest';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import type { Item } from '../../run/item';
import type { Operation } from '../operation';

async function getGuest(item: Item): Promise<IDataObject[]> {
	const { event_id } = item.sent;
	return await asChosen(item, [{ guests: [await item.send()], eventId: event_id as string, questions: async () => (await item.ask('/v1/events/get', { event_id })).registration_questions }]);
}

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a guest',
		description: 'Retrieve a guest of an event, with tickets and orders',
		routing: { request: { method: 'GET', url: '/v1/events/guests/get' } },
	},
	perform: getGuest,
	insteadOfMany: 'Guest > Get Many gets up to 100 guests of an event with one request.',
	fields: [eventInQuery, guestInQuery, simplify, answersOutput, options],
};
