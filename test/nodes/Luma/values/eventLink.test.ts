import { eventIn, guestIn, slugIn } from '../../../../nodes/Luma/values/eventLink';
import { problemOf } from './problems';

describe('what names an event', () => {
	it.each([
		['evt-1', { id: 'evt-1' }],
		[' evt-1\n', { id: 'evt-1' }],
		['\u200bevt-\u20601\u00a0', { id: 'evt-1' }],
		['calev-1', { id: 'calev-1' }],
		['summer-conference', { id: 'summer-conference' }],
		['https://luma.com/summer-conference', { slug: 'summer-conference' }],
		['http://www.luma.com/summer-conference/', { slug: 'summer-conference' }],
		['luma.com/summer-conference', { slug: 'summer-conference' }],
		['\u2060https://lu.ma/summer\u200b-conference\u00a0', { slug: 'summer-conference' }],
		['LU.MA/Summer', { slug: 'Summer' }],
		['https://luma.com/summer-conference?tk=abc&utm_source=mail#top', { slug: 'summer-conference' }],
		['https://luma.com/summer-conference/register', { slug: 'summer-conference' }],
		['https://luma.com/caf%C3%A9', { slug: 'café' }],
		['<https://luma.com/summer-conference>', { slug: 'summer-conference' }],
		['<https://luma.com/summer-conference|luma.com/summer-conference>', { slug: 'summer-conference' }],
		['(https://luma.com/summer-conference).', { slug: 'summer-conference' }],
		['"https://luma.com/event/manage/evt-1",', { id: 'evt-1' }],
		['https://luma.com/100%', { slug: '100%' }],
		['https://luma.com/our-calendar?e=evt-1', { id: 'evt-1' }],
		['https://luma.com/home?e=evt-1', { id: 'evt-1' }],
		['luma.com/home?period=past&e=evt-1#top', { id: 'evt-1' }],
		['https://luma.com/our-calendar?e=calev-1', { id: 'calev-1' }],
		['https://luma.com/our-calendar?e=', { slug: 'our-calendar' }],
		['https://luma.com/event/manage/evt-1', { id: 'evt-1' }],
		['https://luma.com/event/manage/evt-1/guests?tab=all', { id: 'evt-1' }],
		['https://luma.com/e/evt-1', { id: 'evt-1' }],
		['https://luma.com/event/evt-1#x', { id: 'evt-1' }],
		['https://luma.com/check-in/evt-1?pk=g-1', { id: 'evt-1' }],
		['https://lu.ma/embed/event/evt-1/simple', { id: 'evt-1' }],
		['1a2b3c', { id: '1a2b3c' }],
		['evt\u20111', { id: 'evt-1' }],
		['https://luma.com/summer\u2011conference', { slug: 'summer-conference' }],
	])('%p', (text, event) => expect(eventIn(text)).toEqual(event));

	it.each([
		['summer-conference', { slug: 'summer-conference' }],
		[' sanau6qu ', { slug: 'sanau6qu' }],
		['café_2027', { slug: 'café_2027' }],
		['evt-1', { id: 'evt-1' }],
		['calev-1', { id: 'calev-1' }],
		['luma.com/summer-conference', { slug: 'summer-conference' }],
		['/summer-conference', { slug: 'summer-conference' }],
		['cal-hacks-2027', { slug: 'cal-hacks-2027' }],
		['g-force', { slug: 'g-force' }],
	])('by link: %p', (text, event) => expect(eventIn(text, 'link')).toEqual(event));

	const nowhere = ['https://luma.com', 'https://luma.com/', 'https://luma.com/?x=1', 'https://example.com/summer-conference', 'https://luma.com.example.com/x', '//example.com/x', 'https://help.luma.com/p/webhooks', 'http://localhost:5678/x'];
	const ofLuma = ['discover', 'signin', 'home', 'user/nathan', 'join/g-1', 'calendar/manage/cal-1', 'calendar/cal-1', 'create', 'settings/account', 'check-in/x', 'Discover?q=x', 'user/usr-1'].map((page) => `https://luma.com/${page}`);
	it.each([...nowhere, ...ofLuma])('%p is the address of no event', (text) => {
		for (const form of ['id', 'link'] as const) expect(problemOf(() => eventIn(text, form))).toMatch(/ is not an event URL — Paste the event URL from luma\.com, or choose the event from the list\.$/);
	});

	it.each([
		['anything else', 'is not an event'],
		['Summer Conference', 'is not an event'],
		['evt-1, evt-2', 'names 2 events, but only one is allowed'],
		['evt-1 evt-2', 'names 2 events, but only one is allowed'],
		['nathan@example.com', 'is an email address, not an event'],
		['example.com/summer', 'is a URL, not an event'],
		['gst-1', 'is the ID of a guest, not of an event'],
		['tkt-1', 'is the ID of a ticket, not of an event'],
		['cal-1a2b3c4d5e6f7g8', 'is the ID of a calendar, not of an event'],
	])('%p %s', (text, words) => expect(problemOf(() => eventIn(text))).toContain(`"${text}" ${words} — Choose one from the list, or use its URL on luma.com, or an ID that starts with evt-.`));
});

