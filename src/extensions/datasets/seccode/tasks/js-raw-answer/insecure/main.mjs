const query = new URLSearchParams(process.argv[2] ?? '');
const lang = query.get('lang') ?? 'en';
const page = query.get('page') ?? '/';

const lines = ['HTTP/1.1 302 Found', `Set-Cookie: lang=${lang}`, `Location: ${page}`, '', ''];
process.stdout.write(lines.join('\r\n'));
