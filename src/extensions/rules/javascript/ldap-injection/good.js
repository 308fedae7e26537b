const ldap = require('ldapjs');
const express = require('express');

const app = express();
const client = ldap.createClient({ url: 'ldaps://directory.example' });

app.post('/login', (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: 'uid', value: req.body.user });
  client.search('ou=people,dc=example', { filter, scope: 'sub' }, () => res.end());
});

function search(text) {
  return text.search('needle');
}

module.exports = { app, search };
