import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { calendarDate } from '../../values/dateTime';
import { isBlank } from '../../values/blank';

/** What Luma neither tells of an event nor takes for another one, or what has to differ; with the parameter or field that sets it anew. */
const NEVER: Record<string, string> = {
	blasts: '',
	color: 'tint_color',
	coupons: '',
	font: 'font',
	'guest list setting': 'show_guest_list',
	guests: '',
	hosts: 'hosts',
	'name requirement': 'name_requirement',
	'phone number requirement': 'phone_number_requirement',
	'reminder setting': 'reminders_disabled',
	slug: 'slug',
	tags: 'eventTags',
	theme: 'theme',
};

/** What a new event takes just as events/get answers it. */
const SAME = ['can_register_for_multiple_tickets', 'coordinate', 'description_md', 'feedback_email', 'location_visibility', 'max_capacity', 'name', 'registration_open', 'timezone', 'visibility', 'waitlist_status'];

/** What a new ticket type takes as the list answers it; prices only where it costs something. */
const TICKET = ['name', 'type', 'require_approval', 'description', 'max_capacity'];
const PRICE = ['cents', 'currency', 'is_flexible', 'min_cents'];

/** Luma takes no cover from elsewhere. */
const COVERS = /^https:\/\/images\.lumacdn\.com\//;

const known = (from: IDataObject, names: string[]): IDataObject => Object.fromEntries(names.filter((name) => !isBlank(from[name])).map((name) => [name, from[name]]));

/** Where it is, as a new event takes it. */
function place({ geo_address_json: given }: IDataObject): IDataObject {
	const { google_maps_place_id: place_id, description, full_address, address } = (given ?? {}) as IDataObject;
	if (!isBlank(place_id)) return { geo_address_json: { type: 'google', place_id, ...(!isBlank(description) && { description }) } };
	const text = isBlank(full_address) ? address : full_address;
	return isBlank(text) ? {} : { geo_address_json: { type: 'manual', address: text } };
}

/** Its questions, without where each comes from: Luma tells that, and does not take it. */
function questionsOf({ registration_questions: asked }: IDataObject): IDataObject {
	if (!Array.isArray(asked)) return {};
	const kept = (asked as IDataObject[]).map((question) => Object.fromEntries(Object.entries(question).filter(([name, value]) => name !== 'source' && value !== null)));
	return { registration_questions: kept };
}

/** The end of an event that lasts as long as another; whole days count as days, also where the clocks change. Undefined where that is not known. */
function endLike(old: IDataObject, start_at: string): string | undefined {
	const [start, end, from] = [old.start_at, old.end_at, start_at].map((time) => DateTime.fromISO(String(time), { zone: String(old.timezone) }));
	return from.plus(end.diff(start, ['days', 'milliseconds'])).toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** Ticket types as a new event takes them, on sale as many days before it as those of the old one. */
export function ticketTypesLike(old: IDataObject, ticketTypes: IDataObject[], start_at: string): IDataObject[] {
	const zone = String(old.timezone);
	const [from, to] = [old.start_at, start_at].map((time) => DateTime.fromISO(calendarDate(time, zone), { zone: 'UTC' }));
	const { days } = to.diff(from, 'days');
	const moved = (day: unknown) => DateTime.fromISO(calendarDate(day, zone), { zone: 'UTC' }).plus({ days }).toISODate();
	return ticketTypes.map((one) => ({
		...known(one, [...TICKET, ...(one.type === 'paid' ? PRICE : [])]),
		...(one.is_hidden === true && { is_hidden: true }),
		...Object.fromEntries(['valid_start_at', 'valid_end_at'].filter((name) => !isBlank(one[name])).map((name) => [name, moved(one[name])])),
	}));
}

/**
 * What of an event goes into a new one.
 * @param old the event as events/get answers it
 * @param given what is filled in for the new one, its start among it; that wins
 */
export function copyOf(old: IDataObject, given: IDataObject): IDataObject {
	const end_at = isBlank(given.end_at) ? endLike(old, given.start_at as string) : undefined;
	const { coordinate, ...same } = known(old, SAME);
	return {
		...same,
		// It belongs to the place.
		...(coordinate !== undefined && given.geo_address_json === undefined && { coordinate }),
		...place(old),
		...questionsOf(old),
		...(end_at !== undefined && { end_at }),
		...(COVERS.test(String(old.cover_url)) && { cover_url: old.cover_url }),
		...given,
	};
}

/** What of an event is not in its copy, in words. @param given what was filled in for the new one, by parameters and fields */
export function notCopied(old: IDataObject, copied: IDataObject, given: IDataObject): string {
	const never = Object.keys(NEVER).filter((what) => isBlank(given[NEVER[what]]));
	const address = isBlank(old.geo_address_json) || !isBlank(copied.geo_address_json) ? [] : ['address'];
	const cover = isBlank(old.cover_url) || !isBlank(copied.cover_url) ? [] : ['cover'];
	const end = isBlank(copied.end_at) ? ['end'] : [];
	const meeting = isBlank(old.meeting_url) || !isBlank(copied.meeting_url) || !isBlank(copied.create_meeting) ? [] : ['meeting URL'];
	return [...never, ...address, ...cover, ...end, ...meeting].sort().join(', ');
}
