/** Images on their way to Luma: what is taken, what is refused, and who gets to see what. */
import type { IBinaryData } from 'n8n-workflow';
import { run, type Options } from '../../engine';
import { PIXEL } from '../../pixel';
import { apiKey } from '../../simulator';
import { passTime, restoreTime, simulate, stopSimulators, waits } from './api/support';

beforeEach(passTime);
afterEach(async () => {
	restoreTime();
	await stopSimulators();
});

type Luma = Awaited<ReturnType<typeof simulate>>;

const PNG = Buffer.from(PIXEL, 'base64');
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const file = (bytes: Buffer | string, fileName = 'cover.png', mimeType = 'image/png'): { data: IBinaryData } => ({ data: { data: Buffer.from(bytes).toString('base64'), fileName, mimeType } });

const to = async (luma: Luma, parameters: object, options: Options) => await run(parameters as never, { credentials: { apiKey, baseUrl: luma.url }, ...options });
const upload = async (luma: Luma, binary: Options['binary'], options: Options = {}) => await to(luma, { resource: 'image', operation: 'upload' }, { binary, ...options });
const sent = (luma: Luma) => luma.requests.map(({ method, body }) => `${method} ${typeof body === 'string' ? body : JSON.stringify(body)}`);

it.each([
	['a PNG of 10 MB', Buffer.concat([PNG, Buffer.alloc(10_000_000)]), 'image/png'],
	['a JPEG with the name of a PNG', JPEG, 'image/jpeg'],
	['a PNG of one pixel', PNG, 'image/png'],
])('%s is stored, with its size, and without the key', async (_what, bytes, content_type) => {
	const luma = await simulate();
	const { error, json } = await upload(luma, file(bytes));
	expect(error?.message).toBeUndefined();
	expect(json).toEqual([{ file_url: expect.stringMatching(/^https:\/\/images\.lumacdn\.com\/uploads\/image-new-1\.(png|jpg)$/) as string, content_type, file_name: 'cover.png', size: bytes.length }]);
	expect(sent(luma)).toEqual([`POST ${JSON.stringify({ content_type })}`, `PUT (${bytes.length} bytes)`]);
	expect(luma.requests[1].headers).toMatchObject({ 'content-type': content_type, 'content-length': String(bytes.length) });
	expect(luma.requests[1].authorized).toBe(false);
});

