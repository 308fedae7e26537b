const express = require('express');

const app = express();

app.get('/data', (req, res) => {
  try {
    res.json(app.locals.load());
  } catch (error) {
    res.status(500).send(error.stack); // finding: the stack trace
  }
});

app.get('/other', (req, res) => {
  app.locals.load((err, data) => {
    if (err) res.status(500).send(err); // finding: 'err'
    else res.json(data);
  });
});

module.exports = app;
