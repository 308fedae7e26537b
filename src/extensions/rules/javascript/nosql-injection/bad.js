const express = require('express');
const User = require('./user-model');

const app = express();

app.post('/login', async (req, res) => {
  const user = await User.findOne({ name: req.body.name, password: req.body.password }); // finding: the request body
  res.json(user !== null);
});

app.get('/find', async (req, res) => {
  const { name } = req.query;
  res.json(await app.locals.db.collection('users').findOne({ name })); // finding: the query string
});

app.get('/where', async (req, res) => {
  res.json(await User.find({ $where: `this.age > ${req.query.age}` })); // finding: the query string
});

module.exports = app;
