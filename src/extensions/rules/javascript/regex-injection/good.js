const escapeStringRegexp = require('escape-string-regexp');
const express = require('express');

const app = express();

app.get('/search', (req, res) => {
  const pattern = new RegExp(escapeStringRegexp(req.query.term), 'i');
  res.json(app.locals.names.filter((name) => pattern.test(name)));
});

module.exports = app;
