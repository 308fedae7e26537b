const crypto = require('node:crypto');
const bcrypt = require('bcrypt');

const pair = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 }); // finding: 1024 bits

function derive(password, salt) {
  return crypto.pbkdf2Sync(password, salt, 1000, 32, 'sha256'); // finding: 1000 rounds
}

function hash(password) {
  return bcrypt.hashSync(password, 4); // finding: cost is 4
}

module.exports = { pair, derive, hash };
