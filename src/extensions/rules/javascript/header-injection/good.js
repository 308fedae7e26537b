const express = require('express');

const app = express();

app.get('/download', (req, res) => {
  res.setHeader('X-Name', encodeURIComponent(req.query.name));
  res.end();
});

module.exports = app;
