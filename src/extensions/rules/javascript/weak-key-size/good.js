const crypto = require('node:crypto');
const bcrypt = require('bcrypt');

const pair = crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });

function derive(password, salt) {
  return crypto.pbkdf2Sync(password, salt, 310000, 32, 'sha256');
}

function hash(password) {
  return bcrypt.hashSync(password, 12);
}

module.exports = { pair, derive, hash };
