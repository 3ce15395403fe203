/** A Google place in an address, in whatever form n8n hands it over. */
import { run } from '../../../engine';
import { byId } from '../../../operations/parts/case';
import { answer, received, useLuma } from '../support/luma';

useLuma();

const NONE = { mode: 'list', value: '' };
const update = async (address: object) => await run({ resource: 'event', operation: 'update', eventId: byId('evt-1'), updateFields: { eventName: 'Talks', address }, options: { returnIdOnly: true } } as never);

it.each([
	['a locator', { google: { placeId: byId(' place-1 ') } }],
	['plain text, as an expression gives it', { google: { placeId: 'place-1' } }],
	['a locator beside the form that is there from the start', { manual: { address: '' }, google: { placeId: byId('place-1'), description: ' ' } }],
])('is sent: %s', async (_what, address) => {
	answer('POST', '/v1/events/update');
	expect((await update(address)).error).toBeUndefined();
	expect(received[0].body).toMatchObject({ geo_address_json: { type: 'google', place_id: 'place-1' } });
});

it.each([
	['nothing chosen', { google: { placeId: NONE, description: '' } }],
	['nothing chosen, beside an empty text', { manual: { address: ' ' }, google: { placeId: NONE } }],
	['directions without a place', { google: { placeId: NONE, description: 'Third floor' } }],
])('changes nothing: %s', async (_what, address) => {
	answer('POST', '/v1/events/update');
	expect((await update(address)).error).toBeUndefined();
	expect(received[0].body).toEqual({ event_id: 'evt-1', name: 'Talks' });
});

it('stands alone', async () => {
	const { error } = await update({ manual: { address: 'Alexanderplatz' }, google: { placeId: byId('place-1') } });
	expect(error?.message).toBe('Address has 2 formats filled in, but only one is allowed');
});
