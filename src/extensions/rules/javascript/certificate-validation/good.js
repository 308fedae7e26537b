const fs = require('node:fs');
const https = require('node:https');

const agent = new https.Agent({ rejectUnauthorized: true, ca: fs.readFileSync('ca.pem') });

module.exports = { agent };
