/** How parameters are read for many items. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { parameterReader } from '../../../../nodes/Luma/run/context';

const chosen = { __rl: true, mode: 'id', value: 'evt-1' };

/** n8n's context with these parameters, as far as they are read; `evaluated` counts how often it has to evaluate one. */
function contextOf(parameters: Record<string, unknown>, items: object[] = [{}, {}]) {
	const evaluated = jest.fn();
	const getNodeParameter = (name: string, item: number, _otherwise: unknown, options: { rawExpressions?: boolean; extractValue?: boolean } = {}) => {
		const { [name]: raw } = parameters;
		if (options.rawExpressions) return raw;
		evaluated(name, item);
		return options.extractValue ? (raw as typeof chosen).value : raw;
	};
	const context = { getNodeParameter, getInputData: () => items.map((json) => ({ json })) } as unknown as IExecuteFunctions;
	return { evaluated, read: parameterReader(context) };
}

it('what holds no expression is read once', () => {
	const { read, evaluated } = contextOf({ status: 'approved' });
	expect([0, 1, 0].map((item) => read('status', item))).toEqual(['approved', 'approved', 'approved']);
	expect(evaluated).toHaveBeenCalledTimes(1);
});

it('what holds an expression is evaluated for each item, however deep it stands', () => {
	const { read, evaluated } = contextOf({ guests: { guest: [{ email: '={{ $json.email.trim() }}' }] } });
	for (const item of [0, 1]) read('guests', item);
	expect(evaluated.mock.calls).toEqual([['guests', 0], ['guests', 1]]);
});

it('a field of the input is taken from there', () => {
	const { read, evaluated } = contextOf({ email: '={{ $json.email }}' }, [{ email: 'a@example.com' }, {}]);
	expect([0, 1].map((item) => read('email', item))).toEqual(['a@example.com', undefined]);
	expect(evaluated).not.toHaveBeenCalled();
});

it.each(['constructor', 'toString', '__proto__'])('a name that every object has is left to n8n: %s', (name) => {
	const { read, evaluated } = contextOf({ email: `={{ $json.${name} }}` });
	read('email', 0);
	expect(evaluated).toHaveBeenCalledTimes(1);
});

it('a locator as it is, and its value, are two things', () => {
	const { read } = contextOf({ eventId: chosen });
	expect([read('eventId', 0), read('eventId', 0, undefined, { extractValue: true }), read('eventId', 1)]).toEqual([chosen, 'evt-1', chosen]);
});
