const crypto = require('node:crypto');

function store(password) {
  return crypto.createHash('sha256').update(password).digest('hex'); // finding: 'password'
}

function sign(document, secretText) {
  return crypto.createHash('md5').update(document + secretText).digest('hex'); // finding: MD5
}

module.exports = { store, sign };
