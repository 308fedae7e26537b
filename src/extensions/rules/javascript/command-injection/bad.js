const childProcess = require('node:child_process');
const { promisify } = require('node:util');
const express = require('express');

const run = promisify(childProcess.exec);
const app = express();

app.get('/ping', (req, res) => {
  childProcess.exec('ping -c 1 ' + req.query.host, (error, out) => res.type('text').send(out)); // finding: the query string
});

app.post('/convert', async (req, res) => {
  const { name } = req.body;
  await run(`convert "${name}" out.png`); // finding: the request body
  res.end();
});

function archive(folder) {
  childProcess.execSync(`tar -czf backup.tgz ${folder}`); // finding: the parameter 'folder'
}

function list(folder) {
  return childProcess.spawn('ls -l ' + folder, { shell: true }); // finding: the parameter 'folder'
}

function inShell(file) {
  return childProcess.spawn('sh', ['-c', 'wc -l ' + file]); // finding: the parameter 'file'
}

function clone(shell, url) {
  return shell.runCommand(`git clone ${url}`); // finding: 'runCommand'
}

module.exports = { app, archive, list, inShell, clone };
