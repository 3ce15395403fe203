import { shown } from '../values/problem';
import type { Failure } from './errors';

/** What a parameter names, in words. */
const THINGS: Record<string, string> = {
	event_id: 'event',
	guest_id: 'guest',
	event_ticket_type_id: 'ticket type',
	slug: 'page',
	tag: 'tag',
	tag_id: 'tag',
	tags: 'tag',
	contact_id: 'contact',
	email: 'contact',
	calendar_event_id: 'submission',
	code: 'coupon',
	membership_tier_id: 'membership tier',
	calendar_membership_tier_id: 'membership tier',
	user_id: 'member',
	blast_id: 'blast',
	calendar_id: 'calendar',
};

/** "guests" → "guest", "ticket-types" → "ticket type": what a path's `id` stands for. */
const thingOf = (path: string) => (path.split('/').slice(-2)[0] ?? '').replace(/-/g, ' ').replace(/s$/, '');

/** What a request asked for, the most particular thing first, each in words with what it is: `guest "gst-1"`, a guest; `event "Summer Party" (evt-1)` where its name is known. */
function thingsIn({ path, parameters, names, calendar }: Failure): Array<[words: string, thing: string]> {
	const named = new Map<string, string>();
	const collect = (values: Record<string, unknown>) => {
		for (const [name, value] of Object.entries(values)) {
			const thing = name === 'id' || (name === 'email' && path.includes('/hosts/')) ? thingOf(path) : THINGS[name];
			const ids = name === 'tags' ? [value].flat() : [value];
			if (thing !== undefined && ids.every((id) => typeof id === 'string' || typeof id === 'number')) for (const id of ids) named.set(names?.has(id) ? `${thing} ${shown(names.get(id))} (${id})` : `${thing} "${id}"`, thing);
			else if (name.startsWith('ticket') && value) for (const ticket of [value].flat()) collect(ticket as Record<string, unknown>);
		}
	};
	collect({ ...parameters, ...(calendar !== undefined && { calendar_id: calendar }) });
	// A guest of an event, a ticket type of an event.
	const order = (thing: string) => ['event', 'calendar'].indexOf(thing);
	return [...named].sort(([, a], [, b]) => order(a) - order(b));
}

/** The event that a request is about: `the event "evt-1"`; just "the event" where it is about none in particular. */
function eventOf(failure: Failure): string {
	const events = thingsIn(failure).filter(([, thing]) => thing === 'event');
	return `the ${events.length === 1 ? events[0][0] : 'event'}`;
}

/** The header of a calendar, or the field that Luma itself calls by its name; not any word about calendars. */
const CALENDAR_ID = /x-luma-calendar-id|calendar[ _-]?(?:api[ _-]?)?id\b/i;

/** Paths of what belongs to an organization as a whole. */
const OF_ORGANIZATION = /\/organizations\//;

const CHECK_PROXY = "The response isn't from the Luma API. Check the 'Base URL' in the credential, and any proxy in between.";

const LIMIT = 'Luma allows 200 requests per minute for a calendar (500 for an organization), then refuses all requests for a minute.';

/** What to do about an answer of Luma's. */
function remedyOf(status: number, failure: Failure): string {
	const { path, words = '', uncertain } = failure;
	switch (status) {
		case 400:
		case 409:
		case 422:
			if (CALENDAR_ID.test(words)) return `Luma refused the request. If you use an organization API key, add a 'Calendar ID' to the credential${failure.fixedCalendar ? '' : ", or under 'Options'"}.`;
			if (path.endsWith('/ticket-types/delete')) return "Luma doesn't delete a ticket type that has been sold, or the last visible one. Hide it instead: update the ticket type and turn on 'Hidden'.";
			return 'Luma refused the request. Check the fields named in the message.';
		case 401:
			return "Luma doesn't recognize the API key in the credential. Copy it again from your calendar in Luma, under Settings > Developer. A new API key replaces the old one.";
		case 403:
			if (OF_ORGANIZATION.test(path)) return "This operation needs the API key of an organization, and the one in the credential may be a calendar's. Create a credential with the organization's API key, and check that it has access to what you chose.";
			return `This API key isn't allowed to do this. The calendar needs Luma Plus and must manage ${eventOf(failure)}. For anything that belongs to an organization, use an organization API key.`;
		case 404: {
			const things = thingsIn(failure);
			if (things.length === 0) return "Luma doesn't have this URL. Check the 'Base URL' in the credential. If you use an organization API key, check the 'Calendar ID' too.";
			const isAbout = (kind: string) => things.some(([, thing]) => thing === kind);
			const owner = isAbout('event') ? 'the calendar that manages the event' : isAbout('calendar') ? 'the organization of the calendar' : 'the same calendar';
			return `Luma has no ${things.map(([words]) => words).join(' or ')} that this API key can access. Check the ID, and check that the API key belongs to ${owner}.`;
		}
		case 429:
			if (path.endsWith('/blasts/create')) return "Luma allows 10 new blasts in 5 minutes. Increase 'Max Wait on Rate Limit' under 'Options', or run the workflow at another time.";
			return `${LIMIT} ${failure.fixedWait ? 'Try again after that.' : "Increase 'Max Wait on Rate Limit' under 'Options', or run the workflow at another time."}`;
		default:
			if (status >= 500 || status === 408) return `Luma is temporarily unavailable.${uncertain ? '' : ' Run the node again in a few minutes.'}`;
			if (status >= 300 && status < 400) return "The 'Base URL' in the credential redirects to another URL. Use https://public-api.luma.com.";
			return status < 300 ? CHECK_PROXY : 'Luma refused the request. Check the fields named in the message.';
	}
}

function remedy(failure: Failure): string {
	const { status, origin, uncertain } = failure;
	if (origin === 'damaged') return CHECK_PROXY;
	if (origin === 'noKey') return "The request wasn't sent. Open the credential, fill in 'API Key' with the key from your calendar in Luma, under Settings > Developer, and save it.";
	if (origin === 'notSent') return "The request wasn't sent. Check the 'Base URL' in the credential and, if the message is about access, ask the admin of this n8n.";
	if (status === undefined) return `Luma didn't respond. Check that n8n can reach the 'Base URL' in the credential${uncertain ? '' : ', then run the node again'}.`;
	if (status === 407) return "The proxy between n8n and Luma wants a user name and password. Put them into 'Proxy' under Settings > Request Options (http://user:password@host:port), or into the proxy settings of this n8n.";
	if (origin === 'foreign' && status === 404) return "Luma doesn't have this URL. Check the 'Base URL' in the credential.";
	if (origin === 'foreign' && status >= 400 && status < 500 && status !== 408 && status !== 429) {
		return "This response doesn't come from the Luma API. A firewall or proxy between n8n and Luma refused the request. Check the 'Base URL' in the credential, and ask whoever runs the network.";
	}
	return remedyOf(status, failure);
}

/** What to do where Luma may have made the change anyway. */
const caution = ({ uncertain, repeatable }: Failure) =>
	uncertain && `Luma may have made the change anyway. ${repeatable ? 'Making it again does no harm.' : "The node didn't send the request again. Check in Luma before you run the node again."}`;

/** What to do about a failure. */
export const adviceOf = (failure: Failure) => [caution(failure), remedy(failure)].filter(Boolean).join(' ');
