import { route } from '../route';
import { filled, parameters } from '../schemas';
import { eventDetail } from '../views';

export const eventRoutes = [
	route<{ event_id: string }>(
		'GET',
		'/v1/events/get',
		parameters({ event_id: filled }, ['event_id']),
		({ store }, { event_id }) => eventDetail(store.event(event_id)),
	),
];
