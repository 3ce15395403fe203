import type { Icon, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

const refusal = (value: number, message: string) => ({ type: 'responseCode' as const, properties: { value, message } });

/** Access to one Luma calendar, or to all calendars of an organization. */
export class LumaApi implements ICredentialType {
	name = 'lumaApi';

	displayName = 'Luma API';

	icon: Icon = { light: 'file:../icons/luma.svg', dark: 'file:../icons/luma.dark.svg' };

	documentationUrl = 'https://docs.luma.com/reference/getting-started-with-your-api';

	properties: INodeProperties[] = [
		{
			displayName:
				'Make a key in Luma: open your calendar, then Settings → Developer (<a href="https://luma.com/calendar/manage/api-keys" target="_blank">luma.com/calendar/manage/api-keys</a>). The calendar needs Luma Plus.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The key of one calendar, or of an organization. Without Luma Plus every call is refused.',
		},
		{
			displayName: 'Calendar ID',
			name: 'calendarId',
			type: 'string',
			default: '',
			placeholder: 'cal-…',
			description: 'Only for an organization key: the calendar to work on. Leave empty for the key of a calendar.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://public-api.luma.com',
			description: 'Where the API is. Change it only to go through a proxy or to a simulator.',
		},
	];

	// A function, because the calendar header must be absent, not empty, when there is no calendar id.
	authenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		request.headers = { ...request.headers, 'x-luma-api-key': String(credentials.apiKey).trim() };
		const calendarId = String(credentials.calendarId ?? '').trim();
		if (calendarId !== '') request.headers['x-luma-calendar-id'] = calendarId;
		return request;
	};

	// Without rules n8n shows nothing but the words of the HTTP status.
	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl.replace(/\\/+$/, "") }}', url: '/v1/users/get-self' },
		rules: [
			refusal(400, 'Luma does not accept this API key. Copy it anew from Luma: calendar, Settings → Developer.'),
			refusal(401, 'Luma does not know this API key. Copy it anew from Luma: calendar, Settings → Developer.'),
			refusal(403, 'Luma knows the API key but refuses it. The calendar needs Luma Plus.'),
			refusal(404, 'There is no Luma API at this address. Check Base URL.'),
			refusal(429, 'Luma takes no more requests for the moment. The API key may be right: try again in a minute.'),
		],
	};
}
