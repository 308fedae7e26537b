const express = require('express');

const app = express();

app.get('/login', (req, res) => {
  console.log('Login of ' + JSON.stringify(req.query.user));
  res.end();
});

app.get('/all', (req, res) => {
  console.log(req.query);
  console.log('started', { query: req.query });
  res.end();
});

app.get('/page', (req, res) => {
  console.log('Page ' + Number(req.query.page));
  res.end();
});

module.exports = app;
