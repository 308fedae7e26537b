const yaml = require('js-yaml');
const express = require('express');

const app = express();

app.post('/profile', (req, res) => {
  res.json(JSON.parse(req.cookies.profile));
});

app.post('/yaml', (req, res) => {
  res.json(yaml.load(req.body.text));
});

module.exports = app;
