import type { ICredentialDataDecryptedObject, ICredentialTestFunctions, ICredentialsDecrypted, IDataObject, INodeCredentialTestResult } from 'n8n-workflow';
import { baseUrlOf } from '../nodes/Luma/api/baseUrl';
import { isBlank } from '../nodes/Luma/values/blank';
import { idOf } from '../nodes/Luma/values/ids';
import { Problem } from '../nodes/Luma/values/problem';
import { visible } from '../nodes/Luma/values/text';
import { LumaApi } from './LumaApi.credentials';

interface Answer {
	statusCode: number;
	body: unknown;
}

/** Milliseconds after which a person need not wait any longer. */
const TIMEOUT_MS = 30_000;

const NO_API = "There's no Luma API at this URL. Check 'Base URL'.";

const objectIn = (body: unknown): IDataObject => (typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as IDataObject) : {});

/** What a refusal means for the person who fills in the credential. */
function advice(status: number, calendarId: string, isLuma: boolean): string {
	if (status >= 300 && status < 400) return "This URL redirects to another one, and the API key isn't sent there. Check 'Base URL'.";
	if (status === 401) return "Luma doesn't recognize this API key. Copy it again from your calendar in Luma, under Settings > Developer.";
	if (status === 429) return "You've reached Luma's rate limit, so n8n can't check the API key right now. Try again in a minute.";
	if (status === 407) return 'The proxy between n8n and Luma wants a user name and password. Put them into the proxy settings of this n8n.';
	if (status >= 500) return 'Luma is temporarily unavailable. Try again in a few minutes.';
	if (!isLuma) return NO_API;
	if (status === 403) {
		const orElse = calendarId === '' ? '' : ", and 'Calendar ID' has to be a calendar of the API key's organization";
		return `Luma recognizes this API key but refuses the request. The calendar needs Luma Plus${orElse}.`;
	}
	return calendarId === ''
		? "Luma refuses the request. If this is the API key of an organization, enter the 'Calendar ID'."
		: "Luma has no such calendar for this API key. Check 'Calendar ID'. With the API key of a calendar, leave it empty.";
}

/** Why there was no answer at all, or nothing was even asked. */
function unreachable(error: { code?: string; cause?: { code?: string } }): string {
	if (error instanceof Problem) return `'Calendar ID': ${error.message}. Use an ID that starts with cal-, or leave it empty with a calendar API key.`;
	const { code, cause } = error;
	const fault = code ?? cause?.code;
	if (fault === 'ERR_INVALID_URL') return "'Base URL' is not a URL. Use https://public-api.luma.com.";
	if (fault === 'ERR_INVALID_CHAR') return "'API Key' or 'Calendar ID' has characters that no key has. Copy it again.";
	return `n8n can't reach this URL${fault === undefined ? '' : ` (${fault})`}. Check 'Base URL', and that n8n may connect to it.`;
}

/** The calendar that the credential is about differs from the one that the person has named: Luma may ignore the latter. */
const isOther = ({ statusCode, body }: Answer, calendarId: string) => statusCode === 200 && typeof objectIn(body).id === 'string' && objectIn(body).id !== calendarId;

async function check({ helpers }: ICredentialTestFunctions, data: ICredentialDataDecryptedObject): Promise<string | undefined> {
	const ask = async (path: string): Promise<Answer> => {
		// n8n gives the test of a credential no helper but `request`. A redirect would carry the key along to whatever address it names.
		const request = { method: 'GET' as const, url: `${baseUrlOf(data)}${path}`, json: true, followRedirect: false, simple: false, resolveWithFullResponse: true, timeout: TIMEOUT_MS };
		return (await helpers.request(await new LumaApi().authenticate(data, request))) as Answer;
	};
	const named = visible(data.calendarId ?? '');
	const calendarId = named === '' ? '' : idOf('calendar', named);
	// Needs a calendar, as nearly all that the nodes do, and asks for as little as possible.
	const { statusCode, body } = await ask('/v1/calendars/events/list?pagination_limit=1');
	const { message, entries } = objectIn(body);
	if (statusCode !== 200) {
		const isLuma = typeof message === 'string' && message !== '';
		const words = isLuma ? ` Luma's response: ${message.split(visible(data.apiKey)).join('…').slice(0, 200)}` : '';
		return advice(statusCode, calendarId, isLuma) + words;
	}
	if (!Array.isArray(entries)) return NO_API;
	if (calendarId !== '' && isOther(await ask('/v1/calendars/get'), calendarId)) return "This API key is for another calendar. Check 'Calendar ID'. With the API key of a calendar, leave it empty.";
	return undefined;
}

/**
 * Tries a credential when a person saves it. A `test` of the credential would be shorter, but n8n 1.99 to 2.33 do not look at
 * its rules for refusals, so that a person could not be told what to do.
 */
export async function lumaApiTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const wrong = isBlank(data.apiKey) ? "'API Key' is empty." : await check(this, data).catch(unreachable);
	return wrong === undefined ? { status: 'OK', message: 'Connection successful!' } : { status: 'Error', message: wrong };
}
