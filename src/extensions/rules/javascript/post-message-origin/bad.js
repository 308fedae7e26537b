window.addEventListener('message', (event) => { // finding: whatever its origin is
  localStorage.setItem('theme', event.data.theme);
});
