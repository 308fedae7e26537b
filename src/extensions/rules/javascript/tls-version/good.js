const tls = require('node:tls');

const server = tls.createServer({ minVersion: 'TLSv1.2' });

module.exports = { server };
