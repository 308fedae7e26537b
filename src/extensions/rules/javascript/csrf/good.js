const csrf = require('csurf');
const express = require('express');
const session = require('express-session');

const app = express();

app.use(session({ secret: process.env.SECRET }));
app.use(csrf());

app.post('/transfer', (req, res) => {
  app.locals.transfer(req.session.user, req.body.to, req.body.amount);
  res.end();
});

module.exports = app;
