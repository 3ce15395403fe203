import { Queues } from '../../../../nodes/Luma/api/queues';
import fc from '../../../properties';

interface Request {
	queue: object;
	first: boolean;
	n: number;
	headSince?: number;
}

/** What may happen to queues: a request comes to one of them, the next one goes, or one is cancelled. */
const steps = fc.array(
	fc.oneof(
		fc.record({ join: fc.nat(4), first: fc.boolean() }),
		fc.constant({ next: true }),
		fc.record({ cancel: fc.nat() }),
	),
	{ maxLength: 60 },
);

test('within a queue the first to come is the first to go, no queue has two turns while another waits, and none is kept when it is empty', () => {
	fc.assert(
		fc.property(steps, (all) => {
			let time = 0;
			const queues = new Queues<Request>(() => time);
			const keys = Array.from({ length: 5 }, () => ({}));
			const waiting: Request[] = [];
			/** Turns that others have had since a queue was served or began. */
			const passedOver = new Map<object, object[]>();
			const gone = (request: Request) => {
				waiting.splice(waiting.indexOf(request), 1);
				passedOver.set(request.queue, []);
			};
			for (const step of all) {
				time += 1;
				if ('join' in step) {
					// Of one queue all are first, or none.
					const request = { queue: keys[step.join], first: step.join === 4, n: time };
					if (!waiting.some(({ queue }) => queue === request.queue)) passedOver.set(request.queue, []);
					waiting.push(request);
					queues.join(request);
				} else if ('cancel' in step) {
					if (waiting.length === 0) continue;
					const request = waiting[step.cancel % waiting.length];
					queues.leave(request);
					gone(request);
				} else {
					const next = queues.next(() => true);
					if (waiting.length === 0) {
						expect(next).toBeUndefined();
						continue;
					}
					expect(next).toBe(waiting.find(({ queue }) => queue === next!.queue));
					if (waiting.some(({ first }) => first)) expect(next!.first).toBe(true);
					gone(next!);
					if (next!.first) continue;
					for (const queue of new Set(waiting.filter(({ first }) => !first).map((request) => request.queue))) {
						if (queue === next!.queue) continue;
						const turns = passedOver.get(queue)!;
						expect(turns).not.toContain(next!.queue);
						turns.push(next!.queue);
					}
				}
				const heads = keys.map((key) => waiting.find(({ queue }) => queue === key)).filter((head) => head !== undefined);
				expect(new Set(queues.heads)).toEqual(new Set(heads));
				for (const head of heads) expect(head.headSince).toBeDefined();
				expect(queues.empty).toBe(waiting.length === 0);
			}
		}),
	);
});

test('whoever is dropped makes way for the one behind it, who may be dropped too', () => {
	const queues = new Queues<Request>(() => 0);
	const [a, b] = [{}, {}];
	const requests = [a, a, a, b].map((queue, n) => ({ queue, n, first: false }));
	for (const request of requests) queues.join(request);
	expect(queues.drop(({ n }) => n !== 2)).toEqual([requests[0], requests[3], requests[1]]);
	expect(queues.heads).toEqual([requests[2]]);
});

test('one that may not go holds up its own queue alone', () => {
	const queues = new Queues<Request>(() => 0);
	const [a, b] = [{}, {}];
	const requests = [a, a, b].map((queue, n) => ({ queue, n, first: false }));
	for (const request of requests) queues.join(request);
	expect(queues.next(({ n }) => n !== 0)).toBe(requests[2]);
	expect(queues.next(({ n }) => n !== 0)).toBeUndefined();
});
