export { apiKey, organizationKey } from './access';
export { clockChange, seed } from './seed';
export { startSimulator } from './server';
export { calendarId } from './store';
export { YEAR } from './year';
export type * from './records';
export type * from './types';
