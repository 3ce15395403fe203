import { isBlank } from '../values/blank';
import { json } from '../values/json';
import { assertMeant } from '../values/meant';
import { explained } from '../values/problem';
import type { Check } from '../values/shape';
import type { Change } from './send';

/**
 * What a JSON field holds before anything is filled in: n8n's JSON editor shows no placeholder, and marks empty text as a
 * mistake. The values in it have to be blank, so that it says nothing as long as it is left as it is.
 */
export const template = (example: unknown) => JSON.stringify(example, null, 2);

/** What was expected, as an error shows it: with blanks, so that a long line can break. */
export const expected = (example: unknown) => `Expected: ${JSON.stringify(example, null, 1).replace(/\n\s*/g, ' ')}`;

const read =
	(example: unknown, shape: (given: unknown) => unknown): Change =>
	(value) => {
		assertMeant(value);
		try {
			return shape(json(value));
		} catch (error) {
			return explained(error, expected(example));
		}
	};

/** JSON text, or the object or array itself, of a given shape; a mistake is shown beside `example`. */
export const jsonOf = (check: Check, example: unknown): Change => read(example, (given) => check(given, ''));

/** The same of a field that may be left as it is: JSON with nothing but blanks in it counts as not given. */
export const jsonIfGiven = (check: Check, example: unknown): Change => read(example, (given) => (isBlank(given) ? undefined : check(given, '')));
