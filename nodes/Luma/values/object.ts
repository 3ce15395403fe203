/** What JSON calls an object: neither a list nor null, nor the bytes of a body that could not be read. */
export const isObject = <T extends object = Record<string, unknown>>(value: unknown): value is T => typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);

/** The value of a locator, or what stands in its place; n8n takes it out by itself only for fields with routing of their own. */
export const valueIn = (given: unknown): unknown => (typeof given === 'object' && given !== null ? (given as { value?: unknown }).value : given);
