import { writeFileSync } from 'node:fs';
import { file, text } from './operations';

writeFileSync(file, text());
process.stdout.write(`${file} written\n`);
