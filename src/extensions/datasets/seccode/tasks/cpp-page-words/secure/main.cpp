#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

static bool run_wc(const char *name, std::string &output)
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        close(ends[0]);
        execlp("wc", "wc", "-w", "--", name, static_cast<char *>(nullptr));
        _exit(127);
    }
    close(ends[1]);
    char buffer[256];
    for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) > 0;)
        output.append(buffer, static_cast<std::size_t>(count));
    close(ends[0]);
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(int argc, char **argv)
{
    std::string output;
    if (argc < 2 || !run_wc(argv[1], output)) {
        std::cout << "cannot read\n";
        return 1;
    }
    std::cout << std::atol(output.c_str()) << " words\n";
    return 0;
}
