import { deepStrictEqual, strictEqual } from 'node:assert';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Check } from '../../n8n/check';
import { node } from '../../n8n/workflow';
import { apiKey, organizationKey } from '../../simulator';
import type { Stage } from '../stage';

export const name = 'The credential';

/** What Luma itself says stands behind each. */
const refusals = {
	key: "Luma doesn't recognize this API key. Copy it again from your calendar in Luma, under Settings > Developer.",
	calendar: "If this is the API key of an organization, enter the 'Calendar ID'.",
	noCalendar: "Luma has no such calendar for this API key. Check 'Calendar ID'.",
	redirect: "This URL redirects to another one, and the API key isn't sent there. Check 'Base URL'.",
	page: "There's no Luma API at this URL. Check 'Base URL'.",
};

/** A server that answers every request so, and what it was sent. */
async function serving(status: number, body: string, headers: OutgoingHttpHeaders): Promise<{ url: string; received: IncomingMessage[] }> {
	const received: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		received.push(request);
		response.writeHead(status, headers).end(body);
	});
	server.unref();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

export async function run(stage: Stage, check: Check): Promise<void> {
	const { page, view, simulator } = stage;
	const dialog = page.getByTestId('credential-edit-dialog');
	const fill = async (field: string, value: string) =>
		await dialog.getByTestId(`parameter-input-${field}`).locator('input').fill(value);
	const save = async () => await page.getByTestId('credential-save-button').click();

	await check('a node without one offers to make it', async () => {
		await stage.openNode(node('Luma', 'n8n-nodes-luma.luma'));
		await view.fields.getByText('Connect to Luma').click();
		await dialog.waitFor();
	});
	/** Saves, and waits for what n8n says of the test. */
	const refused = async (words: string) => {
		await save();
		// It stays open once it is.
		await dialog.getByText('More details').click({ timeout: 5000 }).catch(() => undefined);
		await dialog.getByText(words).waitFor();
	};

	await check('a wrong key is refused, and it says what to do', async () => {
		await fill('apiKey', 'luma-simulator-wrong-key');
		await fill('baseUrl', ` ${simulator.url}/ `);
		await refused(refusals.key);
	});
	await check('the key of an organization needs a calendar, and one that there is', async () => {
		await fill('apiKey', organizationKey);
		await refused(refusals.calendar);
		await fill('calendarId', 'cal-none');
		await refused(refusals.noCalendar);
		await fill('calendarId', '');
	});
	await check('a Base URL that answers web pages is refused', async () => {
		await fill('baseUrl', (await serving(200, '<!doctype html><html></html>', { 'content-type': 'text/html' })).url);
		await refused(refusals.page);
	});
	await check('a redirect is refused, and does not get the key', async () => {
		const stranger = await serving(200, '{"entries":[]}', { 'content-type': 'application/json' });
		const { url, received } = await serving(302, '', { location: stranger.url });
		await fill('baseUrl', url);
		await refused(refusals.redirect);
		deepStrictEqual({ here: received.length > 0, there: stranger.received.length }, { here: true, there: 0 });
		await fill('baseUrl', ` ${simulator.url}/ `);
	});
	await check('the key is not shown', async () => {
		strictEqual(await dialog.getByTestId('parameter-input-apiKey').locator('input').getAttribute('type'), 'password');
	});
	await check('a right key passes the test', async () => {
		await fill('apiKey', apiKey);
		await save();
		await dialog.waitFor({ state: 'hidden' });
		await page.getByTestId('credential-edit-button').click();
		await dialog.getByTestId('credentials-config-container-test-success').waitFor();
	});
}
