import { calendarRoutes } from './calendars';
import { contactRoutes } from './contacts';
import { eventRoutes } from './events';
import { guestRoutes } from './guests';
import { guestWriteRoutes } from './guestWrites';
import { tagRoutes } from './tags';
import { ticketTypeRoutes } from './ticketTypes';
import { webhookRoutes } from './webhooks';

export const routes = [
	...calendarRoutes,
	...contactRoutes,
	...eventRoutes,
	...guestRoutes,
	...guestWriteRoutes,
	...tagRoutes,
	...ticketTypeRoutes,
	...webhookRoutes,
];
