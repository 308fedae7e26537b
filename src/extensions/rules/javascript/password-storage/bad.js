const express = require('express');
const User = require('./user-model');

const app = express();

app.post('/register', async (req, res) => {
  await User.create({ name: req.body.name, password: req.body.password }); // finding: 'password'
  res.end();
});

module.exports = app;
