const express = require('express');

const app = express();
const TARGETS = { home: '/', shop: '/shop' };
const ALLOWED = ['/', '/shop', '/help'];

app.get('/go', (req, res) => {
  res.redirect(TARGETS[req.query.to] || '/');
});

app.get('/listed', (req, res) => {
  if (ALLOWED.includes(req.query.url)) {
    res.redirect(req.query.url);
    return;
  }
  res.redirect('/');
});

app.get('/item', (req, res) => {
  res.redirect('/items/' + req.query.id);
});

app.get('/other', (req, res) => {
  res.redirect('https://shop.example/items?id=' + req.query.id);
});

function reload() {
  window.location.href = window.location.pathname + '?page=2';
}

module.exports = { app, reload };
