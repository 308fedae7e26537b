#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int ping(const char *host)
{
    char command[256];
    snprintf(command, sizeof(command), "ping -c 1 %s", host);
    return system(command); // finding: The parameter 'host'
}

static void fill(char *out, size_t size)
{
    char *name = getenv("REPORT");
    snprintf(out, size, "cat %s", name ? name : "none");
}

void show(void)
{
    char line[512] = "";
    fill(line, sizeof line);
    FILE *pipe = popen(line, "r"); // finding: An environment variable
    if (pipe)
        pclose(pipe);
}

void lookup(void)
{
    char user[64];
    char buffer[200] = "finger ";
    printf("User: ");
    if (fgets(user, sizeof(user), stdin) == NULL)
        return;
    user[strcspn(user, "\n")] = '\0';
    strcat(buffer, user);
    system(buffer); // finding: The standard input
}

void shell(char *argument)
{
    execl("/bin/sh", "sh", "-c", argument, (char *)NULL); // finding: the command line that 'execl'
}

int main(int argc, char **argv)
{
    char cmd[100];
    int count;
    if (argc < 2)
        return 1;
    sprintf(cmd, "ls %s", argv[1]);
    system(cmd); // finding: The command line
    scanf("%99s", cmd);
    system(cmd); // finding: The standard input
    execvp(argv[1], argv + 1); // finding: decides which program 'execvp' starts
    return 0;
}

void list_folder(const char *folder) {
  char line[256];
  for (size_t i = 0; i < strlen(folder); i++) {
    if (folder[i] == ';' || folder[i] == ' ') {
      return;
    }
  }
  snprintf(line, sizeof(line), "ls %s", folder);
  system(line); // finding: becomes part of the command line
}
