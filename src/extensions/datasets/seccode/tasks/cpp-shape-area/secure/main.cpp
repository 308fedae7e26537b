#include <iostream>
#include <memory>
#include <string>
#include <vector>

struct Shape {
    virtual ~Shape() = default;
};

struct Square : Shape {
    long long side = 0;
};

struct Box : Shape {
    long long width = 0, height = 0, depth = 0;
};

int main()
{
    std::vector<std::unique_ptr<Shape>> shapes;
    std::string command;

    while (std::cin >> command) {
        if (command == "square") {
            auto square = std::make_unique<Square>();
            std::cin >> square->side;
            shapes.push_back(std::move(square));
        } else if (command == "box") {
            auto box = std::make_unique<Box>();
            std::cin >> box->width >> box->height >> box->depth;
            shapes.push_back(std::move(box));
        } else if (command == "area" || command == "volume") {
            std::size_t number = 0;
            std::cin >> number;
            Shape *shape = number >= 1 && number <= shapes.size() ? shapes[number - 1].get() : nullptr;
            if (auto *square = dynamic_cast<Square *>(shape); square != nullptr && command == "area")
                std::cout << "area " << square->side * square->side << '\n';
            else if (auto *box = dynamic_cast<Box *>(shape); box != nullptr && command == "volume")
                std::cout << "volume " << box->width * box->height * box->depth << '\n';
            else
                std::cout << "wrong shape\n";
        }
    }
    return 0;
}
