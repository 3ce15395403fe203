import { emailInBody } from '../../fields/email';
import { tierLocator } from '../../fields/memberships';
import { jsonIfGiven, template } from '../../fields/jsonText';
import { inBody, naming } from '../../fields/locator';
import { options } from '../../fields/options';
import { body, decided } from '../../fields/send';
import { asciiDomain } from '../../values/email';
import { anything, arrayOf, objectOf, text } from '../../values/shape';
import type { Operation } from '../operation';

const answers = arrayOf(objectOf({ label: text, question_id: text, question_type: text }, { value: anything }));
const example = [{ label: 'What do you do?', question_id: 'abc123', question_type: 'text', value: 'Talks' }];

export const addMember: Operation = {
	option: {
		name: 'Add Member',
		value: 'addMember',
		action: 'Add a member to a membership tier',
		description: 'Make a person a member of the calendar. A paid tier takes money, unless Skip Payment is on. Luma may mail the person.',
		routing: { request: { method: 'POST', url: '/v1/memberships/members/add' } },
	},
	output: ({ sent }) => (answer) => ({ ...answer, email: sent.email }),
	mails: true,
	fields: [
		{ displayName: 'A paid tier takes money from the person, unless Skip Payment is on. Luma may mail the person.', name: 'mailNotice', type: 'notice', default: '' },
		inBody(tierLocator, 'membership_tier_id', naming('tier')),
		// Luma's document has a pattern for this one that takes no domain but in ASCII.
		emailInBody('memberEmail', 'person', (value) => asciiDomain(value as string)),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Registration Answers (JSON)',
					name: 'memberAnswersJson',
					type: 'json',
					default: template([{ label: '', question_id: '', question_type: '', value: '' }]),
					description: 'Answers to the questions of the tier: a list of objects with label, question_id, question_type and value',
					routing: body('registration_answers', 'Registration Answers (JSON)', jsonIfGiven(answers, example)),
				},
				{
					displayName: 'Skip Payment',
					name: 'skipPayment',
					type: 'boolean',
					default: false,
					description: 'Whether the member of a paid tier does not pay through Luma, because you take the payment elsewhere',
					routing: body('skip_payment', 'Skip Payment', decided),
				},
			],
		},
		options,
	],
};
