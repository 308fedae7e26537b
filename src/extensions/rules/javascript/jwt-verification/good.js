const jwt = require('jsonwebtoken');

function check(token, key) {
  return jwt.verify(token, key, { algorithms: ['HS256'] });
}

function keyed(token, keys) {
  const { header } = jwt.decode(token, { complete: true });
  return jwt.verify(token, keys.get(header.kid), { algorithms: ['RS256'] });
}

module.exports = { check, keyed };
