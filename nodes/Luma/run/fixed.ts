import { NodeHelpers, type INode, type INodeProperties, type INodePropertyOptions, type INodeTypeDescription } from 'n8n-workflow';
import { Problem, ofField, shown } from '../values/problem';

/** Which fields a node shows, by its parameters. */
export function shownBy(node: INode, description: INodeTypeDescription): (property: INodeProperties) => boolean {
	const show = NodeHelpers.displayParameter as (...given: unknown[]) => boolean;
	// By its name n8n knows a tool of an agent, which shows other fields.
	const shownAs = { ...description, name: node.type };
	// Since n8n 1.86 it takes the description; before, the fifth of its arguments was the fourth.
	return (property) => show(node.parameters, property, node, ...(show.length > 4 ? [shownAs] : []), node.parameters);
}

/**
 * A choice that decides which fields there are, with a value that the node does not have: nobody can choose it in the editor,
 * but a workflow that was written by a program or a model may have it. n8n then shows none of the fields that hang on it and
 * runs the node without them, so that a coupon for one event would be one for the whole calendar.
 */
export function strayChoice(node: INode, description: INodeTypeDescription): Problem | undefined {
	const isShown = shownBy(node, description);
	for (const property of description.properties) {
		const { name, displayName, type, noDataExpression, options } = property;
		if (type !== 'options' || !noDataExpression || !options || !isShown(property)) continue;
		const { [name]: value } = node.parameters;
		const values = (options as INodePropertyOptions[]).map((option) => option.value);
		if (value === undefined || values.includes(value as never)) continue;
		// n8n takes the equals sign off an expression where there is to be none.
		const how = /^=|^\{\{/.test(String(value)) ? 'This field takes no expression. ' : '';
		return ofField(displayName, new Problem(`${shown(value)} is not one of ${values.join(', ')}`, `${how}Choose a value in the node.`));
	}
	return undefined;
}
