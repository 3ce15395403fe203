import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { slugIn } from '../values/eventLink';
import { json } from '../values/json';
import { webAddress } from '../values/link';
import { Problem, shown } from '../values/problem';
import { choice, color } from '../values/scalar';
import type { Check } from '../values/shape';
import { visible } from '../values/text';
import { AVATAR, picture, toImage } from './image';
import { body, plain, words, type Change } from './send';

const launchStatuses = [
	{ name: 'Archived', value: 'archived' },
	{ name: 'Coming Soon', value: 'coming-soon' },
	{ name: 'Launched', value: 'launched' },
];

/** The address of an image. */
const imageUrl: Check = (url) => {
	const text = visible(url);
	if (/^https:\/\/\S+$/.test(text)) return text;
	throw new Problem(`${shown(url)} is not an https URL`, 'Add the image as a file, or upload it to Luma first, and use the URL you get.');
};

const location: Change = (value) => (isBlank(json(value)) ? undefined : json(value));

/** A page of someone's on one of the sites that Luma asks for. */
const PROFILE = /^(?:https?:\/\/)?(?:www\.|m\.)?(?:instagram|twitter|x|youtube)\.com\/([^/?#\s]+)\/?(?:[?#]\S*)?$/i;

/** A name on another site, perhaps in the address of the page there. */
const handle: Change = (value) => {
	const text = String(value);
	const name = (PROFILE.exec(text)?.[1] ?? text).replace(/^@/, '');
	if (/^[^\s/:?#@]+$/.test(name)) return name;
	throw new Problem(`${shown(text)} is not a handle`, 'Use the name alone, such as n8n, or leave the field empty.');
};

/** The name of a calendar. */
export const newCalendarName: INodeProperties = {
	displayName: 'Name',
	name: 'calendarName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Berlin Meetups',
	description: 'Name of the calendar',
	routing: body('name', 'Name', words),
};

/** What can be set when a calendar is made and when it is changed, sorted by name. */
export const calendarFields: INodeProperties[] = [
	picture({ displayName: AVATAR.label, name: AVATAR.field, description: 'Image of the calendar, from a file or the URL of an image', routing: body('avatar_url', 'Avatar', ...toImage(imageUrl)) }),
	{
		displayName: 'Color',
		name: 'calendarColor',
		type: 'color',
		default: '',
		description: 'Color of the calendar page, as a hex color such as #bb2dc7',
		routing: body('tint_color', 'Color', color),
	},
	{
		displayName: 'Description',
		name: 'calendarDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Talks on the first Tuesday',
		description: 'Description of the calendar',
		routing: body('description', 'Description', plain),
	},
	{
		displayName: 'Instagram Handle',
		name: 'instagramHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		description: 'Name on Instagram, without the @',
		routing: body('instagram_handle', 'Instagram Handle', words, handle),
	},
	{
		displayName: 'Launch Status',
		name: 'launchStatus',
		type: 'options',
		options: launchStatuses,
		default: 'launched',
		description: 'Launch status of the calendar',
		routing: body('launch_status', 'Launch Status', choice(launchStatuses)),
	},
	{
		displayName: 'Location (JSON)',
		name: 'locationJson',
		type: 'json',
		default: '{}',
		description: "Location of the calendar, as JSON or an expression that returns an object. Luma doesn't document its fields, so the node sends what you enter unchanged.",
		routing: body('location', 'Location (JSON)', location),
	},
	{
		displayName: 'Slug',
		name: 'calendarSlug',
		type: 'string',
		default: '',
		placeholder: 'e.g. berlin-meetups',
		description: 'Last part of the calendar URL (luma.com/…)',
		routing: body('slug', 'Slug', plain, slugIn),
	},
	{
		displayName: 'Website',
		name: 'website',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com',
		description: 'URL of your own website',
		routing: body('website', 'Website', plain, webAddress),
	},
	{
		displayName: 'X (Twitter) Handle',
		name: 'twitterHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		description: 'Name on X, without the @',
		routing: body('twitter_handle', 'X (Twitter) Handle', words, handle),
	},
	{
		displayName: 'YouTube Handle',
		name: 'youtubeHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		description: 'Name on YouTube, without the @',
		routing: body('youtube_handle', 'YouTube Handle', words, handle),
	},
];
