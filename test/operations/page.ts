import type { IDataObject } from 'n8n-workflow';
import { seed } from '../simulator';
import { failing, get, type Case, type Cases } from './parts/case';
import type { Sample } from './parts/sample';

const path = '/v1/entities/lookup';
const event = { id: 'evt-1', name: 'Summer Conference', slug: 'summer-conference', cover_url: 'https://images.lumacdn.com/a.png', start_at: '2027-06-15T07:00:00.000Z', end_at: '2027-06-16T16:00:00.000Z' };
const calendar = { id: 'cal-1', name: 'Berlin', slug: 'berlin', avatar_url: null };

const looking = (what: string, pageSlug: string, slug: string, entity: IDataObject | null, item: IDataObject): Case => ({ what, parameters: { pageSlug }, exchanges: [get(path, { slug }, { entity })], items: [item] });
const ofEvent = (what: string, pageSlug: string) => looking(what, pageSlug, 'summer-conference', { type: 'event', event: { ...event, api_id: 'evt-1' } }, { found: true, type: 'event', ...event });
const free = looking('a slug that is free', 'nothing-here', 'nothing-here', null, { found: false });

const page: Cases[string] = {
	lookUp: [
		ofEvent('an event by its slug', 'summer-conference'),
		ofEvent('an event by its URL', ' https://luma.com/summer-conference?utm_source=mail '),
		ofEvent('an event by a short URL', 'lu.ma/summer-conference'),
		looking('a calendar', 'https://luma.com/berlin', 'berlin', { type: 'calendar', calendar: { ...calendar, api_id: 'cal-1' } }, { found: true, type: 'calendar', ...calendar }),
		looking('what Luma may have tomorrow', 'someone', 'someone', { type: 'user', user: { api_id: 'usr-1' } }, { found: true, type: 'user', id: 'usr-1' }),
		free,
		{ ...free, what: 'a slug that Luma says is not found', exchanges: [failing(free.exchanges[0], { status: 404, body: { message: 'Not found', code: null } })] },
		{ ...free, what: 'a page elsewhere', parameters: { pageSlug: 'https://example.com/a' }, exchanges: [], items: [], refused: 'URL or Slug: "https://example.com/a" is not the end of a URL on luma.com' },
	],
};

export const cases: Cases = { page };

const lookingUp = (what: string, pageSlug: string, slug: string, item: object): Sample => ({ what, resource: 'page', operation: 'lookUp', parameters: { pageSlug }, sent: [get('/v1/entities/lookup', { slug })], items: () => [item] });

export const samples: Sample[] = [
	lookingUp('of an event', 'https://luma.com/summer-conference', 'summer-conference', { found: true, type: 'event', id: seed.events.conference, slug: 'summer-conference' }),
	lookingUp('of the calendar', 'simulator-calendar', 'simulator-calendar', { found: true, type: 'calendar', id: 'cal-simulator' }),
	lookingUp('that is free', 'nothing-here', 'nothing-here', { found: false }),
];
