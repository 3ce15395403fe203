import { inBody, locator, naming } from './locator';

/** A tier that people join. */
export const tierLocator = locator({
	displayName: 'Membership Tier',
	name: 'membershipTierId',
	description: 'The membership tier to use',
	choose: 'Choose a membership tier…',
	search: 'searchMembershipTiers',
	typed: [{ displayName: 'By ID', placeholder: 'e.g. memt-1a2b3c4d5e6f7g8', hint: 'Starts with memt-' }],
});

/** The member that a write is about; Luma takes an email address as well as an ID. */
export const memberInBody = inBody(
	locator({
		displayName: 'Member',
		name: 'memberId',
		description: 'The member this operation applies to',
		choose: 'Choose a member…',
		search: 'searchMembers',
		typed: [{ displayName: 'By Email or ID', placeholder: 'e.g. nathan@example.com', hint: 'An email address or a user ID (usr-…)' }],
	}),
	'user_id',
	naming('member'),
);
