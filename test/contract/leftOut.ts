/** What of Luma's document the node leaves out on purpose, and why. `docs/operations.md` says so; `coverage.test.ts` holds it. */

/** Parameters, wherever they stand. */
export const parametersLeftOut: Record<string, string> = {
	event_api_id: 'Luma calls it deprecated: `event_id` is the same',
	geo_latitude: '`coordinate` has replaced it, and is the field Coordinate',
	geo_longitude: '`coordinate` has replaced it, and is the field Coordinate',
};

/** Endpoints that are not deprecated. */
export const endpointsLeftOut: Record<string, string> = {
	'GET /v1/users/get-self': 'not offered yet',
	'GET /v1/webhooks/list': 'Luma Trigger uses it',
	'GET /v2/webhooks/get': 'not offered yet',
	'POST /v2/webhooks/create': 'Luma Trigger uses it',
	'POST /v2/webhooks/update': 'not offered yet',
	'POST /v1/webhooks/delete': 'Luma Trigger uses it',
	'POST /v1/events/hosts/add': 'not offered yet',
	'POST /v1/events/hosts/update': 'not offered yet',
	'POST /v1/events/hosts/remove': 'not offered yet',
	'POST /v1/images/create-upload-url': 'not offered yet',
	'GET /v1/places/search': 'not offered yet',
	'GET /v1/images/search': 'not offered yet',
	'GET /v1/events/blasts/list': 'not offered yet',
	'GET /v1/events/blasts/get': 'not offered yet',
	'POST /v1/events/blasts/create': 'not offered yet',
	'POST /v1/events/blasts/update': 'not offered yet',
	'POST /v1/events/blasts/delete': 'not offered yet',
};
