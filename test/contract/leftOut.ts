/** What of Luma's document the node leaves out on purpose, and why. `docs/operations.md` says so; `coverage.test.ts` holds it. */

/** Parameters, wherever they stand. */
export const parametersLeftOut: Record<string, string> = {
	event_api_id: 'Luma calls it deprecated: `event_id` is the same',
	geo_latitude: '`coordinate` has replaced it, and is the field Coordinate',
	geo_longitude: '`coordinate` has replaced it, and is the field Coordinate',
};

/** Endpoints that are not deprecated. */
export const endpointsLeftOut: Record<string, string> = {};
