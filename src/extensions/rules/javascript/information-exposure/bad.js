const express = require('express');

const app = express();

function signIn(user, password) {
  console.log('sign in ' + user + ' ' + password); // finding: 'password'
  return user.check(password);
}

app.get('/debug', (req, res) => {
  res.json(process.env); // finding: the whole environment
});

module.exports = { app, signIn };
