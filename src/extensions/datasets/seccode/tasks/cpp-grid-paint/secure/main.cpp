#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    const long width = std::strtol(argv[1], nullptr, 10);
    const long height = std::strtol(argv[2], nullptr, 10);
    if (width < 1 || height < 1 || width > 50 || height > 50)
        return 2;
    const std::unique_ptr<char[]> cells(new char[width * height]);
    std::fill(cells.get(), cells.get() + width * height, '.');

    long x, y;
    char letter;
    while (std::cin >> x >> y >> letter) {
        if (x >= 0 && x < width && y >= 0 && y < height)
            cells[y * width + x] = letter;
    }
    for (long row = 0; row < height; row++)
        std::cout << std::string(cells.get() + row * width, width) << '\n';
    return 0;
}
