import { Problem } from './problem';

/** What files of a kind begin with, as text of single bytes. */
const KINDS: Array<[begins: RegExp, name: string, type?: string]> = [
	[/^\xff\xd8\xff/, 'JPEG', 'image/jpeg'],
	[/^\x89PNG\r\n/, 'PNG', 'image/png'],
	[/^GIF8/, 'GIF'],
	[/^RIFF[^]{4}WEBP/, 'WebP'],
	[/^[^]{4}ftyp(?:hei|mif)/, 'HEIC'],
	[/^[^]{4}ftypavif/, 'AVIF'],
	[/^II\*/, 'TIFF'],
	[/^BM/, 'BMP'],
	[/^%PDF/, 'PDF'],
	[/^\s{0,8}<(?:\?xml|svg)/i, 'SVG'],
];

/** So many bytes tell what a file is. */
export const HEAD = 16;

/**
 * The content type of an image that Luma takes, told by its first bytes: a name says nothing of what is in a file.
 * @throws Problem that names what it is instead, where that is known
 */
export function imageType(head: Uint8Array): string {
	const text = [...head.slice(0, HEAD)].map((byte) => String.fromCharCode(byte)).join('');
	const [, name, type] = KINDS.find(([begins]) => begins.test(text)) ?? [];
	if (type !== undefined) return type;
	throw new Problem(name === undefined ? 'the file is not a JPEG or PNG image' : `the file is a ${name} file, not a JPEG or PNG image`, 'Luma accepts only JPEG and PNG images, and the content of the file counts, not its name. Convert the file first.');
}
