import { readFileSync } from 'node:fs';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text) {
  return text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter]);
}

/** JSON may spell any letter by its number; a script must not hold these. */
function toScript(value) {
  return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const state = JSON.parse(readFileSync(0, 'utf8'));
console.log(`<!DOCTYPE html>
<h1>${escapeHtml(String(state.title))}</h1>
<script>window.state = ${toScript(state)};</script>`);
