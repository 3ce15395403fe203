import type { IDataObject, INodePropertyRouting } from 'n8n-workflow';
import { step, type At, type Step } from '../run/step';
import { isBlank } from '../values/blank';
import { assertMeant } from '../values/meant';
import { Problem, shown } from '../values/problem';
import { yesNo } from '../values/scalar';
import { tidy } from '../values/text';

export { step, type At };

/** Turns what a person filled in into what Luma takes, or throws a Problem that says what is wrong with it. */
export interface Change {
	(value: unknown, at: At): unknown;
	/** Whether it asks Luma for something; only then may it give a promise. */
	asks?: boolean;
	/** Whether it wants to know of a blank value too. */
	blanks?: boolean;
}

/** Makes a field's absence an error, also where an expression gives nothing. */
export const required: Change = Object.assign(
	(value: unknown) => {
		if (isBlank(value)) throw new Problem('is required');
		return value;
	},
	{ blanks: true },
);

/** Text as it is; a number counts as text, since sheets give numbers. What is no text, such as an object, has no words in it. */
export const plain: Change = (value) => {
	assertMeant(value);
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new Problem(`has to be text, not ${shown(value)}`, 'If it comes from an expression, choose one of its fields.');
};

/** A short text, such as a name or a code, as a person sees it. */
export const words: Change = (value, at) => tidy(plain(value, at));

/** A switch on which mails or money depend: once it is there, an expression that gives nothing must not decide. */
export const decided: Change = Object.assign(
	(value: unknown) => {
		if (isBlank(value)) throw new Problem('is empty', 'Use true or false, or remove the field.');
		return yesNo(value);
	},
	{ blanks: true },
);

/** Whether a conversion is for this value: a blank one passes by where it does not ask for it. */
const concerns = (change: Change, value: unknown) => change.blanks || !isBlank(value);

/** What is converted in order, by conversions that need nothing of Luma. */
function converted(value: unknown, changes: Change[], at: At): unknown {
	assertMeant(value);
	for (const change of changes) if (concerns(change, value)) value = change(value, at);
	return value;
}

const converting = (property: string, label: string, changes: Change[]): Step =>
	step(label, (at) => void (at.sent[property] = converted(at.sent[property], changes, at) as IDataObject));

const asking = (property: string, label: string, changes: Change[]): Step =>
	step(
		label,
		async (at) => {
			for (const change of changes) if (concerns(change, at.sent[property])) at.sent[property] = (await change(at.sent[property], at)) as IDataObject;
		},
		{ asks: true },
	);

/** Conversions that need nothing of Luma come first, so that what is wrong is found before anything is asked. */
function routed(type: 'query' | 'body', property: string, label: string, changes: Change[]): INodePropertyRouting {
	const first = changes.findIndex(({ asks }) => asks);
	const [plain, rest] = first < 0 ? [changes, []] : [changes.slice(0, first), changes.slice(first)];
	return { send: { type, property, preSend: [...(plain.length > 0 ? [converting(property, label, plain)] : []), ...(rest.length > 0 ? [asking(property, label, rest)] : [])] } };
}

/** Routing of a field whose value goes into the query, converted in order. `label` names the field in errors. */
export const query = (property: string, label: string, ...changes: Change[]) => routed('query', property, label, changes);

/** Routing of a field whose value goes into the body, converted in order. `label` names the field in errors. */
export const body = (property: string, label: string, ...changes: Change[]) => routed('body', property, label, changes);

/** Routing of a field that is not sent and is read later, such as Limit: what is wrong with it has to be known before. */
export const checked = (parameter: string, label: string, ...changes: Change[]): INodePropertyRouting => ({
	send: { preSend: [step(label, (at) => void converted(at.context.getNodeParameter(parameter, ''), changes, at))] },
});

/** A switch that has been checked: off where it was left empty. */
export const flagOf = (value: unknown, otherwise = false): boolean => (isBlank(value) ? otherwise : yesNo(value));
