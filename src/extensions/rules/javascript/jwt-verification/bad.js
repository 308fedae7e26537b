const jwt = require('jsonwebtoken');

function claims(token) {
  return jwt.decode(token); // finding: without a check
}

function check(token, key) {
  return jwt.verify(token, key, { algorithms: ['HS256', 'none'] }); // finding: 'none'
}

function old(token, key) {
  return jwt.verify(token, key, { ignoreExpiration: true }); // finding: expired
}

module.exports = { claims, check, old };
