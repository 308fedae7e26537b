const serialize = require('node-serialize');
const yaml = require('js-yaml');
const express = require('express');

const app = express();

app.post('/profile', (req, res) => {
  res.json(serialize.unserialize(req.cookies.profile)); // finding: a cookie
});

app.post('/yaml', (req, res) => {
  res.json(yaml.load(req.body.text, { schema: yaml.DEFAULT_FULL_SCHEMA })); // finding: the request body
});

module.exports = app;
