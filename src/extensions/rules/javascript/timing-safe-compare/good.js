const crypto = require('node:crypto');
const express = require('express');

const app = express();

app.post('/hook', (req, res) => {
  const expected = crypto.createHmac('sha256', process.env.HOOK).update(req.rawBody).digest();
  const given = Buffer.from(req.headers['x-signature'], 'hex');
  if (given.length === expected.length && crypto.timingSafeEqual(given, expected)) res.end();
  else res.sendStatus(401);
});

function isSame(password, confirmPassword) {
  return password === confirmPassword;
}

function isIdentifier(token) {
  return token === 'identifier';
}

module.exports = { app, isSame, isIdentifier };
