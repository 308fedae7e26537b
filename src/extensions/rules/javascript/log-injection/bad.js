const express = require('express');

const app = express();

app.get('/login', (req, res) => {
  console.log('Login of ' + req.query.user); // finding: the query string
  res.end();
});

app.get('/search', (req, res) => {
  console.info(`Searching for ${req.query.term}`); // finding: the query string
  res.end();
});

module.exports = app;
