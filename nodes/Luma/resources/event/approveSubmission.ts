import { done } from '../../fields/done';
import { options } from '../../fields/options';
import { submissionInBody } from '../../fields/submission';
import type { Operation } from '../operation';

export const approveSubmission: Operation = {
	option: {
		name: 'Approve Submission',
		value: 'approveSubmission',
		action: 'Approve an event submission',
		description: 'Approve an event that someone submitted to the calendar. Luma emails whoever submitted it.',
		routing: { request: { method: 'POST', url: '/v1/calendars/events/approve' } },
	},
	output: done({ success: true }, 'calendar_event_id'),
	mails: true,
	fields: [{ displayName: 'Luma emails whoever submitted the event', name: 'mailNotice', type: 'notice', default: '' }, submissionInBody, options],
};
