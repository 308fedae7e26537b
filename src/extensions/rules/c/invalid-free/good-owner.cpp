#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

void scratch(size_t size)
{
    std::unique_ptr<char[]> buffer(new char[size]);
    std::shared_ptr<int> counts(new int[size], std::default_delete<int[]>());
    std::unique_ptr<char, decltype(&std::free)> copy(strdup("text"), &std::free);
    std::unique_ptr<Session> session(new Session(size));
    use(buffer.get(), counts.get(), copy.get(), session.get());
}

void adopt()
{
    Session session;
    std::shared_ptr<Session> shared(&session, [](Session *) {});
    run(shared);
}

void release(std::vector<char> &bytes, Holder &holder)
{
    bytes.clear();
    free(holder.data());
}
