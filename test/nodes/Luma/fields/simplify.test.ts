import type { IDataObject } from 'n8n-workflow';
import { run } from '../../../engine';
import { plainEvent, wholeEvent } from '../../../operations/parts/answers';
import { byId } from '../../../operations/parts/case';
import { answer, received, useLuma } from '../support/luma';
import { checkRefused } from '../support/refused';

useLuma();

it('leaves the event that was created whole where it is off', async () => {
	answer('POST', '/v1/events/create', { body: { id: 'evt-1' } });
	answer('GET', '/v1/events/get', { body: wholeEvent });
	const { json } = await run({ resource: 'event', operation: 'create', eventName: 'Summer Conference', startAt: '2027-06-15T09:00:00Z', timezone: 'UTC', simplify: false });
	expect(json).toEqual([wholeEvent]);
});

it('is chosen for each input item', async () => {
	answer('GET', '/v1/events/get', { body: wholeEvent }, 2);
	const { json } = await run({ resource: 'event', operation: 'get', eventId: byId('evt-1'), simplify: '={{ $json.n === 0 }}' }, { items: [{}, {}] });
	expect(json).toEqual([plainEvent, wholeEvent]);
	expect(received).toHaveLength(2);
});

it('refuses what is not true or false', async () => {
	await checkRefused({ resource: 'event', operation: 'get', eventId: byId('evt-1'), simplify: '={{ "perhaps" }}' }, 'Simplify: "perhaps" is not true or false');
});

describe('what a guest answered', () => {
	const simplified = async (registration_answers: IDataObject[] | null) => {
		answer('GET', '/v1/events/guests/get', { body: { id: 'gst-1', user_email: 'guest1@example.com', registration_answers } });
		const { error, json } = await run({ resource: 'guest', operation: 'get', eventId: byId('evt-1'), guestId: byId('gst-1') });
		expect(error).toBeUndefined();
		return json[0].answers;
	};

	it('loses nothing where Luma answers it as it used to, with `answer` in place of `value`', async () => {
		const answers = await simplified([
			{ label: 'Rules', question_id: 'q1', question_type: 'agree-check', answer: true },
			{ label: 'Photos', question_id: 'q2', question_type: 'agree-check' },
			{ label: 'Terms', question_id: 'q3', question_type: 'terms', answer: 'A. Guest' },
			{ label: 'Size', question_id: 'q4', question_type: 'dropdown', value: 'M', answer: 'M' },
			{ label: 'LinkedIn', question_id: 'q5', question_type: 'linkedin', value: '/in/a', answer: '/in/a' },
		]);
		expect(answers).toEqual({ Rules: true, Photos: false, Terms: 'A. Guest', Size: 'M', LinkedIn: '/in/a' });
	});

	it('tells the company from the job title, and two choices from three, whatever commas are in them', async () => {
		const answers = await simplified([
			{ label: 'Company', question_id: 'q1', question_type: 'company', value: { company: 'Example, Inc.', job_title: 'VP, Sales' } },
			{ label: 'Investing', question_id: 'q2', question_type: 'multi-select', value: ['Yes, actively', 'Selectively'] },
		]);
		expect(answers).toEqual({ Company: 'Example, Inc.', 'Company (Job Title)': 'VP, Sales', Investing: ['Yes, actively', 'Selectively'] });
	});

	it('is nothing where Luma answers null', async () => expect(await simplified(null)).toEqual({}));
});
