import { get, type OperationCase } from './case';

export const placeCases: OperationCase[] = [
	{
		resource: 'place',
		operation: 'search',
		parameters: { placeQuery: 'alexander' },
		sent: [get('/v1/places/search', { query: 'alexander' })],
		items: () => [{ place_id: 'place-alexanderplatz', name: 'Alexanderplatz' }],
	},
];
