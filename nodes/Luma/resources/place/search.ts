import type { IDataObject } from 'n8n-workflow';
import { options } from '../../fields/options';
import { plain, query, required } from '../../fields/send';
import type { Item } from '../../run/item';
import { isBlank } from '../../values/blank';
import { placesIn } from '../../values/places';
import { visible } from '../../values/text';
import type { Operation } from '../operation';

/** An address takes a place by its ID; a place without one is worth a word. */
const usable = (place: IDataObject): IDataObject => (isBlank(place.place_id) ? { ...place, warning: "Luma's response has no place_id for this place, so it can't be used as a Google place in Address" } : place);

export const search: Operation = {
	option: {
		name: 'Search',
		value: 'search',
		action: 'Search places',
		description: 'Find up to five places on Google Maps for the address of an event',
		routing: { request: { method: 'GET', url: '/v1/places/search' } },
	},
	perform: async (item: Item) => placesIn(await item.send()) as IDataObject[],
	output: () => usable,
	fields: [
		{
			displayName: 'Search',
			name: 'placeQuery',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Alexanderplatz, Berlin',
			description: 'Name or address of the place',
			routing: query('query', 'Search', required, plain, visible),
		},
		options,
	],
};
