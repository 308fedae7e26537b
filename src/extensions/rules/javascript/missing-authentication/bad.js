const express = require('express');

const app = express();

app.delete('/admin/users/:id', async (req, res) => { // finding: '/admin/users/:id'
  await app.locals.db.query('DELETE FROM users WHERE id = ?', [req.params.id]);
  res.end();
});

module.exports = app;
