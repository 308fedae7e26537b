const ejs = require('ejs');
const Handlebars = require('handlebars');
const express = require('express');

const app = express();

app.get('/hello', (req, res) => {
  res.send(ejs.render('<p>Hello ' + req.query.name + '</p>')); // finding: the query string
});

app.post('/preview', (req, res) => {
  const template = Handlebars.compile(req.body.template); // finding: the request body
  res.send(template({}));
});

module.exports = app;
