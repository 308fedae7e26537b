const crypto = require('node:crypto');

function encrypt(key, text) {
  const iv = crypto.randomBytes(16);
  return Buffer.concat([iv, crypto.createCipheriv('aes-256-cbc', key, iv).update(text)]);
}

function read(key, message) {
  return crypto.createDecipheriv('aes-256-cbc', key, message.subarray(0, 16)).update(message.subarray(16));
}

module.exports = { encrypt, read };
