const { n8n } = require('./package.json');

// n8n itself reads the "n8n" block of package.json; this gives the same classes to whoever requires the package by its name.
module.exports = Object.assign({}, ...[...n8n.nodes, ...n8n.credentials].map((path) => require(`./${path}`)));
