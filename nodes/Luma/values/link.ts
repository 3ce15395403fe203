import { Problem, shown } from './problem';
import { unwrapped, visible } from './text';

/** An address on Luma's site: what comes behind the host. */
const LUMA = /^(?:https?:\/\/)?(?:www\.)?(?:luma\.com|lu\.ma)\/(.+)$/i;

/** What no one gives but as an address: with a scheme, or with a host in front. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/\/|www\.|[^\s/@,;]+\.[a-z]{2,}(?:[/?#:]|$))/i;

/** A page on Luma's site. */
export interface Link {
	path: string[];
	query: URLSearchParams;
}

/** Without its escapes; half an escape stays what it is. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** An address without what chats and sentences put around it: `<https://luma.com/x|x>`, `(https://luma.com/x).` */
function plainAddress(text: string): string {
	const whole = text.startsWith('<') ? unwrapped(text) : text;
	let [from, to] = [0, whole.length];
	while (from < to && '("'.includes(whole[from])) from += 1;
	while (from < to && ').,;:!"'.includes(whole[to - 1])) to -= 1;
	return whole.slice(from, to);
}

/** The page that an address on luma.com or lu.ma leads to; undefined where it leads to no page of theirs. */
export function lumaLink(text: string): Link | undefined {
	const link = LUMA.exec(plainAddress(text))?.[1];
	if (link === undefined) return undefined;
	const [whole] = link.split('#');
	const [path, ...query] = whole.split('?');
	return { path: path.split('/').filter((part) => part !== '').map(decoded), query: new URLSearchParams(query.join('?')) };
}

/** Whether a text is an address on the web, be it on Luma's site or elsewhere. */
export const isAddress = (text: string): boolean => ADDRESS.test(text);

/**
 * The address of a page on another site than Luma's.
 * @throws Problem for what is no address with http or https, and for one on Luma's site
 */
export function addressElsewhere(value: unknown): string {
	const text = visible(value);
	if (lumaLink(text)) throw new Problem(`${shown(text)} is on Luma`, "Set 'Event On' to 'Luma'.");
	if (/^https?:\/\/[^\s/]+\.\S+$/i.test(text)) return text;
	throw new Problem(`${shown(text)} is not a URL`, 'Use the whole URL of the event, such as https://www.eventbrite.com/e/123456789.');
}

/** With a scheme, such as https: or that of a meeting's app. */
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;

/** As people write one: zoom.us/j/123456789. */
const WITHOUT_SCHEME = /^[^\s/@:,;?#]+\.[a-z]{2,}(?:[/?#:]\S*)?$/i;

/**
 * The address of a page that people are sent to, such as that of a meeting; without a scheme it is meant with https.
 * @throws Problem for what is no address, such as "n/a" or "TBD" in a sheet
 */
export function webAddress(value: unknown): string {
	const text = visible(value);
	const address = text.startsWith('<') ? unwrapped(text) : text;
	if (WITH_SCHEME.test(address)) return address;
	if (WITHOUT_SCHEME.test(address)) return `https://${address}`;
	throw new Problem(`${shown(text)} is not a URL`, 'Use a URL such as https://example.com, or leave the field empty.');
}
