import type { IDataObject } from 'n8n-workflow';
import { get, type Case, type Cases } from './parts/case';
import type { Sample } from './parts/sample';

const path = '/v1/places/search';
const places = [
	{ place_id: 'place-1', name: 'Alexanderplatz', address: 'Berlin, Germany' },
	{ place_id: 'place-2', name: 'Alexanderplatz', address: 'Bremen, Germany' },
];

const searching = (what: string, answered: IDataObject, items: IDataObject[]): Case => ({ what, parameters: { placeQuery: ' Alexanderplatz ' }, exchanges: [get(path, { query: 'Alexanderplatz' }, answered)], items });

const place: Cases[string] = {
	search: [
		searching('as entries', { entries: places }, places),
		searching('as a list of another name', { predictions: places }, places),
		searching('none', { entries: [] }, []),
		searching('without an ID', { entries: [{ name: 'Nowhere' }] }, [{ name: 'Nowhere', warning: "Luma's response has no place_id for this place, so it can't be used as a Google place in Address" }]),
	],
};

export const cases: Cases = { place };

export const samples: Sample[] = [
	{
		resource: 'place',
		operation: 'search',
		parameters: { placeQuery: 'alexander' },
		sent: [get('/v1/places/search', { query: 'alexander' })],
		items: () => [{ place_id: 'place-alexanderplatz', name: 'Alexanderplatz' }],
	},
];
