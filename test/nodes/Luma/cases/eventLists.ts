import type { Case } from '../support/case';
import { plainEvent, wholeEvent } from './answers';
import { directions, listing, paging, simplifying } from './lists';

const path = '/v1/calendars/events/list';
const list = listing(path);

export const getAll: Case[] = [
	list('without filters', {}),
	...paging(path, {}, {}),
	...simplifying(list, wholeEvent, plainEvent),
	...['manage', 'view'].map((access) => list(`with access ${access}`, { filters: { access: [access] } }, { access })),
	...['external', 'luma'].map((platform) => list(`on ${platform}`, { filters: { platforms: [platform] } }, { platforms: platform })),
	list('on all platforms, with all access', { filters: { platforms: ['luma', 'external'], access: ['manage', 'view'] } }, { platforms: ['luma', 'external'], access: ['manage', 'view'] }),
	list('between two times', { filters: { after: '2027-06-01T00:00:00', before: '2027-12-01T00:00:00' } }, { after: '2027-06-01T00:00:00+02:00', before: '2027-12-01T00:00:00+01:00' }),
	...['approved', 'pending'].map((status) => list(`with status ${status}`, { filters: { status } }, { status })),
	list('sorted by start', { sort: { column: 'start_at' } }, { sort_column: 'start_at' }),
	...directions.map((direction) => list(`sorted ${direction}`, { sort: { direction } }, { sort_direction: direction })),
];
