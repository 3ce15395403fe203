import { eventIn, guestIn } from '../../../../nodes/Luma/values/eventLink';

describe('what names an event', () => {
	it.each([
		['evt-1', { id: 'evt-1' }],
		[' evt-1\n', { id: 'evt-1' }],
		['\u200bevt-\u20601\u00a0', { id: 'evt-1' }],
		['calev-1', { id: 'calev-1' }],
		['anything else', { id: 'anything else' }],
		['summer-conference', { id: 'summer-conference' }],
		['https://luma.com/summer-conference', { slug: 'summer-conference' }],
		['http://www.luma.com/summer-conference/', { slug: 'summer-conference' }],
		['luma.com/summer-conference', { slug: 'summer-conference' }],
		['\u2060https://lu.ma/summer\u200b-conference\u00a0', { slug: 'summer-conference' }],
		['LU.MA/Summer', { slug: 'Summer' }],
		['https://luma.com/summer-conference?tk=abc&utm_source=mail#top', { slug: 'summer-conference' }],
		['https://luma.com/summer-conference/register', { slug: 'summer-conference' }],
		['https://luma.com/caf%C3%A9', { slug: 'café' }],
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
		['https://luma.com/', { id: 'https://luma.com/' }],
		['https://luma.com/?x=1', { id: 'https://luma.com/?x=1' }],
		['https://example.com/summer-conference', { id: 'https://example.com/summer-conference' }],
		['https://luma.com.example.com/x', { id: 'https://luma.com.example.com/x' }],
	])('%p', (text, event) => expect(eventIn(text)).toEqual(event));

	it.each([
		['summer-conference', { slug: 'summer-conference' }],
		[' sanau6qu ', { slug: 'sanau6qu' }],
		['café_2027', { slug: 'café_2027' }],
		['evt-1', { id: 'evt-1' }],
		['calev-1', { id: 'calev-1' }],
		['luma.com/summer-conference', { slug: 'summer-conference' }],
		['https://example.com/summer-conference', { id: 'https://example.com/summer-conference' }],
	])('by link: %p', (text, event) => expect(eventIn(text, 'link')).toEqual(event));
});

it.each([
	['gst-1', 'gst-1'],
	[' guest@example.com\u200b', 'guest@example.com'],
	[7, '7'],
	['https://luma.com/check-in/evt-1?pk=g-1', 'g-1'],
	['lu.ma/check-in/evt-1?tk=x&pk=g-1#top', 'g-1'],
	['https://lu.ma/e/evt-1?pk=g-1', 'g-1'],
	['https://example.com/?pk=g-1', 'https://example.com/?pk=g-1'],
	['https://luma.com/check-in/evt-1', 'https://luma.com/check-in/evt-1'],
])('what names a guest: %p', (text, guest) => expect(guestIn(text)).toBe(guest));
