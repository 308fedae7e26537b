const crypto = require('node:crypto');

function makeToken() {
  return crypto.randomBytes(16).toString('hex');
}

function pick(colors) {
  return colors[Math.floor(Math.random() * colors.length)];
}

function wait(attempt) {
  const delay = Math.random() * 100 * attempt;
  return delay;
}

module.exports = { makeToken, pick, wait };
