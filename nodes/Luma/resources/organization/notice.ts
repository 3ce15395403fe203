import type { INodeProperties } from 'n8n-workflow';

const NEEDED = 'This needs an organization API key. Luma refuses calendar API keys.';

/** Says whose API key an operation needs. */
export const needsKey: INodeProperties = { displayName: NEEDED, name: 'accessNotice', type: 'notice', default: '' };

/** The same, with what the operation does beside. */
export const needsKeyAnd = (more: string): INodeProperties => ({ ...needsKey, displayName: `${NEEDED} ${more}` });
