import { calendarRoutes } from './calendars';
import { eventRoutes } from './events';
import { guestRoutes } from './guests';
import { guestWriteRoutes } from './guestWrites';
import { ticketTypeRoutes } from './ticketTypes';
import { webhookRoutes } from './webhooks';

export const routes = [
	...calendarRoutes,
	...eventRoutes,
	...guestRoutes,
	...guestWriteRoutes,
	...ticketTypeRoutes,
	...webhookRoutes,
];
