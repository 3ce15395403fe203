import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { call } from '../api/call';
import { CALENDAR_HEADER } from '../api/calendarHeader';
import type { Settings } from '../api/send';
import { calendarIdIn } from '../values/calendarLink';

/** Reads something for the editor, at the calendar that the node is about: the one under Options, else the credential's. */
export async function ask(context: ILoadOptionsFunctions, url: string, parameters: IDataObject, settings: Partial<Settings> = {}): Promise<IDataObject> {
	const { value = '' } = (context.getCurrentNodeParameter('options.forCalendarId') ?? {}) as { value?: unknown };
	const calendar = calendarIdIn(value);
	return await call(context, 'GET', url, parameters, { ...settings, ...(calendar !== undefined && { headers: { [CALENDAR_HEADER]: calendar } }) });
}
