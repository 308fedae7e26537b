const express = require('express');

const app = express();

app.get('/go', (req, res) => {
  res.redirect(req.query.url); // finding: the query string
});

app.get('/login', (req, res) => {
  const next = req.query.next || '/';
  res.redirect(302, next); // finding: the query string
});

function leave() {
  const parameters = new URLSearchParams(location.search);
  window.location.href = parameters.get('to'); // finding: the query of the address
}

module.exports = { app, leave };
