const jwt = require('jsonwebtoken');
const mysql = require('mysql');

const connection = mysql.createConnection({ host: 'db', user: 'shop', password: process.env.DB_PASSWORD });
const passwordField = 'Tr0ub4dor&3';
const password = '';
const tokenName = 'access_token';

function sign(user) {
  return jwt.sign({ user }, process.env.JWT_KEY);
}

module.exports = { connection, passwordField, password, tokenName, sign };

function grant(users, role) {
  users.push(new User('admin', role), new Role('admin', 'admin'));
}
