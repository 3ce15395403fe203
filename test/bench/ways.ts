/** What is measured side by side. */
export const ways = ['bare loop', 'bare loop, new connections', "n8n's HTTP helper", 'this node', 'generic pagination'] as const;
export type Way = (typeof ways)[number];
