const express = require('express');

const app = express();
const OPERATIONS = new Map([['add', (a, b) => a + b]]);

app.get('/sum', (req, res) => {
  const operation = OPERATIONS.get(req.query.operation);
  res.json(operation ? operation(1, 2) : null);
});

app.post('/data', (req, res) => {
  res.json(JSON.parse(req.body.text));
});

function later(callback) {
  setTimeout(callback, 100);
  setTimeout(() => callback(), 200);
}

function constant() {
  return eval('1 + 1');
}

module.exports = { app, later, constant };
