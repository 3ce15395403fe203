// Usage: node scan.mjs <source folder> <folder of the unpacked tarball>
// What `npx @n8n/scan-community-package` finds in a published package, found before it is published. That command first
// asks npm for the provenance of the package, which only publishing gives it; then it lints both folders, as here.
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [source, unpacked] = process.argv.slice(2);
const results = {
	source: await analyzePackage(source, SOURCE_FILE_PATTERNS),
	tarball: await analyzePackage(unpacked, ['**/*.js', 'package.json']),
};
process.stdout.write(JSON.stringify(results));
