class Samples {
 public:
  explicit Samples(size_t n) : samples_(new float[n]), label_(strdup("none")), one_(new Item) {}
  ~Samples() {
    delete[] samples_;
    free(label_);
    delete one_;
  }

 private:
  float *samples_;
  char *label_;
  Item *one_;
};

void Canvas::attach(Layer &layer) {
  layers_.push_back(std::make_unique<Layer>(layer));
  owner_.reset(&layer, [](Layer *) {});
}
