const express = require('express');

const app = express();

app.get('/search', (req, res) => {
  const pattern = new RegExp(req.query.term, 'i'); // finding: the query string
  res.json(app.locals.names.filter((name) => pattern.test(name)));
});

module.exports = app;
