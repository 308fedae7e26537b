window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example') return;
  localStorage.setItem('theme', event.data.theme);
});

const worker = new Worker('worker.js');
worker.addEventListener('message', (event) => {
  localStorage.setItem('result', event.data);
});

window.addEventListener('click', (event) => {
  localStorage.setItem('clicked', event.data);
});
