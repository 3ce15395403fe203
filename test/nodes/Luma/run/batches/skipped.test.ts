/** Whom Luma says it has left out, in whatever form: none of them counts as taken. */
import { run } from '../../../../engine';
import { byId } from '../../../../operations/parts/case';
import { always, useLuma } from '../../support/luma';

useLuma();

const [ada, bo, cy] = ['ada@example.com', 'bo@bücher.example', 'cy@example.com'];

it.each<[string, unknown, string[]]>([
	['with reasons', [{ email: ada, reason: 'Blocked' }], ['skipped', 'added', 'added']],
	['in another spelling', [{ email: 'BO@xn--bcher-kva.example' }], ['added', 'skipped', 'added']],
	['as addresses alone', [ada, cy], ['skipped', 'added', 'skipped']],
	['one that is named otherwise', [{ user_id: 'usr-1' }], ['mixed', 'mixed', 'mixed']],
	['one by address and one otherwise', [{ email: ada }, { user_id: 'usr-2' }], ['skipped', 'mixed', 'mixed']],
	['all of them otherwise', [{ user_id: 'usr-1' }, { user_id: 'usr-2' }, { user_id: 'usr-3' }], ['skipped', 'skipped', 'skipped']],
	['one twice', [{ email: ada }, { email: ada }], ['skipped', 'added', 'added']],
	['nobody', [], ['added', 'added', 'added']],
	['null', null, ['added', 'added', 'added']],
	['nothing', undefined, ['added', 'added', 'added']],
])('%s', async (_how, skipped, statuses) => {
	always('POST', '/v1/events/guests/add', () => ({ body: { skipped } }));
	const { json, error } = await run({ resource: 'guest', operation: 'add', eventId: byId('evt-1'), guestsFrom: 'inputItems' }, { items: [ada, bo, cy].map((email) => ({ email })) });
	expect(error).toBeUndefined();
	expect(json.map(({ status }) => status)).toEqual(statuses);
	for (const { status, reason } of json) expect(reason === undefined).toBe(status === 'added');
});
