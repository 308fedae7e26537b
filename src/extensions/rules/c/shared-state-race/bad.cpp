#include <thread>

int hits = 0;

void work()
{
    hits += 1; // finding: 'hits' is changed by threads
}

int main()
{
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
}
