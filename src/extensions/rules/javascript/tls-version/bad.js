const tls = require('node:tls');

const server = tls.createServer({
  minVersion: 'TLSv1', // finding: 'TLSv1'
});

const old = { secureProtocol: 'SSLv3_method' }; // finding: 'SSLv3_method'

module.exports = { server, old };
