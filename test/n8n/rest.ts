/** n8n's own words in an error, else all of it. */
function messageIn(text: string): string {
	try {
		return (JSON.parse(text) as { message?: string }).message ?? text;
	} catch {
		return text;
	}
}

/** A session with n8n's internal REST API, the one its editor uses: JSON in and out, signed in by cookie. */
export class RestSession {
	private cookie = '';

	constructor(private readonly url: string) {}

	/** The `data` of n8n's answer. Throws with n8n's message on any status but 2xx. `path` is without `/rest`. */
	async request<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: {
				...(this.cookie && { cookie: this.cookie }),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n: ${method} ${path}: ${response.status} ${messageIn(text)}`);
		const cookie = response.headers.getSetCookie().find((entry) => entry.startsWith('n8n-auth='));
		if (cookie) this.cookie = cookie.split(';')[0];
		return text ? ((JSON.parse(text) as { data: T }).data) : (undefined as T);
	}
}
