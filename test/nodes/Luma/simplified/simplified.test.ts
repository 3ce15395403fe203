/** What Simplify makes of what Luma answers. */
import type { IDataObject } from 'n8n-workflow';
import { byQuestion } from '../../../../nodes/Luma/simplified/answers';
import { simpleEvent } from '../../../../nodes/Luma/simplified/event';
import { simpleGuest } from '../../../../nodes/Luma/simplified/guest';
import { simpleTicketType } from '../../../../nodes/Luma/simplified/ticketType';
import { plainEvent, plainGuest, wholeEvent, wholeGuest } from '../../../operations/parts/answers';

describe('an event', () => {
	it('from Get has what it is about and its guests', () => {
		expect(simpleEvent(wholeEvent)).toEqual(plainEvent);
		expect(Object.keys(simpleEvent(wholeEvent))).toEqual(Object.keys(plainEvent));
	});

	it('of a list has its visibility', () => {
		const { guest_counts, description_md, ...listed } = wholeEvent;
		expect([guest_counts, description_md]).not.toContain(undefined);
		expect(Object.keys(simpleEvent(listed))).toEqual(['name', 'start_at', 'end_at', 'timezone', 'location', 'url', 'visibility', 'meeting_url', 'id']);
		expect(simpleEvent({ ...listed, tags: [{ id: 'tag-1', name: 'Talk' }, { id: 'tag-2', name: 'Free' }] })).toMatchObject({ tags: 'Talk, Free' });
		expect(simpleEvent({ ...listed, tags: [] })).toMatchObject({ tags: '' });
	});

	it.each([
		['2027-06-15T07:00:00.000Z', 'Europe/Berlin', '2027-06-15T09:00:00+02:00'],
		['2027-12-15T07:00:00.000Z', 'Europe/Berlin', '2027-12-15T08:00:00+01:00'],
		['2027-06-15T07:00:00.500Z', 'Asia/Kolkata', '2027-06-15T12:30:00.500+05:30'],
		['2027-06-15T07:00:00.000Z', 'UTC', '2027-06-15T07:00:00Z'],
		['2027-06-15T07:00:00.000Z', null, '2027-06-15T07:00:00.000Z'],
		['2027-06-15T07:00:00.000Z', 'Nowhere/Here', '2027-06-15T07:00:00.000Z'],
		['soon', 'Europe/Berlin', 'soon'],
		[null, 'Europe/Berlin', null],
	])('at %s in %s begins, as its clocks show it, at %s', (start_at, timezone, shown) => expect(simpleEvent({ start_at, timezone })).toEqual({ start_at: shown, timezone }));

	it.each([
		['the whole address', { address: 'Hall', full_address: 'Hall, Example Street 1' }, 'Hall, Example Street 1'],
		['the address as it was typed in', { address: 'Example Street 1', full_address: null }, 'Example Street 1'],
		['null where it has no place', null, null],
	])('has as its location %s', (_what, geo_address_json, location) => expect(simpleEvent({ ...wholeEvent, geo_address_json })).toEqual({ ...plainEvent, location }));

	it('of another platform has what Luma knows of it', () => {
		const external = { platform: 'external', id: 'calev-1', name: 'Elsewhere', url: 'https://example.com/e', start_at: '2026-09-01T14:00:00-05:00', end_at: null, timezone: null };
		expect(Object.keys(simpleEvent(external))).toEqual(['name', 'start_at', 'end_at', 'timezone', 'url', 'id']);
	});

	it('has the counts that Luma gives', () => expect(simpleEvent({ id: 'evt-1', guest_counts: { approved: { guests: 3, tickets: 9 }, waitlist: null, declined: {}, checked_in: { guests: null } } })).toEqual({ id: 'evt-1', guest_counts: { approved: 3 } }));
});

