import type { INodeProperties } from 'n8n-workflow';
import { textIn } from '../values/scalar';
import { body } from './send';

/** A personal message in the mail to guests; Luma takes 200 characters. */
export const message: INodeProperties = {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. We would love to see you there!',
	description: 'Personal message to include in the email, up to 200 characters',
	routing: body('message', 'Message', (value) => textIn(value, { max: 200 })),
};