it.each([
	['one byte', 'x', 'the file is not a JPEG or PNG image'],
	['the first byte of a PNG', PNG.subarray(0, 1), 'the file is not a JPEG or PNG image'],
	['nothing', '', 'the file is not a JPEG or PNG image'],
	['a text with the name of a PNG', 'This is a text', 'the file is not a JPEG or PNG image'],
	['a GIF', 'GIF89a…', 'the file is a GIF file, not a JPEG or PNG image'],
	['a WebP', 'RIFF1234WEBPVP8 ', 'the file is a WebP file, not a JPEG or PNG image'],
	['a PDF', '%PDF-1.7', 'the file is a PDF file, not a JPEG or PNG image'],
	['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'the file is a SVG file, not a JPEG or PNG image'],
])('%s is refused, and nothing is sent', async (_what, bytes, words) => {
	const luma = await simulate();
	const { error } = await upload(luma, file(bytes), { items: [{}, {}] });
	expect(error?.message).toBe(`Input Data Field Name: ${words}`);
	expect(luma.requests).toEqual([]);
});

it('where a file is missing, those there are are named', async () => {
	const luma = await simulate();
	const { error } = await upload(luma, { photo: file(PNG).data, logo: file(PNG).data });
	expect(error).toMatchObject({ message: 'Input Data Field Name: the input item has no file in "data"', description: 'It has files in: photo, logo.' });
});

it.each([{ status: 408 }, { status: 429 }, { status: 503 }, { kind: 'reset' as const }, { kind: 'resetAfterHandling' as const }])('%j on the way costs a moment and another address', async (fault) => {
	const luma = await simulate();
	luma.fail({ method: 'PUT', ...fault });
	const { error, json } = await upload(luma, file(PNG));
	expect(error?.message).toBeUndefined();
	expect(json[0].file_url).toBe('https://images.lumacdn.com/uploads/image-new-2.png');
	expect(luma.requests).toHaveLength(4);
	expect(waits).toEqual([500]);
});

it.each([{ status: 502 }, { kind: 'reset' as const }, { kind: 'resetAfterHandling' as const }, { kind: 'cutOff' as const }])('%j where an address is asked for costs a moment, for that changes nothing', async (fault) => {
	const luma = await simulate();
	luma.fail({ path: '/v1/images/create-upload-url', ...fault });
	const { error, json } = await upload(luma, file(PNG));
	expect(error?.message).toBeUndefined();
	expect(json).toHaveLength(1);
	expect(waits).toEqual([500]);
});

it('an event whose cover gets no address is certainly not created', async () => {
	const luma = await simulate();
	luma.fail({ path: '/v1/images/create-upload-url', status: 502, times: 4 });
	const { json } = await to(luma, create, { node: { onError: 'continueRegularOutput' } });
	expect(json).toMatchObject([{ status: 'error' }]);
	expect(luma.requests.map(({ path }) => path)).not.toContain('/v1/events/create');
});

it('is tried as often as Max Tries says, each time at another address', async () => {
	const luma = await simulate();
	luma.fail({ method: 'PUT', status: 503, times: 9 });
	const { error } = await to(luma, { resource: 'image', operation: 'upload', options: { maxTries: 3 } }, { binary: file(PNG) });
	expect(error?.message).toBe("Luma's image server responded with HTTP 503");
	const addresses = luma.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
	expect([addresses.length, new Set(addresses).size]).toEqual([3, 3]);
});

it('is not sent on to where a redirect points', async () => {
	const luma = await simulate();
	luma.fail({ method: 'PUT', status: 307, location: `${luma.url}/elsewhere` });
	const { error } = await upload(luma, file(PNG));
	expect(error?.message).toBe("Luma's image server responded with HTTP 307");
	expect(luma.requests.map(({ path }) => path)).not.toContain('/elsewhere');
});

it('a refusal says what to do, and nothing of the address, which lets anybody put a file there', async () => {
	const luma = await simulate();
	luma.fail({ method: 'PUT', status: 403 });
	const { error, run: finished } = await upload(luma, file(PNG));
	expect(error?.message).toBe("Luma's image server responded with HTTP 403");
	expect(JSON.stringify([error, error?.stack, finished.data.resultData])).not.toContain('secret-of-');
});

const create = { resource: 'event', operation: 'create', eventName: 'Talks', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC', additionalFields: { cover: { file: { binaryPropertyName: 'data' } } } };

it('a cover of an event that is not created can be used again', async () => {
	const luma = await simulate();
	luma.fail({ path: '/v1/events/create', status: 400, message: 'No' });
	const { error } = await to(luma, create, {});
	expect(error?.message).toBe('No');
	expect(error?.description).toContain("The cover was already stored at https://images.lumacdn.com/uploads/image-new-1.png. To use it again, enter this URL under 'Cover'.");
});

it('an avatar of a calendar that is not changed can be used again', async () => {
	const luma = await simulate();
	luma.fail({ path: '/v1/calendars/update', status: 400, message: 'No' });
	const { error } = await to(luma, { resource: 'calendar', operation: 'update', updateFields: { avatar: { file: { binaryPropertyName: 'data' } } } }, {});
	expect(error?.message).toBe('No');
	expect(error?.description).toContain("The avatar was already stored at https://images.lumacdn.com/uploads/image-new-1.png. To use it again, enter this URL under 'Avatar'.");
});

it('without its cover no event is created', async () => {
	const luma = await simulate();
	luma.fail({ method: 'PUT', status: 403 });
	const { error } = await to(luma, create, {});
	expect(error?.message).toBe("Luma's image server responded with HTTP 403");
	expect(luma.requests.map(({ path }) => path)).not.toContain('/v1/events/create');
});

it('covers of several events are all stored, also of the same event', async () => {
	const luma = await simulate();
	const update = { resource: 'event', operation: 'update', eventId: { __rl: true, mode: 'id', value: 'evt-conference' }, updateFields: { cover: create.additionalFields.cover } };
	const { error, json } = await to(luma, update, { items: [{}, {}] });
	expect(error?.message).toBeUndefined();
	expect(json).toHaveLength(2);
	expect(luma.requests.filter(({ method }) => method === 'PUT')).toHaveLength(2);
});
