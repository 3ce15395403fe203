import type { IDataObject } from 'n8n-workflow';
import { pick } from './pick';

/** A calendar, in the order in which people read it: what, where, and what it is about. Ten columns at most. */
export function simpleCalendar(calendar: IDataObject): IDataObject {
	const { location } = calendar as { location?: IDataObject | null };
	const simple = pick({}, calendar, ['name', 'url', 'slug', 'description', 'website']);
	if (location !== undefined) for (const name of ['city', 'country', 'timezone']) simple[name] = location?.[name] ?? null;
	return pick(simple, calendar, ['avatar_url', 'id']);
}

/** A person who manages a calendar or an organization. */
export const simpleAdmin = (admin: IDataObject): IDataObject => pick({}, admin, ['id', 'name', 'email', 'first_name', 'last_name', 'avatar_url']);
