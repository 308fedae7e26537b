const crypto = require('node:crypto');
const express = require('express');

const app = express();

app.post('/hook', (req, res) => {
  const expectedSignature = crypto.createHmac('sha256', process.env.HOOK).update(req.rawBody).digest('hex');
  if (req.headers['x-signature'] === expectedSignature) res.end(); // finding: compared in variable time
  else res.sendStatus(401);
});

module.exports = app;
