const jwt = require('jsonwebtoken');
const mysql = require('mysql');

const connection = mysql.createConnection({ host: 'db', user: 'shop', password: 'Tr0ub4dor&3' }); // finding: 'password'
const apiKey = 'k3y-9f8e7d6c5b4a'; // finding: 'apiKey'

function sign(user) {
  return jwt.sign({ user }, 'a-very-quiet-place'); // finding: 'sign'
}

module.exports = { connection, apiKey, sign };

function seed(users) {
  users.push(new User('admin', 'admin')); // finding: The password of the account
}
