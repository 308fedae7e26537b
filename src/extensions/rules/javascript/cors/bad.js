const cors = require('cors');
const express = require('express');

const app = express();

app.use(cors({ origin: true, credentials: true })); // finding: with cookies

app.get('/data', (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin); // finding: a request header
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  res.json({});
});

module.exports = app;
