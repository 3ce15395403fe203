export { apiKey, organizationKey } from './access';
export { seed } from './seed';
export { startSimulator } from './server';
export { calendarId } from './store';
export type * from './records';
export type * from './types';
