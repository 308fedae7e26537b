const crypto = require('node:crypto');

function store(password, salt) {
  return crypto.scryptSync(password, salt, 64);
}

function sign(document) {
  return crypto.createHash('sha256').update(document).digest('hex');
}

module.exports = { store, sign };
