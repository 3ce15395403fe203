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
export const count = { type: 'integer', minimum: 0 };
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

export const paging = {
	pagination_cursor: filled,
	pagination_limit: { type: 'integer', minimum: 1 },
};
export const sortDirection = oneOf('asc', 'desc', 'asc nulls last', 'desc nulls last');
