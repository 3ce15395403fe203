/** A PNG of one pixel, in base64. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The file that the tests' input items have, where a test does not say. */
export const pixelFile = { data: { data: PIXEL, mimeType: 'image/png', fileName: 'pixel.png' } };
