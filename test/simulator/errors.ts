/** An answer other than 200, in Luma's error form `{ message, code }`. */
export class LumaError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}
}

export const badRequest = (message: string) => new LumaError(400, message);

export const notFound = (thing: string, id: string) =>
	new LumaError(404, `${thing} ${JSON.stringify(id)} was not found.`);
