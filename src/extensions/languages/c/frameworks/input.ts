import type { CallFact } from '#engine/analysis/facts.ts';
import type { Fill, Framework } from '#engine/analysis/framework.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';

const MANY = [1, 2, 3, 4, 5, 6, 7, 8];
/** What a web server hands to a program. */
const REQUEST =
  /^(?:QUERY_STRING|PATH_INFO|PATH_TRANSLATED|REQUEST_URI|CONTENT_TYPE|CONTENT_LENGTH|REMOTE_\w+|HTTP_\w+|SCRIPT_NAME)$/;
/** Names that descriptors of connections have. */
const CONNECTION = /^(?:.*(?:sock|client|conn|peer|remote).*|s|sd|sfd|cfd|fd_in|ns|newfd|connfd|clientfd)$/i;

function isStandardInput(position: number): (call: CallFact) => boolean {
  return (call) => {
    const given = call.arguments[position]?.argument.value;
    return given?.kind === 'name' && (given.name === 'stdin' || given.name === 'STDIN_FILENO');
  };
}

function isDescriptor(number: number): (call: CallFact) => boolean {
  return (call) => call.argument(0)?.constant?.value === number || isStandardInput(0)(call);
}

function isConnection(call: CallFact): boolean {
  return CONNECTION.test(lastName(call.arguments[0]?.argument.value));
}

const STDIN: Pick<Fill, 'kind' | 'what'> = { kind: 'local', what: 'the standard input' };
const FILE: Pick<Fill, 'kind' | 'what'> = { kind: 'file', what: 'a file' };
const NETWORK: Pick<Fill, 'kind' | 'what'> = { kind: 'remote', what: 'a network connection' };

/** Where data comes into a program of C. */
export const INPUT: Framework = {
  name: 'input',
  // How much was read, or whether anything was.
  operations: Object.fromEntries(
    'scanf sscanf fscanf read recv recvfrom fread getline getdelim SSL_read BIO_read'
      .split(' ')
      .map((name) => [name, 'fresh'] as const),
  ),
  sources: [
    { value: 'main.argv', kind: 'local', what: 'the command line' },
    { value: 'main.envp', kind: 'environment', what: 'the environment' },
    ...['getenv()', 'secure_getenv()', '_wgetenv()', 'g_getenv()', 'std.getenv()'].flatMap((value) => [
      {
        value,
        kind: 'remote' as const,
        what: 'the request',
        when: (call: CallFact) => REQUEST.test(String(call.argument(0)?.constant?.value ?? '')),
      },
      { value, kind: 'environment' as const, what: 'an environment variable' },
    ]),
    { value: 'getchar()', kind: 'local', what: 'the standard input' },
    { value: 'readline()', kind: 'local', what: 'the standard input' },
    { value: 'gets()', kind: 'local', what: 'the standard input' },
    { value: 'fgets()', kind: 'local', what: 'the standard input', when: isStandardInput(2) },
    { value: 'fgets()', kind: 'file', what: 'a file' },
    { value: 'GetCommandLineA()', kind: 'local', what: 'the command line' },
    { value: 'GetCommandLine()', kind: 'local', what: 'the command line' },
    { value: 'optarg', kind: 'local', what: 'the command line' },
    // CGI libraries.
    { value: 'cgiFormString()', kind: 'remote', what: 'the request' },
    { value: 'FCGX_GetParam()', kind: 'remote', what: 'the request' },
    { value: 'mg_get_http_var()', kind: 'remote', what: 'the request' },
  ],
  fills: [
    { callee: 'gets', to: [0], how: 'source', ...STDIN },
    { callee: 'gets_s', to: [0], how: 'source', ...STDIN },
    { callee: 'fgets', to: [0], how: 'source', ...STDIN, when: isStandardInput(2) },
    { callee: 'fgets', to: [0], how: 'source', ...FILE, when: (call) => !isStandardInput(2)(call) },
    { callee: 'fgetws', to: [0], how: 'source', ...STDIN, when: isStandardInput(2) },
    { callee: 'fread', to: [0], how: 'source', ...STDIN, when: isStandardInput(3) },
    { callee: 'fread', to: [0], how: 'source', ...FILE, when: (call) => !isStandardInput(3)(call) },
    { callee: 'getline', to: [0], how: 'source', ...STDIN, when: isStandardInput(2) },
    { callee: 'getline', to: [0], how: 'source', ...FILE, when: (call) => !isStandardInput(2)(call) },
    { callee: 'getdelim', to: [0], how: 'source', ...FILE },
    { callee: 'scanf', to: MANY, how: 'scan', from: 0, ...STDIN },
    { callee: 'scanf_s', to: MANY, how: 'scan', from: 0, ...STDIN },
    { callee: 'wscanf', to: MANY, how: 'scan', from: 0, ...STDIN },
    { callee: 'fscanf', to: MANY.map((one) => one + 1), how: 'scan', from: 1, ...STDIN, when: isStandardInput(0) },
    {
      callee: 'fscanf',
      to: MANY.map((one) => one + 1),
      how: 'scan',
      from: 1,
      ...FILE,
      when: (call) => !isStandardInput(0)(call),
    },
    ...['read', '_read', 'readv'].flatMap((callee): Fill[] => [
      { callee, to: [1], how: 'source', ...STDIN, when: isDescriptor(0) },
      { callee, to: [1], how: 'source', ...NETWORK, when: isConnection },
      { callee, to: [1], how: 'source', ...FILE, when: (call) => !isDescriptor(0)(call) && !isConnection(call) },
    ]),
    ...['recv', 'recvfrom', 'SSL_read', 'BIO_read', 'tls_read', 'WSARecv', 'gnutls_record_recv'].map(
      (callee): Fill => ({ callee, to: [1], how: 'source', ...NETWORK }),
    ),
    { callee: 'mg_get_var', to: [2], how: 'source', kind: 'remote', what: 'the request' },
    { callee: 'cgiFormString', to: [1], how: 'source', kind: 'remote', what: 'the request' },
    ...['GetEnvironmentVariableA', 'GetEnvironmentVariable'].map(
      (callee): Fill => ({ callee, to: [1], how: 'source', kind: 'environment', what: 'an environment variable' }),
    ),
    ...['GetWindowTextA', 'GetWindowText', 'GetDlgItemTextA', 'GetDlgItemText'].map(
      (callee): Fill => ({ callee, to: [callee.includes('Dlg') ? 2 : 1], how: 'source', ...STDIN }),
    ),
  ],
};
