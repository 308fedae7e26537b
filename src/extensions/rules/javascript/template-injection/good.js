const ejs = require('ejs');
const Handlebars = require('handlebars');
const express = require('express');

const app = express();
const card = Handlebars.compile('<p>{{name}}</p>');

app.get('/hello', (req, res) => {
  res.send(ejs.render('<p>Hello <%= name %></p>', { name: req.query.name }));
});

app.get('/card', (req, res) => {
  res.send(card({ name: req.query.name }));
});

module.exports = app;
