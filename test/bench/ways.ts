/** What is measured side by side: reading a list. */
export const ways = ['bare loop', 'bare loop, new connections', "n8n's HTTP helper", 'this node', 'generic pagination'] as const;

/** And what goes by input items: n8n's own node for any API, and the node of another checkout of this repository (`--beside`). */
export type Way = (typeof ways)[number] | "n8n's HTTP Request" | 'the other checkout';
