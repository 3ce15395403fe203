import type { IDataObject } from 'n8n-workflow';
import { entriesOf } from './pick';

/** A time as Luma answers it, in milliseconds since 1970; NaN where there is none. */
export const timeIn = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : NaN);

/** When the tickets of a guest were checked in, the earliest first. */
export const checkIns = ({ event_tickets: tickets }: IDataObject): number[] =>
	entriesOf(tickets)
		.map(({ checked_in_at: at }) => timeIn(at))
		.filter((at) => !Number.isNaN(at))
		.sort((a, b) => a - b);

/** When a guest came: the first check-in of a ticket; NaN for one who has not come. */
export const cameAt = (guest: IDataObject): number => checkIns(guest)[0] ?? NaN;

/** The last check-in of a guest's tickets; NaN where there is none. */
export const lastCheckIn = (guest: IDataObject): number => checkIns(guest).at(-1) ?? NaN;
