const express = require('express');
const User = require('./user-model');

const app = express();

app.post('/login', async (req, res) => {
  const user = await User.findOne({ name: String(req.body.name) });
  res.json(user !== null);
});

app.get('/equal', async (req, res) => {
  res.json(await User.findOne({ name: { $eq: req.query.name } }));
});

app.get('/find', async (req, res) => {
  const { name } = req.query;
  if (typeof name !== 'string') {
    res.sendStatus(400);
    return;
  }
  res.json(await User.findOne({ name }));
});

app.get('/id/:id', async (req, res) => {
  res.json(await User.findOne({ id: req.params.id }));
});

app.get('/list', (req, res) => {
  res.json(app.locals.names.find((name) => name === req.query.name));
});

module.exports = app;
