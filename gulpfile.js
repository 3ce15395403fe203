const { rm } = require('node:fs/promises');
const { dest, series, src } = require('gulp');

/** What n8n reads beside the code, where it looks for it: icons, codex files and output schemas, byte for byte as they are here. */
const assets = () => src(['nodes/**/*.json', 'icons/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));

/** n8n-node build takes every picture for an icon, those of docs/ too. */
const withoutPictures = async () => await rm('dist/docs', { recursive: true, force: true });

exports.default = series(assets, withoutPictures);
