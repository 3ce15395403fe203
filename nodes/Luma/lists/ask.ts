import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { call } from '../api/call';
import { CALENDAR_HEADER } from '../api/calendarHeader';
import { wayOf, type RequestOptions } from '../run/connection';
import { calendarIdIn } from '../values/calendarLink';

/** Milliseconds for which a person waits who looks at an open list. */
export const PATIENCE_MS = 30_000;

/**
 * Reads something for the editor as the node would: at the calendar under Options, else the credential's, and by the proxy of
 * the Request Options. Their expressions the editor has evaluated; those that it cannot, it leaves out.
 */
export async function ask(context: ILoadOptionsFunctions, url: string, parameters: IDataObject): Promise<IDataObject> {
	const { value = '' } = (context.getCurrentNodeParameter('options.forCalendarId') ?? {}) as { value?: unknown };
	const calendar = calendarIdIn(value);
	const way = wayOf((context.getCurrentNodeParameter('requestOptions') ?? {}) as RequestOptions);
	return await call(context, 'GET', url, parameters, { maxWait: PATIENCE_MS, ...way, ...(calendar !== undefined && { headers: { [CALENDAR_HEADER]: calendar } }) });
}
