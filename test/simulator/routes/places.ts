import { route } from '../route';
import { filled, parameters } from '../schemas';

/** All that the simulator knows of are in Berlin. */
const places = ['Alexanderplatz', 'Berliner Dom', 'Gendarmenmarkt', 'Simulator Hall', 'Tempelhofer Feld', 'Zoologischer Garten'].map((name) => ({
	place_id: `place-${name.toLowerCase().replace(/\W+/g, '-')}`,
	name,
	address: `${name}, Berlin, Germany`,
}));

export const placeRoutes = [
	route<{ query: string }>('GET', '/v1/places/search', parameters({ query: filled }, ['query']), (_world, { query }) => ({
		entries: places.filter(({ address }) => address.toLowerCase().includes(query.toLowerCase())).slice(0, 5),
	})),
];
