import { emailInBody } from '../../fields/email';
import { tierLocator } from '../../fields/memberships';
import { jsonIfGiven, template } from '../../fields/jsonText';
import { inBody, naming } from '../../fields/locator';
import { options } from '../../fields/options';
import { body, decided } from '../../fields/send';
import { answers } from '../../values/answers';
import { asciiDomain } from '../../values/email';
import { QUESTION_TYPES } from '../../values/questions';
import { arrayOf, id, objectOf, oneOf, text, type Check } from '../../values/shape';
import type { Operation } from '../operation';

const asked = arrayOf(objectOf({ label: text, question_id: id, question_type: oneOf(...QUESTION_TYPES) }));

/** Luma wants to know of each answer what was asked, too; its value is checked by that. */
const memberAnswers: Check = (value, path) => answers(asked(value, path), path);

const example = [{ label: 'What do you do?', question_id: 'abc123', question_type: 'text', value: 'Talks' }];

export const addMember: Operation = {
	option: {
		name: 'Add Member',
		value: 'addMember',
		action: 'Add a member to a membership tier',
		description: "Add a member to a membership tier of the calendar. In a paid tier, Luma charges the member, unless 'Skip Payment' is on. Luma may email the member.",
		routing: { request: { method: 'POST', url: '/v1/memberships/members/add' } },
	},
	output: ({ sent }) => (answer) => ({ ...answer, email: sent.email }),
	mails: true,
	fields: [
		{ displayName: "In a paid tier, Luma charges the member, unless you turn on 'Skip Payment' under 'Additional Fields'. Luma may email the member.", name: 'mailNotice', type: 'notice', default: '' },
		inBody(tierLocator, 'membership_tier_id', naming('tier')),
		// Luma's document has a pattern for this one that takes no domain but in ASCII.
		emailInBody('memberEmail', 'member', (value) => asciiDomain(value as string)),
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
					description: 'Answers to the questions of the tier, as JSON or an expression that returns a list: [{label, question_id, question_type, value}, …]',
					routing: body('registration_answers', 'Registration Answers (JSON)', jsonIfGiven(memberAnswers, example)),
				},
				{
					displayName: 'Skip Payment',
					name: 'skipPayment',
					type: 'boolean',
					default: false,
					description: 'Whether to skip the payment of a paid tier in Luma, for example because you take it elsewhere',
					routing: body('skip_payment', 'Skip Payment', decided),
				},
			],
		},
		options,
	],
};
