const OWN = 'https://shop.example';

function pageAfter(address) {
  const next = new URL(address, OWN).searchParams.get('next') ?? '/';
  return next.startsWith('/') ? next : '/';
}

console.log(`Location: ${pageAfter(process.argv[2] ?? '')}`);
