/** Fields whose list depends on the chosen event: another event must leave nothing of the one before in them. */
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { Luma } from '../../../../nodes/Luma/Luma.node';
import { loadOptions } from '../support/loadOptions';
import { useLuma } from '../support/luma';

useLuma();

const luma = new Luma();
type Search = (typeof luma.methods.listSearch)[keyof typeof luma.methods.listSearch];

/** Every field of the node, in collections and rows too, with the path that leads to it. */
function fieldsIn(properties: Array<INodeProperties | INodePropertyOptions | INodePropertyCollection>, path = ''): Array<[string, INodeProperties]> {
	return properties.flatMap((property) => {
		const at = `${path}${property.name}`;
		if ('values' in property) return fieldsIn(property.values, `${at}.`);
		return 'type' in property ? [[at, property], ...fieldsIn(property.options ?? [], `${at}.`)] : [];
	});
}

const locators = fieldsIn(luma.description.properties).filter(([, { type }]) => type === 'resourceLocator');
const methodOf = ({ modes = [] }: INodeProperties) => luma.methods.listSearch[modes.find(({ name }) => name === 'list')?.typeOptions?.searchListMethod as keyof typeof luma.methods.listSearch] as Search | undefined;

it('are found, those in rows and collections too', () => {
	expect(locators.map(([path]) => path)).toEqual(expect.arrayContaining(['eventId', 'guestId', 'filters.membershipTierId', 'options.forCalendarId', 'additionalFields.tickets.type.ticketTypeId']));
});

it.each(locators)('%s is emptied with the event, where its list needs one', async (_path, field) => {
	const words = await methodOf(field)?.call(loadOptions({ resource: 'guest', operation: 'get' })).then(
		() => '',
		(error: Error) => error.message,
	);
	// Not eventId.value: n8n evaluates it, and would empty what is given by expression with each item that it shows.
	// What coupons there are depends on what they apply to, which can be no expression.
	const also = field.name === 'couponCode' ? ['couponScope'] : [];
	expect(field.typeOptions?.loadOptionsDependsOn).toEqual(words === 'Choose an event first' ? ['eventId.cachedResultUrl', 'eventId.cachedResultName', ...also] : undefined);
});
