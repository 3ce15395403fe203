import { addressIn } from './email';
import { isAddress, lumaLink } from './link';
import { Problem, shown } from './problem';
import { list } from './scalar';
import { tidy, visible } from './text';

/** A kind of thing that a person names. */
interface Named {
	/** "a guest" */
	a: string;
	/** What its IDs begin with, as Luma's documents and clients have them. */
	ids: string[];
	/** Whether an email address names one, too. */
	emails?: boolean;
	/** Whether it is known by a name that people choose, which may look like anything. */
	names?: boolean;
	/** How to give one. */
	how: string;
}

const KINDS = {
	blast: { a: 'a blast', ids: ['ep'], how: 'an ID that starts with ep-' },
	calendar: { a: 'a calendar', ids: ['cal'], how: 'an ID that starts with cal-' },
	contact: { a: 'a contact', ids: ['usr'], emails: true, how: 'an email address, or an ID that starts with usr-' },
	coupon: { a: 'a coupon', ids: [], names: true, how: 'the code as people enter it' },
	event: { a: 'an event', ids: ['evt', 'calev'], how: 'its URL on luma.com, or an ID that starts with evt-' },
	guest: { a: 'a guest', ids: ['gst', 'g'], emails: true, how: 'an email address, a guest ID (gst-…), a guest key (g-…), or a check-in URL' },
	host: { a: 'a host', ids: [], emails: true, how: 'an email address' },
	member: { a: 'a member', ids: ['usr'], emails: true, how: 'an email address, or an ID that starts with usr-' },
	order: { a: 'an order', ids: ['ord'], how: 'an ID that starts with ord-' },
	tag: { a: 'a tag', ids: ['tag'], names: true, how: 'its name, or an ID that starts with tag-' },
	ticket: { a: 'a ticket', ids: ['tkt'], how: 'an ID that starts with tkt-' },
	ticketType: { a: 'a ticket type', ids: ['ttype', 'ett'], how: 'an ID that starts with ttype-' },
	tier: { a: 'a membership tier', ids: ['memt'], how: 'an ID that starts with memt-' },
	webhook: { a: 'a webhook', ids: ['wh', 'whk'], how: 'an ID that starts with wh-' },
} satisfies Record<string, Named>;

export type Kind = keyof typeof KINDS;

const all: Named[] = Object.values(KINDS);

/** The beginning of an ID, as Luma makes them. */
const ID = /^([a-z]{1,6})-\S/i;

/** An ID as Luma makes them, and hardly a name that people choose: "evt-1a2b3c4d5e6f7g8", but not "cal-hacks" or "g-force-2027". */
const WHOLE_ID = /^[a-z]{1,6}-(?=[a-z]*\d)[a-z0-9]{12,}$/i;

/** What an ID is one of, by its beginning. */
function kindOf(text: string): Named | undefined {
	const prefix = ID.exec(text)?.[1].toLowerCase();
	return all.find(({ ids }) => ids.includes(prefix!));
}

/** What a person has typed where a thing of this kind was asked for, and what is wrong with it. */
function mistaken(text: string, { a, ids, emails = false, names = false }: Named): string | undefined {
	const noun = a.replace(/^an? /, '');
	if (names ? text.includes('://') : isAddress(text)) return `is a URL, not ${a}`;
	const other = kindOf(text);
	if (other && !other.ids.some((id) => ids.includes(id)) && (!names || WHOLE_ID.test(text))) return `is the ID of ${other.a}, not of ${a}`;
	if (names) return undefined;
	const several = text.split(/[\s,;]+/).filter((part) => part !== '');
	if (several.length > 1 && several.every((part) => kindOf(part) || part.includes('@'))) return `names ${several.length} ${noun}s, but only one is allowed`;
	if (text.includes('@')) return emails ? 'is not an email address' : `is an email address, not ${a}`;
	return several.length === 1 && several[0] === text ? undefined : `is not ${a}`;
}

/** The ID of a thing of this kind that the address of a page on Luma's site has in it. */
export function linkedId(kind: Kind, text: string): string | undefined {
	const { path, query } = lumaLink(text) ?? { path: [], query: new URLSearchParams() };
	const { ids }: Named = KINDS[kind];
	return [...path, ...query.values()].map(visible).find((part) => ids.includes(ID.exec(part)?.[1].toLowerCase() ?? ''));
}

/**
 * What a person gives to name one thing: its ID, or its email address or name where the kind has these, as a person sees it.
 * Luma says that the beginnings of IDs are no contract, so what begins with none that is known may pass.
 * @throws Problem for what certainly names none of this kind: an address on the web, a list, the ID of another kind
 */
export function idOf(kind: Kind, value: unknown): string {
	const named: Named = KINDS[kind];
	const text = named.names ? tidy(value) : visible(value);
	const address = named.emails ? addressIn(text) : undefined;
	if (address !== undefined) return address;
	const linked = linkedId(kind, text);
	if (linked !== undefined) return linked;
	const wrong = mistaken(text, named);
	if (wrong === undefined) return text;
	throw new Problem(`${shown(text)} ${wrong}`, `Choose one from the list, or use ${named.how}.${/only one/.test(wrong) ? ' For several, use one input item for each.' : ''}`);
}

/** Whether an ID is certainly of another kind than this. */
export const isOfOther = (kind: Kind, text: string): boolean => WHOLE_ID.test(text) && kindOf(text) !== undefined && kindOf(text) !== KINDS[kind];

/**
 * Several things of a kind, as `list` reads a list, each once. IDs have no blanks, so blanks stand between two of them.
 * @throws Problem for what certainly names none of this kind
 */
export function idsOf(kind: Kind, value: unknown): string[] {
	const { names = false, emails = false }: Named = KINDS[kind];
	const entries = list(value);
	return [...new Set((names || emails ? entries : entries.flatMap((entry) => entry.split(/\s+/))).map((entry) => idOf(kind, entry)))];
}
