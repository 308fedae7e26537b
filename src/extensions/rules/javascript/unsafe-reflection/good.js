const express = require('express');

const app = express();
const ACTIONS = new Map([['list', (req, res) => res.json([])]]);

app.get('/run', (req, res) => {
  const action = ACTIONS.get(req.query.action);
  if (action === undefined) res.sendStatus(404);
  else action(req, res);
});

function call(target, name) {
  return target[name]();
}

module.exports = { app, call };
