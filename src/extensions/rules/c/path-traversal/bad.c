#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

FILE *load(const char *name)
{
    char path[256];
    snprintf(path, sizeof(path), "/srv/files/%s", name);
    return fopen(path, "r"); // finding: The parameter 'name'
}

void serve(int client)
{
    char request[256], path[512] = "/var/www/";
    ssize_t n = recv(client, request, sizeof(request) - 1, 0);
    request[n] = '\0';
    strncat(path, request, sizeof(path) - strlen(path) - 1);
    int fd = open(path, O_RDONLY); // finding: A network connection
    close(fd);
}

int main(int argc, char **argv)
{
    char path[200] = "data/";
    char name[50];
    strcat(path, argv[1]);
    unlink(path); // finding: The command line
    scanf("%49s", name);
    sprintf(path, "uploads/%s", name);
    FILE *f = fopen(path, "w"); // finding: The standard input
    return f == NULL;
}

void save_item(struct store *store, const char *name, const char *text) {
  char *path = concat_path_file(store->folder, name);
  save_text_file(path, text); // finding: put below a folder
  free(path);
}

int delete_item(struct store *store, const char *name) {
  char *path = concat_path_file(store->folder, name);
  return unlink(path); // finding: put below a folder
}

void show(void)
{
    char path[200];
    printf("Which report? ");
    if (fgets(path, sizeof(path), stdin) == NULL)
        return;
    path[strcspn(path, "\n")] = '\0';
    FILE *report = fopen(path, "r"); // finding: read from the standard input
    if (report != NULL)
        fclose(report);
}
