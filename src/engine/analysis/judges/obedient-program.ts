const OBEDIENT =
  /^(?:.*\/)?(?:git|hg|svn|curl|wget|tar|zip|unzip|7z|find|rsync|scp|ssh|sed|awk|ffmpeg|convert|magick|psql|mysql|mysqldump|pg_dump|sqlite3|docker|kubectl|helm|npm|pip|go|man|less|vim|sort|nmap|tcpdump|gcc|make)$/;

/** Whether an option makes a program write files, fetch from elsewhere or start other programs. */
export function isObedientProgram(path: string): boolean {
  return OBEDIENT.test(path);
}
