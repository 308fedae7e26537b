#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

void scratch(size_t size)
{
    std::unique_ptr<char> buffer(new char[size]); // finding: gives back with 'delete' what 'new[]' has made
    std::shared_ptr<int> counts(new int[size]); // finding: gives back with 'delete' what 'new[]' has made
    std::unique_ptr<char> copy(strdup("text")); // finding: gives back with 'delete' what 'strdup' has made
    use(buffer.get(), counts.get(), copy.get());
}

void adopt()
{
    Session session;
    std::shared_ptr<Session> shared(&session); // finding: gives back 'session', which was not allocated
    run(shared);
}

void release(std::vector<char> &bytes, std::string &text)
{
    free(bytes.data()); // finding: 'free' gives back memory that belongs to a container
    delete[] text.data(); // finding: 'delete[]' gives back memory that belongs to a container
}
