export { getEvents, searchEvents } from './events';
export { searchGuests } from './guests';
export { getContactTags, searchContactTags, searchEventTags } from './tags';
export { searchTicketTypes } from './ticketTypes';
export { getTimeZones } from './timeZones';
