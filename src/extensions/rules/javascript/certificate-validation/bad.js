const https = require('node:https');

const agent = new https.Agent({
  rejectUnauthorized: false, // finding: 'rejectUnauthorized'
});

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // finding: NODE_TLS_REJECT_UNAUTHORIZED

const lenient = { checkServerIdentity: () => undefined }; // finding: Every name

module.exports = { agent, lenient };
