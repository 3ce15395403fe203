/** Every regular expression of the package against hostile text: what comes from a public form must not hold up n8n's only thread. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { answers } from '../../nodes/Luma/values/answers';
import { isBlank } from '../../nodes/Luma/values/blank';
import { calendarDate, duration, instant, timeOfDay, zoneName } from '../../nodes/Luma/values/dateTime';
import { emailKey } from '../../nodes/Luma/values/email';
import { eventIn, guestIn, slugIn } from '../../nodes/Luma/values/eventLink';
import { idOf, idsOf } from '../../nodes/Luma/values/ids';
import { json } from '../../nodes/Luma/values/json';
import { addressElsewhere } from '../../nodes/Luma/values/link';
import { Problem } from '../../nodes/Luma/values/problem';
import { questions } from '../../nodes/Luma/values/questions';
import { choice, choices, color, coverUrl, list, textIn, whole, yesNo } from '../../nodes/Luma/values/scalar';
import { email, id, numberIn, text } from '../../nodes/Luma/values/shape';
import { quickly } from '../quickly';

const root = join(__dirname, '../..');

interface Pattern {
	place: string;
	pattern: RegExp;
}

const filesIn = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(root, folder, name));

function patternsIn(file: string): Pattern[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: Pattern[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const [, body, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)!;
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push({ place: `${relative(root, file)}:${line + 1} ${node.text}`, pattern: new RegExp(body, flags) });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

const patterns = ['nodes', 'credentials'].flatMap(filesIn).flatMap(patternsIn);

const SIZE = 100_000;

/** What is repeated: single characters, and pieces that parts of a pattern could share between them in many ways. */
const pieces = [
	...['a', 'A', '0', '1', ' ', '\t', '\n', '\r\n', '.', '-', '_', '/', '\\', '"', "'", '@', ',', ';', ':', '=', '?', '#', '%', '+', '<', '(', '[', '{', '$', '\u00a0', '\u200b', 'é', '😀', '\u0000'],
	...['a.', 'a@', 'a@a.', '0.', '0:', '0-', '1e', '-0', 'a ', ' a', '. ', '\n ', '//', '"\\', '\\"', '\\u0000', 'ab', 'a-', '-a', '{"a":', '[1,', 'evt-', 'luma.com/', 'https://', 'www.', '{{', '}}', '={{', '$json.', 'Feb 10, ', '10.02.2027 ', '2027-01-01T', 't=1,v1=', 'v1='],
];
/** What a text can begin with, so that a pattern gets past its beginning. */
const beginnings = ['', 'a@', '1', '"', '#', 'https://luma.com/', 'https://images.lumacdn.com/', 'evt-', '={{ $json.', '10.02.2027 ', 'Feb 10, 2027 ', 'Wed, '];
/** What it ends with, so that a pattern that has gone all the way fails there. */
const ends = ['!', '\n\u0000 x'];

/** What takes the square of 100,000 takes a hundred times as long. */
const LIMIT = 10;

it('finds the patterns', () => expect(patterns.length).toBeGreaterThan(20));

it.each(patterns.map(({ place, pattern }) => [place, pattern] as const))('%s takes 100 kB of anything in 10 ms', (_place, pattern) => {
	for (const piece of pieces) {
		const middle = piece.repeat(Math.ceil(SIZE / piece.length));
		for (const beginning of beginnings) {
			for (const end of ends) {
				const text = beginning + middle + end;
				quickly(LIMIT, () => {
					pattern.lastIndex = 0;
					return pattern.global ? text.replace(pattern, '') : pattern.exec(text);
				}, `${beginning}(${piece})*${end}`);
			}
		}
	}
});

const offered = [{ name: 'Free', value: 'free' }];
const readings: Record<string, (hostile: string) => unknown> = {
	addressElsewhere,
	answers: (hostile) => answers([{ question_id: hostile, value: hostile, question_type: hostile }], ''),
	calendarDate: (hostile) => calendarDate(hostile, 'UTC'),
	choice: choice(offered),
	choices: choices(offered),
	color,
	coverUrl,
	duration: (hostile) => duration(hostile, { max: 'P7D' }),
	email: (hostile) => email(hostile, ''),
	emailKey,
	'eventIn as ID': (hostile) => eventIn(hostile),
	'eventIn as link': (hostile) => eventIn(hostile, 'link'),
	guestIn,
	id: (hostile) => id(hostile, ''),
	idOf: (hostile) => idOf('guest', hostile),
	idsOf: (hostile) => idsOf('ticket', hostile),
	instant: (hostile) => instant(hostile, 'UTC'),
	isBlank,
	json,
	list,
	numberIn: (hostile) => numberIn(0, 1)(hostile, ''),
	questions: (hostile) => questions([{ label: hostile, question_type: 'text' }], ''),
	slugIn,
	text: (hostile) => text(hostile, ''),
	textIn: (hostile) => textIn(hostile, { max: 200 }),
	timeOfDay: (hostile) => timeOfDay(hostile, 'UTC'),
	whole,
	yesNo,
	zoneName,
};

// A reading may go over a text several times, and make an error of it.
it.each(Object.entries(readings))('%s reads 100 kB of anything in a moment, and says in words what it does not take', (_name, read) => {
	for (const piece of pieces) {
		const middle = piece.repeat(Math.ceil(SIZE / piece.length));
		for (const beginning of beginnings) {
			quickly(500, () => {
				try {
					read(`${beginning}${middle}!`);
				} catch (error) {
					expect(error).toBeInstanceOf(Problem);
				}
			}, `${beginning}(${piece})*!`);
		}
	}
});
