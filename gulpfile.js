const { dest, src } = require('gulp');

/** Copies what tsc leaves behind: icons and codex files. */
const assets = () =>
	src(['nodes/**/*.json', 'icons/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));

exports.default = assets;
