import { checkImage, imageField, storeImage } from '../../fields/image';
import { options } from '../../fields/options';
import { visible } from '../../values/text';
import type { Operation } from '../operation';

export const upload: Operation = {
	option: {
		name: 'Upload',
		value: 'upload',
		action: 'Upload an image',
		description: 'Store a JPEG or PNG file of the input item in Luma, for covers, avatars, and texts. Agents have no files to give.',
		routing: { request: { method: 'POST', url: '/v1/images/create-upload-url' } },
	},
	perform: async (item) => [await storeImage(item, visible(item.parameter('binaryPropertyName')))],
	fields: [{ ...imageField, routing: { send: { preSend: [checkImage('binaryPropertyName', 'Input Data Field Name')] } } }, options],
};
