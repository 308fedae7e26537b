const express = require('express');
const session = require('express-session');

const app = express();

app.use(session({ secret: process.env.SECRET, cookie: { secure: false } })); // finding: without secure

app.post('/login', (req, res) => {
  res.cookie('sessionId', req.sessionID); // finding: 'sessionId'
  res.cookie('token', req.body.token, { httpOnly: false, secure: false }); // finding: 'token'
  res.cookie('login', req.body.token, { httpOnly: false, secure: true }); // finding: without httpOnly.
  res.end();
});

module.exports = app;
