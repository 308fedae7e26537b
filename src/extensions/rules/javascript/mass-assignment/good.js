const express = require('express');
const User = require('./user-model');

const app = express();

app.post('/users', async (req, res) => {
  const { name, mail } = req.body;
  res.json(await User.create({ name, mail }));
});

app.put('/users/:id', async (req, res) => {
  await User.findByIdAndUpdate(req.params.id, { name: req.body.name });
  res.end();
});

module.exports = app;
