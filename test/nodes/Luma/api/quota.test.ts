/** Luma's limit for new blasts alone: ten in five minutes. Items beyond it wait, none is lost, none goes twice. */
import type { INodeParameters } from 'n8n-workflow';
import { ownPacerFor } from '../../../../nodes/Luma/api/pace';
import nock from '../../../nock';
import { apiKey } from '../../../simulator';
import { conference, now, on, oneGuest, passTime, people, refusals, restoreTime, simulate, stopSimulators, waits } from './support';

beforeEach(passTime);
afterEach(async () => {
	restoreTime();
	await stopSimulators();
});

const path = '/v1/events/blasts/create';
const blasts = (more: INodeParameters = {}): INodeParameters => ({ resource: 'blast', operation: 'create', contentMd: '={{ "Blast " + $json.n }}', sendWhen: 'now', ...more });
const rows = (count: number) => Array.from({ length: count }, () => ({}));

type Luma = Awaited<ReturnType<typeof simulate>>;

/** The texts of the blasts that Luma was asked for, in order. */
const sent = (luma: Luma) => luma.requests.filter((request) => request.path === path).map(({ body }) => (body as { content_md: string }).content_md);
const texts = (count: number) => Array.from({ length: count }, (_, n) => `Blast ${n}`);
/** Waits of a minute and more, in minutes. */
const long = () => waits.filter((milliseconds) => milliseconds >= 60_000).map((milliseconds) => Math.round(milliseconds / 60_000));

it('25 items take three turns of ten', async () => {
	const luma = await simulate();
	const { json, linked, error } = await on(luma, blasts(), { items: rows(25) });
	expect(error).toBeUndefined();
	expect(sent(luma)).toEqual(texts(25));
	expect(refusals(luma)).toBe(0);
	expect(json.map(({ content_md }) => content_md)).toEqual(texts(25));
	expect(linked).toEqual(texts(25).map((_, n) => n));
	expect(long()).toEqual([5, 5]);
});

