import { get, post, type Case, type Cases, type Exchange } from './parts/case';
import { listing, paging } from './parts/lists';
import type { Sample } from './parts/sample';

const path = '/v1/images/search';
const always = { query: 'sunset' };
const searching = { imageQuery: ' sunset ' };

export const file_url = 'https://images.lumacdn.com/uploads/1.png';
const upload_url = 'https://public-api.luma.com/put/1';

/** What is asked of Luma to store the small PNG that the tests' items have, and the file itself, as the tests see one. */
export const storing: Exchange[] = [
	post('/v1/images/create-upload-url', { content_type: 'image/png' }, { upload_url, file_url }),
	{ method: 'PUT', path: '/put/1', body: '(70 bytes)', answer: { body: '' } },
];

const stored = { file_url, content_type: 'image/png', file_name: 'pixel.png', size: 70 };
const uploading = (what: string, binaryPropertyName: string): Case => ({ what, parameters: { binaryPropertyName }, exchanges: storing, items: [stored] });

const image: Cases[string] = {
	search: [listing(path, searching, always)('as they are', {}), ...paging(path, searching, always)],
	upload: [
		uploading('of the input item', 'data'),
		{ ...uploading('from a field that is not there', 'photo'), exchanges: [], items: [], refused: 'Input Data Field Name: the input item has no file in "photo"' },
	],
};

export const cases: Cases = { image };

export const samples: Sample[] = [
	{
		resource: 'image',
		operation: 'search',
		parameters: { imageQuery: 'sunset', limit: 2 },
		sent: [get(path, { query: 'sunset', pagination_limit: '2' })],
		items: () => [{ image_url: 'https://images.lumacdn.com/stock/sunset-1.png' }, {}],
	},
	{
		resource: 'image',
		operation: 'upload',
		parameters: {},
		sent: [post('/v1/images/create-upload-url', { content_type: 'image/png' }), { method: 'PUT', path: '/uploads/image-new-1', body: '(70 bytes)', answer: {} }],
		items: () => [{ file_url: 'https://images.lumacdn.com/uploads/image-new-1.png', content_type: 'image/png', file_name: 'pixel.png', size: 70 }],
	},
];
