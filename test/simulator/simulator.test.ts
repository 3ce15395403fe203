import { seed } from './index';
import { parametersOf } from './openapi';
import { routes } from './routes';
import {
	simulator,
	answered,
	get,
	all,
	guestsList,
	eventsList,
	withOpenApi,
	useSimulator,
} from './testing';

const { conference, paid } = seed.events;

useSimulator();

withOpenApi.each(routes.map((route) => [route.method, route.path, route] as const))(
	'%s %s takes the parameters of the document',
	(method, path, { schema }) => {
		expect({
			names: Object.keys(schema.properties).sort(),
			required: [...schema.required].sort(),
		}).toEqual(parametersOf(method, path));
	},
);

withOpenApi("answers in the form of Luma's document, all of the seed", async () => {
	const guests = [conference, paid, seed.events.past];
	for (const event_id of guests) await all(guestsList, { event_id, pagination_limit: 100 });
	for (const { id } of simulator.guests(paid)) await get('/v1/events/guests/get', { event_id: paid, id });
	await all(eventsList, { platforms: ['luma', 'external'], access: ['manage', 'view'] });
	await all(eventsList, { status: 'pending' });
	for (const { id } of simulator.events()) await get('/v1/events/get', { event_id: id });
	// Each answer is checked after the test, as in all of these test files.
	expect(answered().length).toBeGreaterThan(150);
});
