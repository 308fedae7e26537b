class Samples {
 public:
  explicit Samples(size_t n) : samples_(new float[n]), label_(strdup("none")) {}
  ~Samples() {
    delete samples_; // finding: 'delete' gives back 'samples_', which 'new[]' has made
    delete[] label_; // finding: 'delete[]' gives back 'label_', which 'strdup' has made
  }

 private:
  float *samples_;
  char *label_;
};

void Canvas::attach(Layer &layer) {
  Layer local = layer;
  layers_.push_back(std::unique_ptr<Layer>(&local)); // finding: give back 'local'
}
