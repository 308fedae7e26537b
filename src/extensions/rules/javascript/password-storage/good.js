const bcrypt = require('bcrypt');
const express = require('express');
const User = require('./user-model');

const app = express();

app.post('/register', async (req, res) => {
  await User.create({ name: req.body.name, password: await bcrypt.hash(req.body.password, 12) });
  res.end();
});

module.exports = app;