describe('a guest', () => {
	it('has everything in the order in which people read it', () => {
		expect(simpleGuest(wholeGuest)).toEqual(plainGuest);
		expect(Object.keys(simpleGuest(wholeGuest))).toEqual(Object.keys(plainGuest));
		expect(Object.keys(plainGuest).filter((name) => name !== 'answers')).toHaveLength(10);
	});

	it('of a list has the names of the tickets in place of the orders', () => {
		const { event_ticket_orders, ...listed } = wholeGuest;
		expect(event_ticket_orders).toBeDefined();
		expect(simpleGuest(listed)).toMatchObject({ ticket_names: 'Standard, Workshop, Workshop', tickets: plainGuest.tickets });
		expect(Object.keys(simpleGuest(listed))).toEqual(['user_name', 'user_email', 'approval_status', 'registered_at', 'checked_in_at', 'ticket_names', 'tickets', 'answers', 'phone_number', 'id', 'event_id']);
	});

	it('has the event that was asked for', () => {
		expect(simpleGuest(wholeGuest, 'evt-2').event_id).toBe('evt-2');
		for (const check_in_qr_code of ['https://lu.ma/check-in/example', 'https://example.com/', '', null, undefined]) expect(simpleGuest({ ...wholeGuest, check_in_qr_code })).not.toHaveProperty('event_id');
	});

	it('without tickets and answers has empty ones', () =>
		expect(simpleGuest({ ...wholeGuest, event_tickets: [], event_ticket_orders: null, registration_answers: null })).toEqual({ ...plainGuest, checked_in_at: null, tickets: [], orders: [], answers: {} }));

	it('who has not come is not checked in', () => expect(simpleGuest({ ...wholeGuest, event_tickets: [{ name: 'Standard', checked_in_at: null }] })).toMatchObject({ checked_in_at: null, tickets: [{ name: 'Standard', checked_in_at: null }] }));

	it.each([
		[{ user_name: null, user_first_name: 'Ada', user_last_name: 'Lovelace' }, 'Ada Lovelace'],
		[{ user_name: null, user_first_name: 'Ada', user_last_name: null }, 'Ada'],
		[{ user_name: null, user_first_name: null, user_last_name: '' }, null],
	])('has a name, whichever Luma knows: %j', (names, user_name) => expect(simpleGuest(names)).toEqual({ user_name }));
});

it('a ticket type has ten columns', () => {
	const whole = { id: 'ttype-1', name: 'Standard', type: 'paid', cents: 5000, currency: 'eur', max_capacity: null, require_approval: false, is_hidden: false, valid_start_at: null, valid_end_at: null, description: 'x', is_flexible: false, min_cents: null };
	expect(Object.entries(simpleTicketType(whole))).toEqual([['name', 'Standard'], ['type', 'paid'], ['cents', 5000], ['currency', 'eur'], ['max_capacity', null], ['require_approval', false], ['is_hidden', false], ['valid_start_at', null], ['valid_end_at', null], ['id', 'ttype-1']]);
});

describe('answers', () => {
	it.each<[string, IDataObject, IDataObject]>([
		['a tick', { question_type: 'agree-check', value: true }, { Q: true }],
		['a tick as Luma used to answer it', { question_type: 'agree-check', answer: true }, { Q: true }],
		['no tick', { question_type: 'agree-check' }, { Q: false }],
		['no tick, as null', { question_type: 'terms', value: null }, { Q: false }],
		['a signature', { question_type: 'terms', answer: 'A. Guest' }, { Q: 'A. Guest' }],
		['terms without a signature', { question_type: 'terms', value: true }, { Q: true }],
		['a text', { question_type: 'text', value: 'x', answer: 'y' }, { Q: 'x' }],
		['an older text', { question_type: 'text', answer: 'y' }, { Q: 'y' }],
		['no answer', { question_type: 'text', value: null }, { Q: null }],
		['choices with commas', { question_type: 'multi-select', value: ['Yes, actively', 'Selectively'] }, { Q: ['Yes, actively', 'Selectively'] }],
		['a company and a job title', { question_type: 'company', value: { company: 'Example, Inc.', job_title: 'VP, Sales' } }, { Q: 'Example, Inc.', 'Q (Job Title)': 'VP, Sales' }],
		['a company without a job title', { question_type: 'company', value: { company: 'Example, Inc.', job_title: null } }, { Q: 'Example, Inc.', 'Q (Job Title)': null }],
		['a company alone', { question_type: 'company', value: { company: 'Example, Inc.' } }, { Q: 'Example, Inc.' }],
		['an older company', { question_type: 'company', answer: 'Example', answer_company: 'Example', answer_job_title: 'Investor' }, { Q: 'Example', 'Q (Job Title)': 'Investor' }],
		['an older company alone', { question_type: 'company', answer: 'Example' }, { Q: 'Example' }],
		['no company', { question_type: 'company', value: null }, { Q: null }],
		['a company of an unknown type', { question_type: 'employer', value: { company: 'Example', job_title: 'Investor' } }, { Q: 'Example', 'Q (Job Title)': 'Investor' }],
		['a type to come', { question_type: 'matrix', value: { a: 1 } }, { Q: { a: 1 } }],
		['without a type', { value: 7 }, { Q: 7 }],
	])('%s', (_what, answer, columns) => expect(byQuestion([{ label: 'Q', question_id: 'q1', ...answer }])).toEqual(columns));

	it('are called by their questions, whatever these are called', () => {
		const labels = ['__proto__', 'constructor', 'A', 'A', 'A', undefined, null, 7];
		const named = byQuestion(labels.map((label, index) => ({ label, question_id: index === 4 ? 'q3' : `q${index}`, value: index })));
		expect(Object.entries(named)).toEqual([
			['7', 7],
			['__proto__', 0],
			['constructor', 1],
			['A', 2],
			['A (q3)', 3],
			['A (q3, 2)', 4],
			['q5', 5],
			['q6', 6],
		]);
	});
});
