import type { INodeProperties } from 'n8n-workflow';
import { toEventId } from './event';
import { inBody, locator } from './locator';

/** An event that was submitted to the calendar. */
export const submissionInBody: INodeProperties = inBody(
	locator({
		displayName: 'Submission',
		name: 'submissionId',
		description: 'The submitted event this operation applies to',
		choose: 'Choose a submission…',
		search: 'searchSubmissions',
		typed: [
			{ displayName: 'By URL', name: 'url', placeholder: 'e.g. https://luma.com/summer-conference', hint: 'The event URL, as you would share it, or the end of it: summer-conference' },
			{ displayName: 'By ID', placeholder: 'e.g. calev-1a2b3c4d5e6f7g8', hint: 'Starts with calev- or evt-, such as the ID in an item of Calendar Event Submitted' },
		],
	}),
	'calendar_event_id',
	...toEventId('submissionId'),
);
