const express = require('express');
const actions = require('./actions');

const app = express();

app.get('/run', (req, res) => {
  actions[req.query.action](req, res); // finding: the query string
});

app.get('/plugin', (req, res) => {
  const plugin = require('./plugins/' + req.query.name); // finding: the query string
  res.json(plugin.title);
});

module.exports = app;
