import { json } from '../values/json';
import { explained } from '../values/problem';
import type { Check } from '../values/shape';
import type { Change } from './send';

/** JSON text, or the object or array itself, of a given shape; a mistake is shown beside `example`. */
export const jsonOf =
	(check: Check, example: unknown): Change =>
	(value) => {
		try {
			return check(json(value), '');
		} catch (error) {
			return explained(error, `Expected: ${JSON.stringify(example)}`);
		}
	};
