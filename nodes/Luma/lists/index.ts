export { searchEvents } from './events';
export { searchGuests } from './guests';
export { searchTicketTypes } from './ticketTypes';
export { getTimeZones } from './timeZones';
