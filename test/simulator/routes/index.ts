import { calendarRoutes } from './calendars';
import { contactRoutes } from './contacts';
import { couponRoutes } from './coupons';
import { eventRoutes } from './events';
import { guestRoutes } from './guests';
import { guestWriteRoutes } from './guestWrites';
import { membershipRoutes } from './memberships';
import { organizationRoutes } from './organizations';
import { tagRoutes } from './tags';
import { ticketTypeRoutes } from './ticketTypes';
import { webhookRoutes } from './webhooks';

export const routes = [
	...calendarRoutes,
	...contactRoutes,
	...couponRoutes,
	...eventRoutes,
	...guestRoutes,
	...guestWriteRoutes,
	...membershipRoutes,
	...organizationRoutes,
	...tagRoutes,
	...ticketTypeRoutes,
	...webhookRoutes,
];
