/* Time of one il_step for 7 and 14 channels, all monitors on. Usage: step [BUDGET_NS]; above it the exit code is 1. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "interlock.h"

enum { BATCHES = 301, STEPS = 1000, MOST_CHANNELS = 14 };

static double now_ns(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int ascending(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static il_guard create(int channels, const il_options *options) {
  char text[4096], why[512];
  int size = snprintf(text, sizeof text, "interlock: contract/1\nname: bench\nrate_hz: 30\nchannels:\n");
  for (int i = 0; i < channels; i++) {
    size += snprintf(text + size, sizeof text - (size_t)size,
                     "  - { name: j%d, role: joint, unit: rad, min: -2, max: 2, max_velocity: 3 }\n", i);
  }

  il_guard guard = 0;
  if (il_create(text, (size_t)size, NULL, 0, options, why, sizeof why, &guard) != IL_OK) {
    fprintf(stderr, "%s\n", why);
    exit(1);
  }

  return guard;
}

static double median_ns(int channels, double amplitude, int without_monitors) {
  static double raw[STEPS][MOST_CHANNELS];
  static double batches[BATCHES];
  il_options options = IL_OPTIONS_INIT;
  options.without_monitors = without_monitors;
  il_guard guard = create(channels, &options);
  for (int i = 0; i < STEPS; i++) {
    for (int j = 0; j < channels; j++) raw[i][j] = amplitude * sin(6.283185307179586 * i / STEPS * (1 + j % 3));
  }

  double safe[MOST_CHANNELS];
  il_result result;
  for (int batch = 0; batch < BATCHES; batch++) {
    double start = now_ns();
    for (int i = 0; i < STEPS; i++) il_step(guard, raw[i], (size_t)channels, NULL, safe, (size_t)channels, &result);
    batches[batch] = (now_ns() - start) / STEPS;
  }

  il_destroy(guard);
  qsort(batches, BATCHES, sizeof *batches, ascending);
  return batches[BATCHES / 2];
}

int main(int argc, char **argv) {
  double budget = argc > 1 ? atof(argv[1]) : INFINITY, slowest = 0;
  for (int channels = 7; channels <= MOST_CHANNELS; channels += 7) {
    double passed = median_ns(channels, 1.0, 0), clipped = median_ns(channels, 2.5, 0), worst = median_ns(channels, 50.0, 0), bare = median_ns(channels, 1.0, 1);
    printf("%2d channels: %.0f ns passing, %.0f ns with clipping, %.0f ns with nearly every channel clipped twice, %.0f ns without monitors (median of %d batches)\n",
           channels, passed, clipped, worst, bare, BATCHES);
    slowest = fmax(slowest, fmax(passed, clipped));
  }

  return slowest <= budget ? 0 : 1;
}
