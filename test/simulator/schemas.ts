/** Parts of the parameter schemas. They are ours, stricter than Luma's document where that says nothing. */
export type Schema = Record<string, unknown> & {
	properties: Record<string, Record<string, unknown>>;
	required: string[];
};

/** All parameters of an operation; others are refused. */
export const parameters = (
	properties: Record<string, Record<string, unknown>>,
	required: string[] = [],
): Schema => ({ type: 'object', properties, required, additionalProperties: false });

export const text = { type: 'string' };
export const filled = { type: 'string', minLength: 1 };
export const flag = { type: 'boolean' };
export const instant = { type: 'string', format: 'instant' };
export const date = { type: 'string', format: 'date' };
export const count = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
export const uri = { type: 'string', format: 'uri' };
export const color = { type: 'string', pattern: '^#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$' };
/** Three letters, or a coin. */
export const currency = { type: 'string', pattern: '^([a-z]{3}|solana_(sol|usdc))$' };
export const oneOf = (...values: string[]) => ({ type: 'string', enum: values });
/** ajv wants null among the values of an enum as well. */
export const orNull = (schema: Record<string, unknown>) => ({
	...schema,
	nullable: true,
	...(Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}),
});
export const listOf = (items: Record<string, unknown>, minItems = 0) => ({
	type: 'array',
	items,
	minItems,
});

/** What must be there as soon as a field has one of these values. */
export const needs = (name: string, values: string[], required: string[]) => ({ if: { type: 'object', properties: { [name]: { enum: values } }, required: [name] }, then: { required } });

/**
 * An object of one of several forms, told apart by one of its fields.
 * @param by the name of that field
 * @param forms by its value: the other fields, and which of them must be there
 */
export const formsBy = (by: string, forms: Record<string, [fields: Record<string, object>, required?: string[]]>) => ({
	type: 'object',
	required: [by],
	discriminator: { propertyName: by },
	oneOf: Object.entries(forms).map(([value, [fields, required = []]]) => ({ properties: { [by]: { const: value }, ...fields }, required, additionalProperties: false })),
});

export const paging = {
	pagination_cursor: filled,
	pagination_limit: { type: 'integer', minimum: 1 },
};
export const sortDirection = oneOf('asc', 'desc', 'asc nulls last', 'desc nulls last');
