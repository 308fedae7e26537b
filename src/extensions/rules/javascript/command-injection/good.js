const childProcess = require('node:child_process');
const { quote } = require('shell-quote');
const express = require('express');

const app = express();

app.get('/ping', (req, res) => {
  childProcess.execFile('ping', ['-c', '1', req.query.host], (error, out) => res.type('text').send(out));
});

app.get('/count', (req, res) => {
  const count = Number(req.query.count);
  childProcess.exec(`seq ${count}`, (error, out) => res.type('text').send(out));
});

app.get('/known', (req, res) => {
  if (!/^[a-z0-9]+$/.test(req.query.name)) {
    res.sendStatus(400);
    return;
  }
  childProcess.exec('id ' + req.query.name, (error, out) => res.type('text').send(out));
});

function version() {
  return childProcess.execSync('git rev-parse HEAD');
}

function quoted(file) {
  return childProcess.execSync('wc -l ' + quote([file]));
}

function spawned(file) {
  return childProcess.spawn('wc', ['-l', file]);
}

function matched(text) {
  return /a(b+)/.exec('prefix ' + text);
}

module.exports = { app, version, quoted, spawned, matched };
