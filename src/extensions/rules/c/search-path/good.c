#include <dlfcn.h>
#include <stdlib.h>

void start(void)
{
    void *library = dlopen("/usr/lib/tool/plugin.so", RTLD_NOW);
    void *system_library = dlopen("libm.so.6", RTLD_NOW);
    setenv("PATH", "/usr/bin:/bin", 1);
    setenv("TOOL_MODE", ".", 1);
}

void named(void)
{
    char entry[200] = "NAME=";
    if (fgets(entry + 5, 190, stdin) != NULL)
        putenv(entry);
    setenv("PATH", getenv("SAFE_PATH"), 1);
}
