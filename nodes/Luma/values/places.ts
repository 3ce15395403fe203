import { tidy, visible } from './text';

type Place = Record<string, unknown>;

const areObjects = (list: unknown): list is Place[] => Array.isArray(list) && list.length > 0 && list.every((one) => typeof one === 'object' && one !== null);

/**
 * The places in an answer of /v1/places/search, whose form Luma does not document: its `entries`, else the first list of
 * objects in it, else what it answers, if that has the ID of a place.
 */
export function placesIn(answer: Place): Place[] {
	const list = [answer.entries, ...Object.values(answer)].find(areObjects);
	if (list) return list;
	return answer.place_id === undefined ? [] : [answer];
}

/** What a place may be called by, the shortest first. */
const NAMES = ['name', 'main_text', 'title', 'description', 'address', 'full_address', 'formatted_address', 'secondary_text'];

/** "Alexanderplatz, Berlin, Germany": a place as people know it, by whatever names it has; its ID where it has none. */
export function placeName(place: Place): string {
	const known = NAMES.map((name) => place[name]).filter((text): text is string => typeof text === 'string').map(tidy);
	const names = known.filter((text, at) => text !== '' && !known.slice(0, at).some((before) => before.includes(text)));
	const [first, second] = names;
	if (second === undefined) return first ?? visible(place.place_id);
	return second.startsWith(first) ? second : `${first}, ${second}`;
}
