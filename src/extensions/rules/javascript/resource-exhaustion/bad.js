const express = require('express');

const app = express();

app.get('/zeros', (req, res) => {
  res.type('text').send(Buffer.alloc(req.query.size)); // finding: the query string
});

module.exports = app;
