import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { filled, oneOf, orNull, paging, parameters } from '../schemas';

const found = 25;

export const imageRoutes = [
	route<{ content_type?: string }>('POST', '/v1/images/create-upload-url', parameters({ content_type: orNull(oneOf('image/jpeg', 'image/png')) }), ({ store, url }, { content_type }) => {
		const id = store.newId('image');
		const file_url = `https://images.lumacdn.com/uploads/${id}.${content_type === 'image/jpeg' ? 'jpg' : 'png'}`;
		store.uploads.set(id, { file_url, content_type: content_type ?? 'image/png' });
		return { upload_url: `${url()}/uploads/${id}?signature=secret-of-${id}`, file_url };
	}),

	route<PageParameters & { query: string }>('GET', '/v1/images/search', parameters({ query: filled, ...paging }, ['query']), ({ pageCap }, { query, ...paged }) =>
		page(found, (position) => ({ image_url: `https://images.lumacdn.com/stock/${encodeURIComponent(query.toLowerCase())}-${position + 1}.png` }), paged, { query }, pageCap),
	),
];
