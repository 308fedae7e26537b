const axios = require('axios');
const http = require('node:http');
const express = require('express');

const app = express();

app.get('/fetch', async (req, res) => {
  const reply = await axios.get(req.query.url); // finding: the query string
  res.json(reply.data);
});

app.post('/hook', async (req, res) => {
  await fetch(`http://${req.body.host}/notify`); // finding: the request body
  res.end();
});

app.get('/raw', (req, res) => {
  http.get(req.query.url, (reply) => reply.pipe(res)); // finding: the query string
});

app.get('/options', async (req, res) => {
  const reply = await axios({ method: 'get', url: req.query.url }); // finding: the query string
  res.json(reply.data);
});

module.exports = app;
