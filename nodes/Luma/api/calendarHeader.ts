/** Names the calendar that a request is about, where the API key is an organization's (docs.luma.com, authentication). */
export const CALENDAR_HEADER = 'x-luma-calendar-id';
