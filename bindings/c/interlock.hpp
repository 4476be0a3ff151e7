// interlock.hpp - the C library with RAII and exceptions, header only, C++17. See interlock.h for what everything means.
#ifndef INTERLOCK_HPP
#define INTERLOCK_HPP

#include <cstddef>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interlock.h"

namespace interlock {

/// A function of the library refused; what() has its words.
class Error : public std::runtime_error {
 public:
  Error(il_status status, const std::string &words) : std::runtime_error(words), status_(status) {}
  il_status status() const noexcept { return status_; }

 private:
  il_status status_;
};

namespace detail {

template <typename Write>
std::string text(Write write) {
  std::size_t needed = 0;
  il_status status = write(nullptr, std::size_t{0}, &needed);
  std::string buffer(needed > 0 ? needed : 1, '\0');
  if (status == IL_OK) status = write(buffer.data(), buffer.size(), &needed);
  if (status != IL_OK) throw Error(status, "the library gave no text");
  buffer.resize(needed - 1);
  return buffer;
}

inline std::string last_error() { return text(il_last_error); }

inline void require(il_status status) {
  if (status != IL_OK) throw Error(status, last_error());
}

inline std::string read_file(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(IL_E_DATA, path + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace detail

inline std::string version() { return detail::text(il_version); }

/// What is known at a step besides the action. What is not set is not checked.
class Input {
 public:
  Input &measured(const double *positions, std::size_t count) {
    data_.measured = positions;
    data_.measured_count = count;
    return *this;
  }
  Input &age_ms(double value) { return set(IL_HAS_AGE, data_.age_ms, value); }
  Input &latency_ms(double value) { return set(IL_HAS_LATENCY, data_.latency_ms, value); }
  Input &force_n(double value) { return set(IL_HAS_FORCE, data_.force_n, value); }
  Input &torque_nm(double value) { return set(IL_HAS_TORQUE, data_.torque_nm, value); }
  Input &timestamp_ns(std::int64_t value) {
    data_.flags |= IL_HAS_TIMESTAMP;
    data_.timestamp_ns = value;
    return *this;
  }
  Input &not_of_policy() {
    data_.flags |= IL_NOT_OF_POLICY;
    return *this;
  }
  const il_input *get() const noexcept { return &data_; }

 private:
  Input &set(std::uint32_t flag, double &field, double value) {
    data_.flags |= flag;
    field = value;
    return *this;
  }
  il_input data_ = IL_INPUT_INIT;
};

/// One guard per robot; one thread at a time.
class Guard {
 public:
  static Guard from_file(const std::string &contract, const il_options *options = nullptr) {
    return Guard(detail::read_file(contract), {}, options);
  }

  explicit Guard(std::string_view contract, std::string_view calibration = {}, const il_options *options = nullptr) {
    char words[1024];
    const char *learnt = calibration.empty() ? nullptr : calibration.data();
    il_status status = il_create(contract.data(), contract.size(), learnt, calibration.size(), options, words, sizeof words, &guard_);
    if (status != IL_OK) throw Error(status, words);
    channels_ = static_cast<std::size_t>(il_channel_count(guard_));
  }

  Guard(const Guard &) = delete;
  Guard &operator=(const Guard &) = delete;
  Guard(Guard &&other) noexcept : guard_(std::exchange(other.guard_, 0)), channels_(std::exchange(other.channels_, 0)) {}
  Guard &operator=(Guard &&other) noexcept {
    std::swap(guard_, other.guard_);
    std::swap(channels_, other.channels_);
    return *this;
  }
  ~Guard() {
    if (guard_ != 0) il_destroy(guard_);
  }

  std::size_t channels() const noexcept { return channels_; }

  /// Guards one action. Nothing may be sent unless has_command is 1. safe has channels() values.
  il_result step(const double *raw, std::size_t count, double *safe, const il_input *input = nullptr) {
    il_result result;
    detail::require(il_step(guard_, raw, count, input, safe, channels_, &result));
    return result;
  }
  il_result step(const std::vector<double> &raw, std::vector<double> &safe, const Input &input = {}) {
    safe.resize(channels_);
    return step(raw.data(), raw.size(), safe.data(), input.get());
  }

  /// Guards the rows of a chunk as if one were executed per control step.
  std::vector<il_result> step_chunk(const std::vector<double> &chunk, std::vector<double> &safe, const Input &input = {}) {
    std::vector<il_result> results(chunk.size() / channels_);
    safe.resize(chunk.size());
    if (results.size() * channels_ != chunk.size()) throw Error(IL_E_ARGUMENT, "the chunk is not rows of channels() values");
    detail::require(il_step_chunk(guard_, chunk.data(), results.size(), channels_, input.get(), safe.data(), results.data()));
    return results;
  }

  void begin_episode(const std::vector<double> &measured = {}) {
    detail::require(il_begin_episode(guard_, measured.empty() ? nullptr : measured.data(), measured.size()));
  }
  void request_stop() { detail::require(il_request_stop(guard_)); }
  void reset_latch() { detail::require(il_reset_latch(guard_)); }

  std::string report(std::int32_t scope = IL_EPISODE) const {
    return detail::text([&](char *buffer, std::size_t size, std::size_t *needed) { return il_report(guard_, scope, buffer, size, needed); });
  }
  std::string describe() const {
    return detail::text([&](char *buffer, std::size_t size, std::size_t *needed) { return il_describe(guard_, buffer, size, needed); });
  }
  std::string explain(std::size_t index) const {
    return detail::text([&](char *buffer, std::size_t size, std::size_t *needed) { return il_explain(guard_, index, buffer, size, needed); });
  }
  il_intervention intervention(std::size_t index) const {
    il_intervention item;
    detail::require(il_intervention_at(guard_, index, &item));
    return item;
  }

 private:
  il_guard guard_ = 0;
  std::size_t channels_ = 0;
};

}  // namespace interlock

#endif
