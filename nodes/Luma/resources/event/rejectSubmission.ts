import { done } from '../../fields/done';
import { options } from '../../fields/options';
import { body, decided, plain } from '../../fields/send';
import { submissionInBody } from '../../fields/submission';
import { isBlank } from '../../values/blank';
import { Problem } from '../../values/problem';
import type { Operation } from '../operation';

export const rejectSubmission: Operation = {
	option: {
		name: 'Reject Submission',
		value: 'rejectSubmission',
		action: 'Reject an event submission',
		description: "Reject an event that someone submitted to the calendar. Luma emails whoever submitted it if there is a message or 'Send Email' is on, and may do so anyway.",
		routing: { request: { method: 'POST', url: '/v1/calendars/events/reject' } },
	},
	output: done({ success: true }, 'calendar_event_id'),
	mails: true,
	fields: [
		{
			displayName: "Luma emails whoever submitted the event if you add 'Message' or turn on 'Send Email' under 'Additional Fields', and may do so anyway",
			name: 'mailNotice',
			type: 'notice',
			default: '',
		},
		submissionInBody,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Message',
					name: 'message',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'e.g. This calendar is only for events in Berlin',
					description: 'Message to include in the email, such as why you reject the event',
					routing: body('message', 'Message', plain),
				},
				{
					displayName: 'Send Email',
					name: 'sendEmail',
					type: 'boolean',
					default: false,
					description: 'Whether to email whoever submitted the event, even without a message',
					routing: body('notify_submitter', 'Send Email', decided, (send, { sent }) => {
						if (send === false && !isBlank(sent.message)) throw new Problem("is off, but 'Message' is filled in", "Luma sends the message in the email. Turn on 'Send Email', or remove 'Message'.");
						return send;
					}),
				},
			],
		},
		options,
	],
};
