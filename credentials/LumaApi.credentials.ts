import type { Icon, ICredentialDataDecryptedObject, ICredentialType, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';
import { CALENDAR_HEADER } from '../nodes/Luma/api/calendarHeader';
import { calendarIdIn } from '../nodes/Luma/values/calendarLink';
import { visible } from '../nodes/Luma/values/text';

/** Requests about an organization as a whole; they name no calendar. */
const OF_ORGANIZATION = /\/v\d+\/organizations\//;

/** Where a request goes. n8n's HTTP Request node hands over an older form of requests than other nodes, with `uri`. */
const addressOf = ({ url, uri }: { url?: string; uri?: string }) => url ?? uri ?? '';

/** Access to one Luma calendar, or to all calendars of an organization. The nodes test it: `lumaApiTest`. */
export class LumaApi implements ICredentialType {
	name = 'lumaApi';

	displayName = 'Luma API';

	icon: Icon = { light: 'file:../icons/luma.svg', dark: 'file:../icons/luma.dark.svg' };

	documentationUrl = 'https://docs.luma.com/reference/getting-started-with-your-api';

	properties: INodeProperties[] = [
		{
			displayName:
				'To create an API key, open your calendar in Luma and go to Settings > Developer (<a href="https://luma.com/calendar/manage/api-keys" target="_blank">luma.com/calendar/manage/api-keys</a>). The calendar needs Luma Plus.',
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
			description: 'API key of a calendar or of an organization. Without Luma Plus, Luma refuses every request.',
		},
		{
			displayName: 'Calendar ID',
			name: 'calendarId',
			type: 'string',
			default: '',
			placeholder: 'e.g. cal-1a2b3c4d5e6f7g8',
			description: 'The calendar to use with an organization API key. Operations can choose another one under Options. Leave empty if you use a calendar API key.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://public-api.luma.com',
			description: 'URL of the Luma API. Change it only if you use a proxy or a simulator.',
		},
	];

	// A function, because the calendar header must be absent, not empty, when there is no calendar id. One that the node has set goes first.
	authenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		request.headers = { ...request.headers, 'x-luma-api-key': visible(credentials.apiKey ?? '') };
		const named = visible(request.headers[CALENDAR_HEADER] ?? credentials.calendarId ?? '');
		const calendarId = calendarIdIn(named) ?? named;
		delete request.headers[CALENDAR_HEADER];
		if (calendarId !== '' && !OF_ORGANIZATION.test(addressOf(request))) request.headers[CALENDAR_HEADER] = calendarId;
		return request;
	};
}
