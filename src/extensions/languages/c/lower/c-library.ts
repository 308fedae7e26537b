/** Functions of C's library, which C++ has in `std` as well: `std::strcpy` is `strcpy`. */
export const C_LIBRARY: ReadonlySet<string> = new Set(
  (
    'memcpy memmove memset memcmp memchr strcpy strncpy strcat strncat strcmp strncmp strcoll strchr strrchr strstr ' +
    'strlen strtok strspn strcspn strpbrk strerror strxfrm printf fprintf sprintf snprintf vprintf vfprintf vsprintf ' +
    'vsnprintf scanf fscanf sscanf vscanf vfscanf vsscanf puts fputs putchar fputc putc gets fgets getchar fgetc getc ' +
    'ungetc fopen freopen fclose fflush fread fwrite fseek ftell rewind fgetpos fsetpos feof ferror clearerr perror ' +
    'tmpfile tmpnam setbuf setvbuf malloc calloc realloc free abort exit atexit quick_exit _Exit getenv ' +
    'system rand srand atoi atol atoll atof strtol strtoll strtoul strtoull strtof strtod strtold qsort bsearch abs ' +
    'labs llabs div ldiv mblen mbtowc wctomb mbstowcs wcstombs time clock difftime mktime ctime asctime gmtime ' +
    'localtime strftime signal raise setlocale isalpha isdigit isalnum isspace isupper islower isxdigit ispunct ' +
    'isprint iscntrl isgraph tolower toupper wcscpy wcsncpy wcscat wcslen swprintf wprintf longjmp'
  ).split(' '),
);
