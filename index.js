// n8n loads the node and the credential through the "n8n" block of package.json; this file only gives npm's "main" something to point to.
module.exports = {};
