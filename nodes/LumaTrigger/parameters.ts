import { NodeOperationError, type IHookFunctions, type INodePropertyOptions, type IWebhookFunctions } from 'n8n-workflow';
import { guestStatuses } from '../Luma/fields/guest';
import { outputs } from '../Luma/triggers/fields';
import { eventIdsIn, inCollection, one, parameter, read, several } from '../Luma/triggers/parameters';
import { isBlank } from '../Luma/values/blank';
import { yesNo } from '../Luma/values/scalar';
import type { Filters } from './delivery';
import { eventTypes, FACTS } from '../Luma/fields/eventTypes';
import { TELLING, type Fact } from './guestFacts';

type Context = IHookFunctions | IWebhookFunctions;

/** What the item looks like that starts the workflow. */
export const deliveryOutputs: INodePropertyOptions[] = [
	...outputs,
	{ name: 'As Delivered', value: 'delivery', description: 'All fields of the guest, event, or ticket, kept apart in a data field' },
];

/** Whether deliveries have to be signed. */
export const signatures: INodePropertyOptions[] = [
	{ name: 'Required', value: 'required', description: 'Refuse every delivery that is not signed with the secret of this webhook' },
	{ name: 'Off', value: 'off', description: 'Check nothing. Anyone who knows the webhook URL can start the workflow with made-up data.' },
];

/** What starts the workflow. */
export interface Chosen {
	/** Types of deliveries, in Luma's words; `*` alone for all of them, also those that Luma adds later. */
	types: string[];
	/** What the node tells from them. */
	facts: Fact[];
}

const isFact = (type: string): type is Fact => (FACTS as readonly string[]).includes(type);

export function chosenIn(context: Context): Chosen {
	const all = read(context, 'Trigger On', () => several(parameter(context, 'eventTypes'), eventTypes));
	if (all.length === 0) throw new NodeOperationError(context.getNode(), "Choose at least one option in 'Trigger On'");
	const types = all.filter((type) => !isFact(type));
	return { types: types.includes('*') ? ['*'] : types, facts: all.filter(isFact) };
}

/** What the webhook is to be registered for: what was chosen, and what tells it. */
export function registeredTypes({ types, facts }: Chosen): string[] {
	if (types.includes('*')) return types;
	const needed = facts.length === 0 ? [] : TELLING.filter((type) => type !== 'guest.refunded' || facts.includes('guest.left') || facts.includes('guest.going'));
	return [...new Set([...types, ...needed])];
}

export const filtersOf = (context: Context): Filters => ({
	eventIds: eventIdsIn(context, inCollection(context, 'filters', 'eventIds')),
	guestStatuses: read(context, 'Guest Statuses', () => several(inCollection(context, 'filters', 'guestStatuses'), guestStatuses)),
});

/** simplified, data, or delivery. */
export const outputOf = (context: Context): string => String(read(context, 'Output', () => one(parameter(context, 'output'), deliveryOutputs)) ?? 'simplified');

export const isSignatureOff = (context: Context): boolean => read(context, 'Signature', () => one(inCollection(context, 'options', 'signature'), signatures)) === 'off';

const option = (context: Context, label: string, name: string): boolean =>
	read(context, label, () => {
		const value = inCollection(context, 'options', name);
		return !isBlank(value) && yesNo(value);
	});

/** Whether a guest who has left and comes back is going anew. */
export const isAgain = (context: Context): boolean => option(context, 'Again After Leaving', 'againAfterLeaving');

/** What starts the workflow for a registration, with or without its tickets. */
const REGISTRATION = ['*', 'guest.registered', 'guest.updated', 'guest.going'];

/** Whether a ticket that comes with a registration starts nothing beside it. Where nothing else would start for the registration, it does. */
export function isOnePerPerson(context: Context): boolean {
	const { types, facts } = chosenIn(context);
	return option(context, 'One Run for a Person', 'onePerPerson') && [...types, ...facts].some((type) => REGISTRATION.includes(type));
}

/** Statuses that a guest can have about whom the fact is told. */
const STATUSES: Record<Fact, string[] | undefined> = { 'guest.going': ['approved'], 'guest.left': ['declined', 'approved'], 'guest.checked_in': undefined };

/** Finds out what is wrong with the node's fields before anything is asked of Luma. */
export function check(context: Context): void {
	const { types, facts } = chosenIn(context);
	const { guestStatuses: statuses } = filtersOf(context);
	const never = types.length === 0 && statuses.length > 0 && facts.every((fact) => STATUSES[fact] && !STATUSES[fact].some((status) => statuses.includes(status)));
	if (never) {
		throw new NodeOperationError(context.getNode(), "With these 'Guest Statuses', nothing would ever start the workflow", {
			description: "A guest who is going is approved, and one who left is declined. Remove 'Guest Statuses' under 'Filters'.",
		});
	}
	outputOf(context);
	isSignatureOff(context);
	isAgain(context);
	const isOnce = option(context, 'One Run for a Person', 'onePerPerson');
	if (isOnce && types.includes('ticket.registered') && !isOnePerPerson(context)) {
		throw new NodeOperationError(context.getNode(), "With 'One Run for a Person', a registration would start nothing", {
			description: "The option skips the tickets of a registration. Choose 'Guest Registered' or 'Guest Going' in 'Trigger On' too, or turn the option off.",
		});
	}
}
