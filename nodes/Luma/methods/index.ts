export { searchEvents, searchGuests, searchTicketTypes } from './listSearch';
export { getTimeZones } from './loadOptions';
