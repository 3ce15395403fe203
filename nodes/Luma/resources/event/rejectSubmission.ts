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
		description: 'Keep a submitted event off the calendar, with a message if you like. Luma mails the person who submitted it when there is a message or Send Email is on, and may do so anyway.',
		routing: { request: { method: 'POST', url: '/v1/calendars/events/reject' } },
	},
	output: done({ success: true }, 'calendar_event_id'),
	mails: true,
	fields: [
		{
			displayName: 'Luma mails the person who submitted the event if you give a message or turn Send Email on under Additional Fields, and may do so anyway',
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
					placeholder: 'e.g. This is not about Berlin',
					description: 'Why the event does not come on the calendar, for the person who submitted it',
					routing: body('message', 'Message', plain),
				},
				{
					displayName: 'Send Email',
					name: 'sendEmail',
					type: 'boolean',
					default: false,
					description: 'Whether Luma mails the person who submitted the event also without a message',
					routing: body('notify_submitter', 'Send Email', decided, (send, { sent }) => {
						if (send === false && !isBlank(sent.message)) throw new Problem('is off, but Message is filled in', 'A message goes with the mail. Turn Send Email on, or remove Message.');
						return send;
					}),
				},
			],
		},
		options,
	],
};
