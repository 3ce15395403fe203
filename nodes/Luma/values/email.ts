import { unwrapped, visible } from './text';

/** Labels of the domain have no dot in them, so that each character can be meant one way only: a check in linear time. */
const EMAIL = /^[^\s@,;:<>()[\]"\\]+@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u;

/** `mailto:nathan@example.com?subject=…`, as links of web pages give it. */
const MAILTO = /^mailto:([^?]*)/i;

/** The same without what has no meaning at its end: a list of one leaves a comma behind. */
function unended(text: string): string {
	let end = text.length;
	while (end > 0 && ',; '.includes(text[end - 1])) end -= 1;
	return text.slice(0, end);
}

/**
 * The one email address in what a person, a sheet, or another node gives; undefined where there is none, or several.
 * Without invisible characters, trimmed; out of a mailto link, or from behind a name. The one reading of an address.
 */
export function addressIn(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const text = unended(visible(value));
	// "Nathan Smith <nathan@example.com>": the name may have no address in it.
	const named = text.indexOf('@') > text.indexOf('<') ? unwrapped(text) : text;
	const address = MAILTO.exec(named)?.[1] ?? named;
	return EMAIL.test(address) ? address : undefined;
}

/** The domain as mail servers know it: bücher.example and xn--bcher-kva.example are one. */
function inAscii(domain: string): string {
	if (/^[\w.-]*$/.test(domain)) return domain;
	const url = `http://${domain}`;
	return URL.canParse(url) ? new URL(url).hostname : domain;
}

/** An address as it stands, its domain in ASCII: some of Luma's requests take no other. */
export function asciiDomain(address: string): string {
	const at = address.lastIndexOf('@') + 1;
	return at === 0 ? address : `${address.slice(0, at)}${inAscii(address.slice(at))}`;
}

/** An email address by which all spellings of it are one person; it is not what goes to Luma. What is no address stays one text. */
export const emailKey = (address: string): string => asciiDomain(visible(address).normalize('NFC').toLowerCase());
