import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { isBlank } from '../values/blank';
import { placeName, placesIn } from '../values/places';
import { search, type Choice, type List } from './search';

const places: List = {
	things: 'places',
	path: '/v1/places/search',
	parts: () => [{}],
	whole: true,
	query: 'query',
	entries: (answer) => placesIn(answer).filter(({ place_id }) => !isBlank(place_id)),
	show: (place: IDataObject): Choice => ({ name: placeName(place), value: String(place.place_id) }),
	words: (place) => [placeName(place)],
};

/** Places on Google Maps; there is nothing to show before a person has typed something. */
export async function searchPlaces(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return isBlank(filter) ? { results: [] } : await search(this, places, filter);
}
