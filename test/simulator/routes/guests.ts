import { notFound } from '../errors';
import type { GuestSort } from '../guestBook';
import { page, type PageParameters } from '../pages';
import { route } from '../route';
import { filled, oneOf, paging, parameters, sortDirection } from '../schemas';
import type { StoredEvent } from '../store';
import type { ApprovalStatus } from '../records';
import { guestDetail, guestListEntry } from '../views';

interface ListGuests extends PageParameters {
	event_id: string;
	approval_status?: ApprovalStatus;
	sort_column?: GuestSort['column'];
	sort_direction?: GuestSort['direction'];
}

/** The guest's place in the event's list. */
export function guestPlace(stored: StoredEvent, identifier: string): number {
	const place = stored.guests.find(identifier);
	if (place === undefined) throw notFound('Guest', identifier);
	return place;
}

export const guestRoutes = [
	route<{ event_id: string; id: string }>(
		'GET',
		'/v1/events/guests/get',
		parameters({ event_id: filled, id: filled }, ['event_id', 'id']),
		({ store }, { event_id, id }) => {
			const stored = store.managedEvent(event_id);
			return guestDetail(stored.guests.at(guestPlace(stored, id)));
		},
	),

	route<ListGuests>(
		'GET',
		'/v1/events/guests/list',
		parameters(
			{
				event_id: filled,
				approval_status: oneOf(
					'approved',
					'session',
					'pending_approval',
					'invited',
					'declined',
					'waitlist',
				),
				sort_column: oneOf('name', 'email', 'created_at', 'registered_at', 'checked_in_at'),
				sort_direction: sortDirection,
				...paging,
			},
			['event_id'],
		),
		({ store, pageCap }, { pagination_cursor, pagination_limit, ...filters }) => {
			const { guests } = store.managedEvent(filters.event_id);
			const { approval_status, sort_column, sort_direction } = filters;
			const places =
				approval_status || sort_column || sort_direction
					? guests.order(approval_status, {
							column: sort_column ?? 'created_at',
							direction: sort_direction ?? 'asc',
						})
					: undefined;
			return page(
				places?.length ?? guests.size,
				(position) => guestListEntry(guests.at(places ? places[position] : position)),
				{ pagination_cursor, pagination_limit },
				filters,
				pageCap,
			);
		},
	),
];
