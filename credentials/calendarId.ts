import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { linkedId } from '../nodes/Luma/values/ids';
import { visible } from '../nodes/Luma/values/text';

/** The ID of the calendar, also out of the address of its page; empty where there is none. */
export function calendarIdOf({ calendarId }: ICredentialDataDecryptedObject): string {
	const text = visible(calendarId ?? '');
	return linkedId('calendar', text) ?? text;
}
