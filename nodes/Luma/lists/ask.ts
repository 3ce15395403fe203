import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { call } from '../api/call';
import { CALENDAR_HEADER } from '../api/calendarHeader';
import { calendarIdIn } from '../values/calendarLink';

/** Milliseconds for which a person waits who looks at an open list. */
export const PATIENCE_MS = 30_000;

/** Reads something for the editor, at the calendar that the node is about: the one under Options, else the credential's. */
export async function ask(context: ILoadOptionsFunctions, url: string, parameters: IDataObject): Promise<IDataObject> {
	const { value = '' } = (context.getCurrentNodeParameter('options.forCalendarId') ?? {}) as { value?: unknown };
	const calendar = calendarIdIn(value);
	return await call(context, 'GET', url, parameters, { maxWait: PATIENCE_MS, ...(calendar !== undefined && { headers: { [CALENDAR_HEADER]: calendar } }) });
}
