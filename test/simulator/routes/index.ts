import { calendarRoutes } from './calendars';
import { eventRoutes } from './events';
import { guestRoutes } from './guests';
import { ticketTypeRoutes } from './ticketTypes';

export const routes = [...calendarRoutes, ...eventRoutes, ...guestRoutes, ...ticketTypeRoutes];
