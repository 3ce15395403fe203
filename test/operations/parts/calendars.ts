import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { get, type Case } from './case';
import type { Row } from './settings';

/** A calendar and its admins as Luma answers them, what comes out, and what can be set. */
const id = 'cal-1';

export const wholeCalendar: IDataObject = {
	id,
	name: 'Berlin Meetups',
	slug: 'berlin-meetups',
	avatar_url: null,
	url: 'https://luma.com/berlin-meetups',
	description: 'Talks',
	social_image_url: null,
	cover_image_url: null,
	is_personal: false,
	location: { city: 'Berlin', region: null, country: 'Germany', country_code: 'DE', timezone: 'Europe/Berlin' },
	coordinate: null,
	instagram_handle: null,
	twitter_handle: null,
	youtube_handle: null,
	website: null,
};

export const plainCalendar: IDataObject = {
	name: 'Berlin Meetups',
	url: 'https://luma.com/berlin-meetups',
	slug: 'berlin-meetups',
	description: 'Talks',
	website: null,
	city: 'Berlin',
	country: 'Germany',
	timezone: 'Europe/Berlin',
	avatar_url: null,
	id,
};

export const wholeAdmins: IDataObject[] = [1, 2, 3].map((n) => ({ id: `usr-${n}`, name: `Admin ${n}`, avatar_url: 'https://images.lumacdn.com/a.png', email: `admin${n}@example.com`, first_name: 'Admin', last_name: `${n}`, api_id: `usr-${n}` }));
const plainAdmins = wholeAdmins.map(({ id: user, name, email, first_name, last_name, avatar_url }) => ({ id: user, name, email, first_name, last_name, avatar_url }));

/** Return All and Limit of a list of admins. */
export const listingAdmins = (path: string): Case[] => {
	const listing = (what: string, parameters: INodeParameters, items = plainAdmins): Case => ({ what, parameters, exchanges: [get(path, undefined, { entries: wholeAdmins })], items });
	return [listing('some', {}), listing('all', { returnAll: true }), listing('up to Limit', { returnAll: false, limit: 2 }, plainAdmins.slice(0, 2))];
};

/** What can be set when a calendar is made and when it is changed. */
export const calendarSettings: Row[] = [
	['avatar', { url: { url: ' https://images.lumacdn.com/avatars/a.png' } }, 'avatar_url', 'https://images.lumacdn.com/avatars/a.png'],
	['calendarColor', '#bb2dc7', 'tint_color', '#bb2dc7'],
	['calendarDescription', 'Talks on the first Tuesday', 'description', 'Talks on the first Tuesday'],
	['instagramHandle', '@lumahq', 'instagram_handle', 'lumahq'],
	...['archived', 'coming-soon', 'launched'].map((status): Row => ['launchStatus', status, 'launch_status', status]),
	['locationJson', '{ "city": "Berlin" }', 'location', { city: 'Berlin' }],
	['calendarSlug', 'berlin-meetups', 'slug', 'berlin-meetups'],
	['website', 'https://example.com', 'website', 'https://example.com'],
	['twitterHandle', 'lumahq', 'twitter_handle', 'lumahq'],
	['youtubeHandle', 'lumahq', 'youtube_handle', 'lumahq'],
];
