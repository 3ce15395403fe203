import type { IBinaryData, IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import { needed } from '../api/answers';
import { backoff, clock } from '../api/clock';
import type { File } from '../api/put';
import type { Item } from '../run/item';
import { isBlank } from '../values/blank';
import { HEAD, imageType } from '../values/imageType';
import { Problem, shown } from '../values/problem';
import type { Check } from '../values/shape';
import { visible } from '../values/text';
import { plain, step, type Change } from './send';

/** An image of an input item. */
interface Image extends File {
	name?: string;
}

/** The file of an item in this field. @throws Problem that names the fields there are */
function fileIn(context: IExecuteSingleFunctions, field: string): IBinaryData {
	const { binary = {} } = context.getInputData();
	if (Object.hasOwn(binary, field)) return binary[field];
	const others = Object.keys(binary);
	throw new Problem(`the input item has no file in ${shown(field)}`, others.length > 0 ? `It has files in: ${others.join(', ')}.` : 'Connect a node that returns a file, such as HTTP Request with Response Format File.');
}

/** The name of a field, which is text. */
const nameOf = (field: unknown): string => visible(plain(field, undefined as never));

/** An image in a field of the input item: a JPEG or a PNG, told by what is in it. */
async function imageIn(context: IExecuteSingleFunctions, field: string): Promise<Image> {
	const { id, data, fileName: name } = fileIn(context, field);
	if (id === undefined) {
		// Four characters are three bytes.
		const type = imageType(Buffer.from(data.slice(0, HEAD * 2), 'base64'));
		return { name, type, size: Buffer.byteLength(data, 'base64'), open: async () => Buffer.from(data, 'base64') };
	}
	const { helpers } = context;
	let head: Uint8Array = new Uint8Array();
	// The first chunk will do; leaving the loop ends the stream.
	for await (const chunk of await helpers.getBinaryStream(id)) {
		head = chunk as Uint8Array;
		break;
	}
	const type = imageType(head);
	const { fileSize: size } = await helpers.getBinaryMetadata(id);
	return { name, type, size, open: async () => await helpers.getBinaryStream(id) };
}

/** Which field of the input item holds the image. */
export const imageField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field that holds the image',
	description: 'Field of the input item with a JPEG or PNG image. The content of the file counts, not its name.',
};

/** Looks into the image before anything is sent. @param parameter where its field is named */
export const checkImage = (parameter: string, label: string) =>
	step(
		label,
		async ({ context, sent }) => {
			const field = context.getNodeParameter(parameter, '');
			if (isBlank(field)) throw new Problem('is required');
			sent.content_type = (await imageIn(context, nameOf(field))).type;
		},
		// It waits for n8n's own store.
		{ asks: true },
	);

/**
 * Stores an image at Luma: it gives an address for one file, where the file is put. Each try gets an address of its own.
 * @param field the field of the input item
 */
export async function storeImage(item: Item, field: string): Promise<IDataObject & { file_url: string }> {
	const image = await imageIn(item.context, field);
	for (let attempt = 1; ; attempt += 1) {
		const answer = await item.also('POST', '/v1/images/create-upload-url', { content_type: image.type });
		const [upload_url, file_url] = ['upload_url', 'file_url'].map((name) => needed(answer, name, 'URL to upload the image to'));
		const failure = await item.put(upload_url, image);
		if (!failure) return { file_url, content_type: image.type, ...(image.name !== undefined && { file_name: image.name }), size: image.size };
		if (!failure.again || attempt >= item.tries) throw failure.problem;
		await clock.wait(backoff(attempt), item.signal);
	}
}

type Forms = { file?: { binaryPropertyName?: unknown }; url?: { url?: unknown } };

/** The field of the input item that a picture names, where it names one. */
const fileFieldOf = (value: unknown): string | undefined => {
	const field = (value as Forms | undefined)?.file?.binaryPropertyName;
	return isBlank(field) ? undefined : nameOf(field);
};

/** The address of an image, or a mark that one is to be stored first: the image itself is looked into before anything is sent. */
const toUrl =
	(checked: Check): Change =>
	(value) => {
		const { url } = (value as Forms).url ?? {};
		if (fileFieldOf(value) !== undefined) {
			if (!isBlank(url)) throw new Problem('has 2 formats filled in, but only one is allowed', 'Remove all but one.');
			return value;
		}
		return isBlank(url) ? undefined : checked(url, '');
	};

const toMark: Change = Object.assign(
	async (value: unknown, { context }: { context: IExecuteSingleFunctions }) => {
		const field = fileFieldOf(value);
		if (field === undefined) return value;
		await imageIn(context, field);
		// Its own for each item: two items with different files do not say the same.
		return `(image of item ${context.getItemIndex()})`;
	},
	{ asks: true },
);

/** How the value of a picture becomes the address of an image. @param checked reads an address that was entered */
export const toImage = (checked: Check): Change[] => [toUrl(checked), toMark];

/** A cover, or another picture of something: a file of the input item, or the address of an image at Luma. */
export const picture = (field: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'routing'>): INodeProperties => ({
	type: 'fixedCollection',
	placeholder: `Add ${field.displayName}`,
	// One empty form, so that it shows at once; n8n drops a group in which nothing is chosen when another field is added.
	default: { url: { url: '' } },
	options: [
		{ displayName: 'Image File', name: 'file', values: [{ ...imageField, required: false }] },
		{
			displayName: 'Image URL',
			name: 'url',
			values: [
				{
					displayName: 'URL',
					name: 'url',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://images.lumacdn.com/event-covers/…',
					description: "URL of an image on Luma's image server, such as the image_url from Image > Search or the file_url from Image > Upload",
				},
			],
		},
	],
	...field,
});

/** A picture of something: its field, what Luma calls it, and what people do. */
interface Picture {
	field: string;
	property: string;
	label: string;
}

export const COVER: Picture = { field: 'cover', property: 'cover_url', label: 'Cover' };
export const AVATAR: Picture = { field: 'avatar', property: 'avatar_url', label: 'Avatar' };

/**
 * Stores the file of a picture, if it names one, right before the request that it is for. Errors of that request then say
 * where the image is, so that it need not be stored again.
 * @param collection where the picture stands
 * @returns what goes beside the request's own fields
 */
export async function storedImage(item: Item, collection: string, { field: name, property, label }: Picture): Promise<IDataObject> {
	const field = fileFieldOf(item.parameter(`${collection}.${name}`, {}));
	if (field === undefined) return {};
	const { file_url } = await storeImage(item, field);
	const before = item.notes;
	item.notes = () => [`The ${label.toLowerCase()} was already stored at ${file_url}. To use it again, enter this URL under '${label}'.`, ...(before?.() ?? [])];
	return { [property]: file_url };
}
