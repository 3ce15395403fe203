import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { slugIn } from '../values/eventLink';
import { json } from '../values/json';
import { Problem, shown } from '../values/problem';
import { choice, color } from '../values/scalar';
import { visible } from '../values/text';
import { body, type Change } from './send';

const launchStatuses = [
	{ name: 'Archived', value: 'archived' },
	{ name: 'Coming Soon', value: 'coming-soon' },
	{ name: 'Launched', value: 'launched' },
];

/** The address of the image, out of the form that it stands in. */
const imageUrl: Change = (value) => {
	const { url } = ((value as { url?: { url?: unknown } }).url ?? {}) as { url?: unknown };
	if (isBlank(url)) return undefined;
	const text = visible(url);
	if (/^https:\/\/\S+$/.test(text)) return text;
	throw new Problem(`${shown(url)} is not an address with https`, 'Upload the image to Luma first and use the address you get.');
};

const location: Change = (value) => (isBlank(json(value)) ? undefined : json(value));

const handle: Change = (value) => visible(value).replace(/^@/, '');

/** The name of a calendar. */
export const newCalendarName: INodeProperties = {
	displayName: 'Name',
	name: 'calendarName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Berlin Meetups',
	description: 'What the calendar is called',
	routing: body('name', 'Name', visible),
};

/** What can be set when a calendar is made and when it is changed, sorted by name. */
export const calendarFields: INodeProperties[] = [
	{
		displayName: 'Avatar',
		name: 'avatar',
		type: 'fixedCollection',
		placeholder: 'Add Avatar',
		default: { url: { url: '' } },
		description: 'The picture of the calendar',
		options: [
			{
				displayName: 'Image URL',
				name: 'url',
				values: [
					{
						displayName: 'URL',
						name: 'url',
						type: 'string',
						default: '',
						placeholder: 'e.g. https://images.lumacdn.com/avatars/a.png',
						description: 'The address of an image on Luma\'s own server',
					},
				],
			},
		],
		routing: body('avatar_url', 'Avatar', imageUrl),
	},
	{
		displayName: 'Color',
		name: 'calendarColor',
		type: 'color',
		default: '#bb2dc7',
		description: 'The color of the page',
		routing: body('tint_color', 'Color', color),
	},
	{
		displayName: 'Description',
		name: 'calendarDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Talks on the first Tuesday',
		description: 'What the calendar is about',
		routing: body('description', 'Description', (value) => String(value)),
	},
	{
		displayName: 'Instagram Handle',
		name: 'instagramHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. lumahq',
		description: 'The name on Instagram, without the @',
		routing: body('instagram_handle', 'Instagram Handle', handle),
	},
	{
		displayName: 'Launch Status',
		name: 'launchStatus',
		type: 'options',
		options: launchStatuses,
		default: 'launched',
		description: 'Whether the calendar is open',
		routing: body('launch_status', 'Launch Status', choice(launchStatuses)),
	},
	{
		displayName: 'Location (JSON)',
		name: 'locationJson',
		type: 'json',
		default: '{}',
		description: 'The place of the calendar as Luma takes it, which Luma does not document',
		routing: body('location', 'Location (JSON)', location),
	},
	{
		displayName: 'Slug',
		name: 'calendarSlug',
		type: 'string',
		default: '',
		placeholder: 'e.g. berlin-meetups',
		description: 'The end of the address on luma.com',
		routing: body('slug', 'Slug', slugIn),
	},
	{
		displayName: 'Website',
		name: 'website',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com',
		description: 'The address of a page beside Luma',
		routing: body('website', 'Website', visible),
	},
	{
		displayName: 'X (Twitter) Handle',
		name: 'twitterHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. lumahq',
		description: 'The name on X, without the @',
		routing: body('twitter_handle', 'X (Twitter) Handle', handle),
	},
	{
		displayName: 'YouTube Handle',
		name: 'youtubeHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. lumahq',
		description: 'The name on YouTube, without the @',
		routing: body('youtube_handle', 'YouTube Handle', handle),
	},
];
