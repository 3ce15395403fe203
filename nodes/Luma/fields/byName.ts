import type { INodeProperties } from 'n8n-workflow';

/** Fields sorted by the name that a person sees, as n8n's guidelines ask for optional ones. */
export const byName = (fields: INodeProperties[]) => [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
