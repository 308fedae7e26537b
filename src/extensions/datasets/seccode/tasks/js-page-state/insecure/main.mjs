import { readFileSync } from 'node:fs';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text) {
  return text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter]);
}

const state = JSON.parse(readFileSync(0, 'utf8'));
console.log(`<!DOCTYPE html>
<h1>${escapeHtml(String(state.title))}</h1>
<script>window.state = ${JSON.stringify(state)};</script>`);
