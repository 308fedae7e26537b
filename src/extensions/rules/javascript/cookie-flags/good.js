const express = require('express');
const session = require('express-session');

const app = express();

app.use(session({ secret: process.env.SECRET, cookie: { secure: true, sameSite: 'lax' } }));

app.post('/login', (req, res) => {
  res.cookie('sessionId', req.sessionID, { httpOnly: true, secure: true, sameSite: 'strict' });
  res.end();
});

module.exports = app;
