import type { INodeProperties } from 'n8n-workflow';

const NEEDED = 'This needs the API key of an organization: that of a calendar is refused';

/** Says whose API key an operation needs. */
export const needsKey: INodeProperties = { displayName: NEEDED, name: 'accessNotice', type: 'notice', default: '' };

/** The same, with what the operation does beside. */
export const needsKeyAnd = (more: string): INodeProperties => ({ ...needsKey, displayName: `${NEEDED}. ${more}` });
