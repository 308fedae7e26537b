const ldap = require('ldapjs');
const express = require('express');

const app = express();
const client = ldap.createClient({ url: 'ldaps://directory.example' });

app.post('/login', (req, res) => {
  client.search('ou=people,dc=example', { filter: `(uid=${req.body.user})`, scope: 'sub' }, () => res.end()); // finding: the request body
});

module.exports = app;
