#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

void start(void)
{
    void *library = dlopen("./plugin.so", RTLD_NOW); // finding: is looked for
    putenv("PATH=.:/usr/bin"); // finding: names the current folder
    setenv("LD_LIBRARY_PATH", ".", 1); // finding: names the current folder
    HMODULE module = LoadLibraryA("helper.dll"); // finding: is looked for
}

void look_in(void)
{
    char entry[200] = "PATH=";
    if (fgets(entry + 5, 190, stdin) != NULL)
        putenv(entry); // finding: decides what 'PATH' holds
}
