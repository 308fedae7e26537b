const express = require('express');
const { requireAdmin } = require('./access');

const app = express();

app.delete('/admin/users/:id', requireAdmin, async (req, res) => {
  await app.locals.db.query('DELETE FROM users WHERE id = ?', [req.params.id]);
  res.end();
});

app.delete('/admin/notes/:id', async (req, res) => {
  if (!req.session.isAdmin) {
    res.sendStatus(403);
    return;
  }
  await app.locals.db.query('DELETE FROM notes WHERE id = ?', [req.params.id]);
  res.end();
});

app.get('/articles', (req, res) => res.json([]));

module.exports = app;