it('who will not wait so long is told what the limit is, and what was done', async () => {
	const luma = await simulate();
	const { error } = await on(luma, blasts({ options: { maxWait: 60 } }), { items: rows(12) });
	expect(error?.message).toMatch(/^Luma's rate limit requires a wait of (29\d|300) seconds, but 'Max Wait on Rate Limit' allows only 60$/);
	expect(error?.description).toContain('Luma allows 10 new blasts in 5 minutes.');
	expect(error?.description).toContain("10 of 12 items were completed before this one, and 1 after it weren't started.");
	expect(sent(luma)).toEqual(texts(10));
});

it('what is no new blast does not wait for it', async () => {
	const luma = await simulate();
	const [{ error }, guests] = await Promise.all([on(luma, blasts(), { items: rows(11), after: false }), on(luma, oneGuest, { items: people(20), after: false })]);
	expect([error, guests.error]).toEqual([undefined, undefined]);
	const eleventh = luma.requests.filter((request) => request.path === path)[10].at;
	const last = Math.max(...luma.requests.filter(({ method }) => method === 'GET').map(({ at }) => at));
	expect(eleventh - last).toBeGreaterThan(200_000);
});

it('until one is answered nobody knows whether it counts, so the next waits for it', async () => {
	const pacer = ownPacerFor('http://localhost', 'key', path)!;
	const turn = async () => await pacer.acquire('write', { maxWait: 600_000 });
	const answered = () => pacer.release('write', { status: 200, headers: {} });
	for (let n = 0; n < 9; n += 1) {
		await turn();
		answered();
	}
	await turn();
	const eleventh = turn();
	await new Promise((resolve) => setImmediate(resolve));
	expect(long()).toEqual([]);
	answered();
	expect(await eleventh).toBeGreaterThan(290_000);
	answered();
});

it('executions of the same key share it', async () => {
	const luma = await simulate();
	const results = await Promise.all([on(luma, blasts({ contentMd: '={{ "A " + $json.n }}' }), { items: rows(8), after: false }), on(luma, blasts({ contentMd: '={{ "B " + $json.n }}' }), { items: rows(8), after: false })]);
	expect(results.map(({ error, json }) => [error, json.length])).toEqual([[undefined, 8], [undefined, 8]]);
	expect(new Set(sent(luma)).size).toBe(16);
	expect(sent(luma)).toHaveLength(16);
	expect(refusals(luma)).toBe(0);
});

it('blasts of somebody else are waited for, and hold up nothing else', async () => {
	const luma = await simulate({ rateLimit: {} });
	for (let n = 0; n < 10; n += 1) {
		const headers = { 'x-luma-api-key': apiKey, 'content-type': 'application/json' };
		await fetch(luma.url + path, { method: 'POST', headers, body: JSON.stringify({ event_id: conference, content_md: `Other ${n}` }) });
	}
	const [{ error, json }, guests] = await Promise.all([on(luma, blasts(), { items: rows(2), after: false }), on(luma, oneGuest, { items: people(5), after: false })]);
	expect([error, guests.error]).toEqual([undefined, undefined]);
	expect(json).toHaveLength(2);
	expect(refusals(luma)).toBe(1);
	const reads = luma.requests.filter(({ method }) => method === 'GET').map(({ at }) => at);
	expect(Math.max(...reads) - Math.min(...reads)).toBeLessThan(60_000);
});

it('an answer that is lost is not asked for again, and the next blasts count it', async () => {
	const luma = await simulate();
	luma.fail({ path, kind: 'resetAfterHandling', skip: 3 });
	const { json, error } = await on(luma, blasts(), { items: rows(12), node: { onError: 'continueRegularOutput' } });
	expect(error).toBeUndefined();
	expect(sent(luma)).toEqual(texts(12));
	expect(refusals(luma)).toBe(0);
	expect(json[3]).toMatchObject({ error: 'The connection to Luma failed (ECONNRESET)', uncertain: true });
	expect(json.filter((item) => 'error' in item)).toHaveLength(1);
	expect(long()).toEqual([5]);
});

it('one whose time passes while it waits is not sent, for Luma might send it at once', async () => {
	const luma = await simulate();
	const scheduledFor = new Date(now() + 240_000).toISOString();
	const { json } = await on(luma, blasts({ sendWhen: 'schedule', scheduledFor }), { items: rows(12), node: { onError: 'continueRegularOutput' } });
	expect(sent(luma)).toEqual(texts(10));
	expect(json.map(({ error }) => error)).toEqual([...Array<undefined>(10).fill(undefined), ...Array<unknown>(2).fill(expect.stringMatching(/^Send At is .*, which is in the past$/))]);
	// It gives up its turn.
	const { error } = await on(luma, blasts({ contentMd: 'After' }), { items: rows(1) });
	expect(error).toBeUndefined();
	expect(sent(luma)).toEqual([...texts(10), 'After']);
});

it('what was refused, or never arrived, does not count', async () => {
	const luma = await simulate();
	luma.fail({ path, status: 400, message: 'No', times: 12 });
	await on(luma, blasts(), { items: rows(12), node: { onError: 'continueRegularOutput' } });
	const { json } = await on({ url: 'http://127.0.0.1:9' }, blasts(), { items: rows(4), node: { onError: 'continueRegularOutput' } });
	expect(json.map(({ error }) => error)).toEqual(Array<unknown>(4).fill(expect.stringContaining('ECONNREFUSED')));
	expect(long()).toEqual([]);
});

it('a cancel ends the wait', async () => {
	const luma = await simulate();
	await on(luma, blasts(), { items: rows(10) });
	let cancel = () => undefined as void;
	const running = on(luma, blasts({ contentMd: '={{ "Late " + $json.n }}' }), { onStart: (how) => (cancel = how) });
	setTimeout(() => cancel(), 20);
	await running;
	expect(sent(luma)).toEqual(texts(10));
});

it('a refusal that says it is over at once is not asked again without a pause, and not for ever', async () => {
	let refused = 0;
	nock('http://luma.test').post(path).times(50).reply(() => [429, { message: 'Too many requests', code: null }, { 'retry-after': '0', 'x-ratelimit-remaining': `${100 - refused++}`, 'x-ratelimit-reset': '60' }]);
	const { error } = await on({ url: 'http://luma.test' }, blasts({ options: { maxWait: 10 } }), {});
	nock.cleanAll();
	expect(error?.message).toMatch(/allows only 10, of which \d+ have already passed$/);
	expect(refused).toBeLessThanOrEqual(11);
});
