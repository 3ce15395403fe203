import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { simpleEvent } from '../Luma/simplified/event';
import { pick } from '../Luma/simplified/pick';
import { simpleContactOf, simpleGuestOf } from '../Luma/triggers/simplified';
import type { Found } from './find';
import { GUESTS } from './choices';
import type { Wanted } from './parameters';

/** Something new, with the event that it belongs to. */
export interface News extends Found {
	event?: IDataObject;
}

function simple(type: string, { entry, event }: News): IDataObject {
	if (GUESTS.includes(type)) return simpleGuestOf(entry, event);
	return type === 'contact.created' ? simpleContactOf(entry) : pick(simpleEvent(entry), entry, ['platform', 'host_name']);
}

/** The items that start the workflow, in the order in which it happened; those of which Luma tells no time come first. */
export function itemsOf(news: News[], { type, isSimplified, statuses }: Wanted, now: number): INodeExecutionData[] {
	const own = { type, foundAt: new Date(now).toISOString() };
	const wanted = news.filter(({ entry }) => statuses.length === 0 || statuses.includes(String(entry.approval_status)));
	wanted.sort((a, b) => (a.at || 0) - (b.at || 0));
	return wanted.map((one) => ({ json: { ...own, ...(isSimplified ? simple(type, one) : { ...one.entry, ...(one.event && { event: one.event }) }), ...own } }));
}
