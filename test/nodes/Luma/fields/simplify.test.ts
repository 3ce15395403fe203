import { run } from '../../../engine';
import { plainEvent, wholeEvent } from '../../../operations/parts/answers';
import { byId } from '../../../operations/parts/case';
import { answer, received, useLuma } from '../support/luma';
import { checkRefused } from '../support/refused';

useLuma();

it('leaves the event that was created whole where it is off', async () => {
	answer('POST', '/v1/events/create', { body: { id: 'evt-1' } });
	answer('GET', '/v1/events/get', { body: wholeEvent });
	const { json } = await run({ resource: 'event', operation: 'create', eventName: 'Summer Conference', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC', simplify: false });
	expect(json).toEqual([wholeEvent]);
});

it('is chosen for each input item', async () => {
	answer('GET', '/v1/events/get', { body: wholeEvent }, 2);
	const { json } = await run({ resource: 'event', operation: 'get', eventId: byId('evt-1'), simplify: '={{ $json.n === 0 }}' }, { items: [{}, {}] });
	expect(json).toEqual([plainEvent, wholeEvent]);
	expect(received).toHaveLength(2);
});

it('refuses what is not true or false', async () => {
	await checkRefused({ resource: 'event', operation: 'get', eventId: byId('evt-1'), simplify: '={{ "perhaps" }}' }, 'Simplify: "perhaps" is not true or false');
});
