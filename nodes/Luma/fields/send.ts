import type { IDataObject, INodePropertyRouting } from 'n8n-workflow';
import { step, type At, type Step } from '../run/step';
import { isBlank } from '../values/blank';
import { Problem, shown } from '../values/problem';
import { yesNo } from '../values/scalar';
import { visible } from '../values/text';

export { step, type At };

/** Turns what a person filled in into what Luma takes, or throws a Problem that says what is wrong with it. */
export interface Change {
	(value: unknown, at: At): unknown;
	/** Whether it asks Luma for something. */
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
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new Problem(`has to be text, not ${shown(value)}`, 'If it comes from an expression, choose one of its fields.');
};

/** A short text, such as a name or a code, as a person sees it. */
export const words: Change = (value, at) => visible(plain(value, at));

/** A switch on which mails or money depend: once it is there, an expression that gives nothing must not decide. */
export const decided: Change = Object.assign(
	(value: unknown) => {
		if (isBlank(value)) throw new Problem('is empty', 'Use true or false, or remove the field.');
		return yesNo(value);
	},
	{ blanks: true },
);

/** What is converted in order; a blank value passes by where a conversion does not ask for it. */
async function converted(value: unknown, changes: Change[], at: At): Promise<unknown> {
	for (const change of changes) if (change.blanks || !isBlank(value)) value = await change(value, at);
	return value;
}

const stepOf = (property: string, label: string, changes: Change[], asks: boolean): Step =>
	step(label, async (at) => void (at.sent[property] = (await converted(at.sent[property], changes, at)) as IDataObject), { asks });

/** Conversions that need nothing of Luma come first, so that what is wrong is found before anything is asked. */
function routed(type: 'query' | 'body', property: string, label: string, changes: Change[]): INodePropertyRouting {
	const asking = changes.findIndex(({ asks }) => asks);
	const parts = asking < 0 ? [changes] : [changes.slice(0, asking), changes.slice(asking)];
	return { send: { type, property, preSend: parts.filter((part) => part.length > 0).map((part, at) => stepOf(property, label, part, at > 0 || asking === 0)) } };
}

/** Routing of a field whose value goes into the query, converted in order. `label` names the field in errors. */
export const query = (property: string, label: string, ...changes: Change[]) => routed('query', property, label, changes);

/** Routing of a field whose value goes into the body, converted in order. `label` names the field in errors. */
export const body = (property: string, label: string, ...changes: Change[]) => routed('body', property, label, changes);

/** Routing of a field that is not sent and is read later, such as Limit: what is wrong with it has to be known before. */
export const checked = (parameter: string, label: string, ...changes: Change[]): INodePropertyRouting => ({
	send: { preSend: [step(label, async (at) => void (await converted(at.context.getNodeParameter(parameter, ''), changes, at)))] },
});

/** A switch that has been checked: off where it was left empty. */
export const flagOf = (value: unknown, otherwise = false): boolean => (isBlank(value) ? otherwise : yesNo(value));
