const express = require('express');
const User = require('./user-model');

const app = express();

app.post('/users', async (req, res) => {
  const user = await User.create(req.body); // finding: 'create'
  res.json(user);
});

app.put('/users/:id', async (req, res) => {
  await User.findByIdAndUpdate(req.params.id, req.body); // finding: 'findByIdAndUpdate'
  res.end();
});

module.exports = app;
