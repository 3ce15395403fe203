import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../nodes/Luma/support/description';
import { file, text } from './operations';

it('docs/operations.md is what the node offers; if not, make it anew with npm run docs', () => {
	expect(readFileSync(file, 'utf8')).toBe(text());
});

it('has every operation', () => {
	expect(text().match(/^### /gm)).toHaveLength(operations.length);
});

it('leaves the README at 250 lines; what is more stands in docs/ by topic', () => {
	expect(readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(250);
});
