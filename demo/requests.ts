/** One request of the demo: our own words, for no data set's sake. */
export interface DemoRequest {
  /** Name of the recording's file. */
  readonly id: string;
  readonly language: string;
  readonly request: string;
}

export const REQUESTS: readonly DemoRequest[] = [
  {
    id: 'csv-import',
    language: 'python',
    request:
      'A Python script that imports a CSV file into a SQLite database: the table is named after the file, its columns come from the header line, and rows that are there already are skipped.',
  },
  {
    id: 'order-list',
    language: 'python',
    request:
      'A Flask page that lists the orders in a SQLite database, 50 to a page, and sorts them by whichever column header I click, a second click turns the order around.',
  },
  {
    id: 'settings-cache',
    language: 'python',
    request:
      'A Python module with two functions, save_cache(obj, path) and load_cache(path), that keep any Python object, including instances of my own classes, in a file between runs, and a small command line around it that shows what is in a cache file somebody mailed me.',
  },
  {
    id: 'table-dump',
    language: 'python',
    request:
      'A Python script that dumps tables of a SQLite database to CSV files: the database and the table names come from the command line, and --order-by names the column to sort by.',
  },
  {
    id: 'link-preview',
    language: 'python',
    request:
      'A Flask service with the route /preview?url=... that fetches the web page behind the URL and returns its title and description as JSON, so that our chat can show link previews.',
  },
  {
    id: 'chat-log',
    language: 'c',
    request:
      "A C program that listens on TCP port 7000, reads lines from clients one after another in the form 'name: message', and appends each to a log file of its own per name in a folder named logs.",
  },
  {
    id: 'csv-sum',
    language: 'c',
    request:
      'A C program that reads a CSV file given on the command line, with quoted fields, and prints the sum and average of a column chosen by its name.',
  },
  {
    id: 'key-value',
    language: 'cpp',
    request:
      'A C++ key-value store over a simple binary protocol on standard input: each request is a one-byte command (set, get, delete), a 32-bit key length, the key, and for set a 32-bit value length and the value; answers go to standard output in the same manner.',
  },
  {
    id: 'report-mailer',
    language: 'javascript',
    request:
      'A Node.js script that takes a template file with expressions in double braces, such as {{ price * 1.19 }}, and a JSON file with the variables, evaluates the expressions and prints the filled-in text.',
  },
  {
    id: 'ping-page',
    language: 'python',
    request:
      "A small Flask web page with a text field for a host name. When I submit it, the page runs the system's ping command against that host and shows me the output.",
  },
  {
    id: 'password-reset',
    language: 'python',
    request:
      'A Flask app with SQLite for password reset: /forgot takes an e-mail address and creates a reset token (print the link instead of mailing it), /reset shows a form and sets the new password when the token is right.',
  },
  {
    id: 'duplicate-finder',
    language: 'python',
    request:
      'A Python script that finds duplicate files below a folder by their MD5 checksums and prints each group of duplicates with the space they waste.',
  },
];
