const crypto = require('node:crypto');

function encrypt(key, text) {
  const cipher = crypto.createCipheriv('aes-256-cbc', key, '1234567890123456'); // finding: the same for every message
  return cipher.update(text);
}

function zeros(key, text) {
  return crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16)).update(text); // finding: the same for every message
}

module.exports = { encrypt, zeros };
