import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { chosenEvent, chosenEvents } from './events';
import { all, searchOf, type List } from './search';

const ticketTypes = (event_id: string): List => {
	const show: List['show'] = ({ id, name, type, is_hidden }) => ({ name: `${name} (${type}${is_hidden === true ? ', hidden' : ''})`, value: String(id) });
	return {
		things: 'ticket types',
		path: '/v1/events/ticket-types/list',
		parts: () => [{ event_id, include_hidden: 'true' }],
		whole: true,
		show,
		words: (ticketType) => [show(ticketType).name, ticketType.id],
	};
};

/** Ticket types of the chosen event, hidden ones too. */
export const searchTicketTypes = searchOf(async (context) => ticketTypes(await chosenEvent(context)));

/** Ticket types of the chosen events, for a field that takes several. */
export async function getTicketTypes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return (await Promise.all((await chosenEvents(this)).map(async (id) => await all(this, ticketTypes(id))))).flat();
}
