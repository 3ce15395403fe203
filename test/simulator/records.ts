/** What the simulated calendar holds. Names and forms of fields are those of Luma's OpenAPI document. */

export type ApprovalStatus =
	| 'approved'
	| 'session'
	| 'pending_approval'
	| 'invited'
	| 'declined'
	| 'waitlist';

export interface Ticket {
	id: string;
	amount: number;
	amount_discount: number;
	amount_tax: number;
	currency: string | null;
	checked_in_at: string | null;
	event_ticket_type_id: string;
	is_captured: boolean;
	name: string;
}

export interface Coupon {
	api_id: string;
	percent_off: number | null;
	cents_off: number | null;
	currency: string | null;
	code: string;
}

export interface TicketOrder {
	id: string;
	amount: number;
	amount_discount: number;
	amount_tax: number;
	currency: string | null;
	coupon_info: Coupon | null;
	is_captured: boolean;
	amount_refunded: number;
}

/** A guest as Luma's `guests/get` answers it, plus what only the simulator knows: `key` and `mails`. */
export interface GuestRecord {
	id: string;
	/** The guest key (g-…), another way to name the guest. */
	key: string;
	user_id: string;
	user_email: string;
	user_name: string | null;
	user_first_name: string | null;
	user_last_name: string | null;
	approval_status: ApprovalStatus;
	check_in_qr_code: string;
	eth_address: string | null;
	invited_at: string | null;
	joined_at: string | null;
	phone_number: string | null;
	registered_at: string | null;
	registration_answers: Array<Record<string, unknown>> | null;
	solana_address: string | null;
	utm_source: string | null;
	event_tickets: Ticket[];
	event_ticket_orders: TicketOrder[];
	/** How many emails Luma would have sent to this guest. */
	mails: number;
}

export interface TicketType {
	id: string;
	name: string;
	type: 'free' | 'paid';
	require_approval: boolean;
	is_hidden: boolean;
	description: string | null;
	/** YYYY-MM-DD, as `valid_end_at`. */
	valid_start_at: string | null;
	valid_end_at: string | null;
	max_capacity: number | null;
	cents: number | null;
	currency: string | null;
	is_flexible: boolean;
	min_cents: number | null;
}

export interface Question {
	id: string;
	label: string;
	required: boolean;
	question_type: string;
	[field: string]: unknown;
}

export interface Address {
	address: string;
	city: string | null;
	region: string | null;
	country: string | null;
	city_state: string | null;
	full_address: string | null;
	google_maps_place_id: string | null;
	apple_maps_place_id: string | null;
	description: string | null;
}

export interface Host {
	id: string;
	email: string;
	name: string | null;
	first_name: string | null;
	last_name: string | null;
	avatar_url: string;
}

/** The fields that an event holds; what can be derived (prices, spots, counts) is in the views. */
export interface EventFields {
	id: string;
	user_id: string;
	calendar_id: string;
	start_at: string;
	end_at: string;
	created_at: string;
	timezone: string;
	name: string;
	description_md: string;
	geo_address_json: Address | null;
	coordinate: { longitude: number; latitude: number } | null;
	meeting_url: string | null;
	location_visibility: 'public' | 'guests-only';
	cover_url: string;
	registration_questions: Question[];
	slug: string;
	visibility: 'public' | 'members-only' | 'private';
	waitlist_status: 'disabled' | 'enabled';
	feedback_email: { enabled: boolean; delay?: string };
	hosts: Host[];
	registration_open: boolean;
	max_capacity: number | null;
	can_register_for_multiple_tickets: boolean;
	tags: Array<{ id: string; name: string }>;
	submitted_by: Omit<Host, 'email'> & { email: string | null } | null;
	platform: 'luma' | 'external';
	access: 'manage' | 'view';
	status: 'approved' | 'pending' | 'rejected';
	/** External events only: their page and the name of their host. */
	external_url?: string;
	external_host?: string | null;
	/** How many times all guests were mailed about a new name, time or place. */
	update_mails: number;
	/** Parameters that Luma takes and never answers, such as `tint_color`. */
	settings: Record<string, unknown>;
}

/** A calendar, as Luma answers one. */
export interface CalendarRecord {
	id: string;
	name: string;
	slug: string | null;
	avatar_url: string | null;
	url: string;
	description: string | null;
	social_image_url: string | null;
	cover_image_url: string | null;
	is_personal: boolean;
	location: { city: string; region: string | null; country: string | null; country_code: string | null; timezone: string } | null;
	coordinate: { longitude: number; latitude: number } | null;
	instagram_handle: string | null;
	twitter_handle: string | null;
	youtube_handle: string | null;
	website: string | null;
}

export interface WebhookRecord {
	id: string;
	url: string;
	event_types: string[];
	status: 'active' | 'paused';
	secret: string;
	created_at: string;
}

/** What Luma would have mailed at somebody's wish: in their words, or in its own. */
export interface Message {
	to: string;
	text: string | null;
}

export interface Tag {
	id: string;
	name: string;
	color: string;
}

/** A person on the calendar, as `contacts/list` answers one; `state` is what only the simulator knows. */
export interface ContactRecord {
	id: string;
	user_id: string;
	created_at: string;
	event_approved_count: number;
	event_checked_in_count: number;
	revenue_usd_cents: number;
	tags: Array<{ id: string; name: string }>;
	membership: { status: string; calendar_membership_tier_id: string | null } | null;
	name: string | null;
	avatar_url: string;
	email: string;
	first_name: string | null;
	last_name: string | null;
	state: 'listed' | 'removed' | 'blocked';
}

/** A coupon as the lists of them answer one. */
export interface CouponRecord {
	id: string;
	code: string;
	remaining_count: number;
	valid_start_at: string | null;
	valid_end_at: string | null;
	percent_off: number | null;
	cents_off: number | null;
	currency: string | null;
	event_ticket_type_id: string | null;
}

export interface RecipientGroup {
	status: 'approved' | 'checked_in' | 'pending_approval' | 'waitlist' | 'invited';
	event_ticket_type_id?: string | null;
}

/** A blast as Luma answers it; `event_id` and `created_at` (milliseconds) are what only the simulator knows. */
export interface BlastRecord {
	id: string;
	event_id: string;
	created_at: number;
	subject: string | null;
	content_md: string;
	status: 'scheduled' | 'sent' | 'quarantined';
	scheduled_for: string | null;
	sent_at: string | null;
	recipient_groups: RecipientGroup[];
	recipient_count: number | null;
	email_open_count: number | null;
	sender: { type: string; name: string | null };
}
