import { clock } from '../../../nodes/Luma/api/clock';
import { Secret } from '../../../nodes/LumaTrigger/secret';

const { now: realNow } = clock;
let time = 0;
beforeEach(() => void (clock.now = () => time));
afterEach(() => void (clock.now = realNow));

const minute = 60_000;

it('is asked for once a minute, however many want to know', async () => {
	const secret = new Secret();
	const asked: number[] = [];
	const ask = async () => void asked.push(time);
	for (time = 0; time <= 2 * minute; time += 1000) await Promise.all([secret.renew(ask), secret.renew(ask)]);
	expect(asked).toEqual([0, minute, 2 * minute]);
});

it('is not asked for again while the answer is on its way, however long that takes', async () => {
	const secret = new Secret();
	let answer: (told: string) => void = () => undefined;
	const first = secret.renew(async () => await new Promise((resolve) => (answer = resolve)));
	time += 2 * minute;
	const again = jest.fn(async () => 'whsec_2');
	const second = secret.renew(again);
	answer('whsec_1');
	await Promise.all([first, second]);
	expect(again).not.toHaveBeenCalled();
	expect(secret.told).toBe('whsec_1');
});

it.each([undefined, null, '', ' ', 7])('stays what it was where Luma tells %j', async (nothing) => {
	const secret = new Secret();
	await secret.renew(async () => 'whsec_1');
	time += minute;
	await secret.renew(async () => nothing);
	expect(secret.told).toBe('whsec_1');
});

it('is asked for again a minute after a failure', async () => {
	const secret = new Secret();
	await expect(secret.renew(async () => await Promise.reject(new Error('No access')))).rejects.toThrow('No access');
	time += minute;
	await secret.renew(async () => 'whsec_1');
	expect(secret.told).toBe('whsec_1');
});
