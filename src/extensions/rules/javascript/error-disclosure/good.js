const express = require('express');

const app = express();

app.get('/data', (req, res) => {
  try {
    res.json(app.locals.load());
  } catch (error) {
    console.error(error);
    res.status(500).send('Something went wrong.');
  }
});

module.exports = app;