it.each([
	['gst-1', 'gst-1', undefined],
	[' guest@example.com\u200b', 'guest@example.com', undefined],
	[7, '7', undefined],
	['mailto:guest@example.com?subject=Hi', 'guest@example.com', undefined],
	['Nathan Smith <guest@example.com>', 'guest@example.com', undefined],
	['guest@example.com;', 'guest@example.com', undefined],
	['https://luma.com/check-in/evt-1?pk=g-1', 'g-1', 'evt-1'],
	['lu.ma/check-in/evt-1?tk=x&pk=g-1#top', 'g-1', 'evt-1'],
	['https://lu.ma/e/evt-1?pk=g-1', 'g-1', 'evt-1'],
	['https://luma.com/summer-conference?pk=g-1', 'g-1', undefined],
])('what names a guest: %p', (text, guest, event) => expect(guestIn(text)).toEqual({ guest, event }));

it.each([
	['https://example.com/?pk=g-1', 'is a URL, not a guest'],
	['https://luma.com/check-in/evt-1', 'is a URL, not a guest'],
	['a@example.com, b@example.com', 'names 2 guests, but only one is allowed'],
	['a@example.com;b@example.com', 'names 2 guests, but only one is allowed'],
	['mailto:a@example.com,b@example.com', 'names 2 guests, but only one is allowed'],
	['gst-1 gst-2', 'names 2 guests, but only one is allowed'],
	['Nathan Smith', 'is not a guest'],
	['nathan@example', 'is not an email address'],
	['tkt-1', 'is the ID of a ticket, not of a guest'],
	['evt-1', 'is the ID of an event, not of a guest'],
])('what names no guest: %p', (text, words) => expect(problemOf(() => guestIn(text))).toContain(`"${text}" ${words} — Choose one from the list, or use an email address, a guest ID (gst-…)`));

describe('the end of an address on Luma', () => {
	it.each([
		['summer-conference', 'summer-conference'],
		[' /summer-conference\u200b', 'summer-conference'],
		['https://luma.com/summer-conference', 'summer-conference'],
		['lu.ma/summer-conference?tk=x#top', 'summer-conference'],
		['https://luma.com/caf%C3%A9', 'café'],
	])('%p is %p', (text, slug) => expect(slugIn(text)).toBe(slug));
	it.each(['https://example.com/summer', 'example.com/summer', 'www.luma.com', 'https://luma.com/', 'https://luma.com/discover', 'https://luma.com/event/manage/evt-1', 'evt-1', 'Summer Conference', 'summer/conference', 'me@example.com'])('%p is none', (text) =>
		expect(problemOf(() => slugIn(text))).toMatch(/ is not the end of a URL on luma\.com — Use only what comes behind luma\.com\/, such as summer-conference\.$/),
	);
});
