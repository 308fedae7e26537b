#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BASE "/srv/files/"

FILE *resolved(const char *name)
{
    char path[PATH_MAX], real[PATH_MAX];
    snprintf(path, sizeof(path), "%s%s", BASE, name);
    if (realpath(path, real) == NULL)
        return NULL;
    if (strncmp(real, BASE, strlen(BASE)) != 0)
        return NULL;
    return fopen(real, "r");
}

FILE *refused(const char *name)
{
    char path[256];
    if (strstr(name, "..") != NULL || strchr(name, '/') != NULL)
        return NULL;
    snprintf(path, sizeof(path), "/srv/files/%s", name);
    return fopen(path, "r");
}

FILE *listed(const char *name)
{
    char path[256];
    if (strcmp(name, "a.txt") != 0 && strcmp(name, "b.txt") != 0)
        return NULL;
    sprintf(path, "/srv/files/%s", name);
    return fopen(path, "r");
}

FILE *numbered(int id)
{
    char path[64];
    sprintf(path, "/srv/files/%d.txt", id);
    return fopen(path, "r");
}

FILE *given(const char *path)
{
    return fopen(path, "r");
}

int main(int argc, char **argv)
{
    FILE *in = fopen(argv[1], "r");
    return in == NULL;
}

FILE *open_below(const char *name) {
  char path[256];
  for (size_t i = 0; i < strlen(name); i++) {
    if (name[i] == '.' && name[i + 1] == '.') {
      return NULL;
    }
  }
  snprintf(path, sizeof(path), "/srv/pages/%s", name);
  return fopen(path, "r");
}

void save_item(struct store *store, const char *name, const char *text) {
  if (!is_good_file_name(name)) {
    error_and_die("not a name");
  }
  char *path = concat_path_file(store->folder, name);
  save_text_file(path, text);
  free(path);
}

int delete_own_item(struct store *store) {
  char *path = concat_path_file(store->folder, "item");
  return unlink(path);
}

/* Whoever calls this names the whole path. */
void save_report(const char *path, const char *text) {
  save_text_file(path, text);
}

void show(void)
{
    char path[200];
    if (fgets(path, sizeof(path), stdin) == NULL)
        return;
    path[strcspn(path, "\n")] = '\0';
    if (strcmp(path, "daily.txt") != 0 && strcmp(path, "weekly.txt") != 0)
        return;
    FILE *report = fopen(path, "r");
    if (report != NULL)
        fclose(report);
}
