const OWN = 'https://shop.example';

function pageAfter(address) {
  const next = new URL(address, OWN).searchParams.get('next') ?? '/';
  try {
    const { origin, pathname, search, hash } = new URL(next, OWN);
    const page = `${pathname}${search}${hash}`;
    return origin === OWN && !page.startsWith('//') ? page : '/';
  } catch {
    return '/';
  }
}

console.log(`Location: ${pageAfter(process.argv[2] ?? '')}`);
