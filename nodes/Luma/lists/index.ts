export { getEvents, searchEvents, searchSubmissions } from './events';
export { searchContacts, searchMembers } from './contacts';
export { searchCoupons } from './coupons';
export { searchHosts } from './hosts';
export { searchMembershipTiers } from './memberships';
export { searchGuests } from './guests';
export { getContactTags, searchContactTags, searchEventTags } from './tags';
export { searchTicketTypes } from './ticketTypes';
export { getTimeZones } from './timeZones';
