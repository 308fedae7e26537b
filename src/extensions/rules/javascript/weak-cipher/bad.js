const crypto = require('node:crypto');

function old(key, iv) {
  return crypto.createCipheriv('des-ede3-cbc', key, iv); // finding: 'des-ede3-cbc'
}

function blocks(key) {
  return crypto.createCipheriv('aes-256-ecb', key, null); // finding: 'aes-256-ecb'
}

function simple(password) {
  return crypto.createCipher('aes192', password); // finding: 'createCipher'
}

module.exports = { old, blocks, simple };
