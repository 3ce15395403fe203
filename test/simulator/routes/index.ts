import { blastRoutes } from './blasts';
import { calendarRoutes } from './calendars';
import { contactRoutes } from './contacts';
import { couponRoutes } from './coupons';
import { eventRoutes } from './events';
import { guestRoutes } from './guests';
import { guestWriteRoutes } from './guestWrites';
import { hostRoutes } from './hosts';
import { imageRoutes } from './images';
import { membershipRoutes } from './memberships';
import { organizationRoutes } from './organizations';
import { placeRoutes } from './places';
import { tagRoutes } from './tags';
import { ticketTypeRoutes } from './ticketTypes';
import { webhookRoutes } from './webhooks';

export const routes = [
	...blastRoutes,
	...calendarRoutes,
	...contactRoutes,
	...couponRoutes,
	...eventRoutes,
	...guestRoutes,
	...guestWriteRoutes,
	...hostRoutes,
	...imageRoutes,
	...membershipRoutes,
	...organizationRoutes,
	...placeRoutes,
	...tagRoutes,
	...ticketTypeRoutes,
	...webhookRoutes,
];
