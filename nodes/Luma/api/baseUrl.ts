import { visible } from '../values/text';

/** Luma's own (docs.luma.com, getting started). */
const LUMA = 'https://public-api.luma.com';

/**
 * Where the API is, as the credential has it: without blanks around it, invisible characters and slashes at its end, and
 * without what only the address of a request has: a version, as all paths have one of their own, a query, a fragment.
 * Luma's own where it is blank.
 */
export function baseUrlOf({ baseUrl }: { baseUrl?: unknown }): string {
	const [address] = visible(baseUrl ?? '').split(/[?#]/);
	return address.replace(/\/v\d\/*$/i, '').replace(/(?<!\/)\/+$/, '') || LUMA;
}
