export { getEvents, searchEvents, searchSubmissions } from './events';
export { searchContacts, searchMembers } from './contacts';
export { searchCoupons } from './coupons';
export { searchMembershipTiers } from './memberships';
export { searchGuests } from './guests';
export { getContactTags, searchContactTags, searchEventTags } from './tags';
export { getQuestions } from './questions';
export { getTicketTypes, searchTicketTypes } from './ticketTypes';
export { getTimeZones } from './timeZones';
