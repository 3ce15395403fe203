import { readFileSync } from 'node:fs';
import { operations } from '../nodes/Luma/support/description';
import { file, text } from './operations';

it('docs/operations.md is what the node offers; if not, make it anew with npm run docs', () => {
	expect(readFileSync(file, 'utf8')).toBe(text());
});

it('has every operation', () => {
	expect(text().match(/^### /gm)).toHaveLength(operations.length);
});
