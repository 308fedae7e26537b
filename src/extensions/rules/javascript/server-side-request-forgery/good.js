const axios = require('axios');
const express = require('express');

const app = express();
const HOSTS = ['api.example.com', 'cdn.example.com'];

app.get('/item', async (req, res) => {
  const reply = await axios.get(`https://api.example.com/items/${req.query.id}`);
  res.json(reply.data);
});

app.get('/listed', async (req, res) => {
  const address = new URL(req.query.url);
  if (!HOSTS.includes(address.hostname)) {
    res.sendStatus(400);
    return;
  }
  const reply = await fetch(address);
  res.json(await reply.json());
});

module.exports = app;
