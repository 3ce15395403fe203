/** What Luma's document has and the node has not, on purpose. */
interface Allowed {
	/** One finding, or all that a pattern fits. */
	finding: string | RegExp;
	why: string;
}

export const allowed: Allowed[] = [
	{ finding: /: value (?:.*\.)?currency=/, why: 'A currency is typed as its three letters; whatever Luma takes goes through.' },
	{ finding: 'GET /v1/calendars/events/list: value status=approved', why: "It is what Luma does without the parameter." },
	{ finding: /: answers next_cursor$/, why: 'The lists of the simulator are shorter than a page there.' },
	{ finding: /^GET \/v1\/events\/guests\/(?:get|list): answers (?:entries\[\]\.)?attribution_params$/, why: 'Its shape is not documented. It comes out as it is with Simplify off.' },
	{ finding: 'GET /v1/calendars/events/list: answers entries[].host', why: 'Of events on other sites alone. It comes out as it is with Simplify off.' },
	{ finding: 'GET /v1/memberships/tiers/list: answers entries[].registration_questions', why: 'Its shape is not documented. Tiers come out as Luma answers them.' },
	{ finding: /^POST \/v1\/calendars\/events\/add: parameter geo_(?:latitude|longitude)$/, why: 'The coordinate has replaced them; the document marks them so everywhere else.' },
	{ finding: /^POST \/v1\/memberships\/members\/add: value registration_answers\[\]\./, why: 'The answers to a tier are JSON, which goes through as it is.' },
	{ finding: 'POST /v1/images/create-upload-url: value content_type=image/jpeg', why: 'Told by the file itself: test/nodes/Luma/image.test.ts tries it.' },
];

/** Why something is allowed; undefined where it is not. */
export const allowedFor = (finding: string): Allowed | undefined => allowed.find(({ finding: known }) => (typeof known === 'string' ? known === finding : known.test(finding)));
