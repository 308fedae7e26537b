const cors = require('cors');
const express = require('express');

const app = express();
const ORIGINS = ['https://app.example'];

app.use(cors({ origin: ORIGINS, credentials: true }));

app.get('/data', (req, res) => {
  if (ORIGINS.includes(req.headers.origin)) res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
  res.json({});
});

module.exports = app;
