const { execFile, spawn } = require('node:child_process');
const express = require('express');

const app = express();

app.get('/clone', (req, res) => {
  execFile('git', ['clone', '--', req.query.url], () => res.end());
});

app.get('/pack', (req, res) => {
  const child = spawn('tar', ['-cf', 'out.tar', `./${req.query.name}`]);
  child.on('exit', () => res.end());
});

app.get('/say', (req, res) => {
  execFile('echo', [req.query.text], () => res.end());
});

module.exports = app;
