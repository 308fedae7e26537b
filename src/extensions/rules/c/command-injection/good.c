#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TOOL "/usr/bin/uptime"

void fixed(void)
{
    system("ls -l");
    system(TOOL " -p");
}

int listed(const char *name)
{
    char command[64];
    if (strcmp(name, "start") != 0 && strcmp(name, "stop") != 0)
        return -1;
    snprintf(command, sizeof(command), "service web %s", name);
    return system(command);
}

int direct(const char *host)
{
    char *const arguments[] = { "ping", "-c", "1", (char *)host, NULL };
    return execv("/bin/ping", arguments);
}

void number(void)
{
    char command[64];
    int count = 0;
    if (scanf("%d", &count) != 1)
        return;
    snprintf(command, sizeof(command), "head -n %d log.txt", count);
    system(command);
    sprintf(command, "kill %d", atoi(getenv("PID")));
    system(command);
}

static int is_valid_host(const char *host)
{
    for (const char *p = host; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '.')
            return 0;
    return 1;
}

int checked(char *host)
{
    char command[128];
    if (!is_valid_host(host))
        return -1;
    snprintf(command, sizeof(command), "ping %s", host);
    return system(command);
}

int inline_check(const char *input)
{
    char command[128];
    for (size_t i = 0; input[i] != '\0'; i++) {
        if (!isalnum((unsigned char)input[i])) {
            return -1;
        }
    }
    snprintf(command, sizeof(command), "id %s", input);
    return system(command);
}

int spanned(const char *input)
{
    char command[128];
    if (strspn(input, "abcdefghijklmnopqrstuvwxyz") != strlen(input))
        return -1;
    snprintf(command, sizeof(command), "id %s", input);
    return system(command);
}

int chosen(int argc, char **argv)
{
    const char *action = "status";
    if (argc > 1 && strcmp(argv[1], "restart") == 0)
        action = "restart";
    char command[64];
    snprintf(command, sizeof command, "service web %s", action);
    return system(command);
}

void list_folder(const char *folder) {
  char line[256];
  for (size_t i = 0; i < strlen(folder); i++) {
    if (folder[i] == ';' || folder[i] == '|' || folder[i] == '&' || folder[i] == '`' || folder[i] == '$') {
      return;
    }
  }
  snprintf(line, sizeof(line), "ls %s", folder);
  system(line);
}
