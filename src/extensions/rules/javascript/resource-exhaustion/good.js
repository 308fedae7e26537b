const express = require('express');

const app = express();

app.get('/zeros', (req, res) => {
  res.type('text').send(Buffer.alloc(Math.min(Number(req.query.size), 1000)));
});

module.exports = app;
