/* What interlock.h promises, seen from C: layouts, refusals, texts, handles, seeded nonsense. Usage: border [ROUNDS [SEED]] */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interlock.h"

_Static_assert(sizeof(il_input) == 64, "layout of il_input");
_Static_assert(sizeof(il_result) == 40, "layout of il_result");
_Static_assert(sizeof(il_intervention) == 48, "layout of il_intervention");
_Static_assert(sizeof(il_options) == 24, "layout of il_options");
_Static_assert(sizeof(il_chunk_finding) == 24, "layout of il_chunk_finding");
_Static_assert(sizeof(il_calibration_options) == 40, "layout of il_calibration_options");

static const char contract[] =
    "interlock: contract/1\nname: pair\nrate_hz: 50\naction: { space: joint_position, reference: absolute }\nchannels:\n"
    "  - { name: lift, role: joint, unit: rad, min: -1, max: 1, max_step: 0.1 }\n"
    "  - { name: grip, role: gripper, unit: percent, min: 0, max: 100, max_velocity: 200 }\nmode: clip\n";

static int failures;
#define EXPECT(condition) \
  do { if (!(condition)) { failures++; printf("line %d: %s\n", __LINE__, #condition); } } while (0)

static uint64_t state = 0x9E3779B97F4A7C15u;
static uint64_t next_bits(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static il_guard create(void) {
  il_guard guard = 0;
  EXPECT(il_create(contract, sizeof contract - 1, NULL, 0, NULL, NULL, 0, &guard) == IL_OK);
  EXPECT(guard != 0);
  return guard;
}

static void check_steps(il_guard guard) {
  const double raw[2] = {5, NAN};
  double safe[2] = {7, 7};
  il_result result;
  il_input input = IL_INPUT_INIT;
  EXPECT(il_channel_count(guard) == 2);
  EXPECT(il_step(guard, raw, 2, NULL, safe, 2, &result) == IL_OK && !result.has_command && result.verdict == IL_HOLD);
  const double start[2] = {0.95, 10};
  EXPECT(il_begin_episode(guard, start, 2) == IL_OK);
  EXPECT(il_step(guard, raw, 1, NULL, safe, 2, &result) == IL_OK && result.verdict == IL_HOLD && safe[0] == 0.95);
  const double fast[2] = {-1, 10};
  EXPECT(il_step(guard, fast, 2, &input, safe, 2, &result) == IL_OK && result.verdict == IL_CLIP && fabs(safe[0] - 0.85) < 1e-12);
  il_intervention item;
  EXPECT(il_intervention_at(guard, 0, &item) == IL_OK && strcmp(item.code, "GD111") == 0 && item.channel == 0);
  EXPECT(il_intervention_at(guard, 99, &item) == IL_E_ARGUMENT);
  EXPECT(il_step(guard, fast, 2, NULL, safe, 1, &result) == IL_E_ARGUMENT);
  EXPECT(il_step(guard, NULL, 2, NULL, safe, 2, &result) == IL_E_ARGUMENT);
  EXPECT(il_step(guard, fast, 2, NULL, NULL, 2, &result) == IL_E_ARGUMENT);
  input.size = 1;
  EXPECT(il_step(guard, fast, 2, &input, safe, 2, &result) == IL_E_ARGUMENT);
}

static void check_chunks(il_guard guard) {
  double chunk[50 * 2];
  double safe[50 * 2];
  il_result results[50];
  for (int i = 0; i < 50; i++) {
    chunk[2 * i] = i % 2 ? 3 : -3;
    chunk[2 * i + 1] = 50;
  }

  il_chunk_finding finding;
  EXPECT(il_check_chunk(guard, chunk, 100, NULL, 0, &finding) == IL_OK && finding.steps == 50 && finding.changed_steps == 50);
  EXPECT(il_begin_chunk(guard, chunk, 100, 1, NULL, 0) == IL_OK);
  EXPECT(il_begin_chunk(guard, chunk, 99, 1, NULL, 0) == IL_E_ARGUMENT);
  EXPECT(il_step_chunk(guard, chunk, 50, 2, NULL, safe, results) == IL_OK);
  for (int i = 1; i < 50; i++) EXPECT(fabs(safe[2 * i] - safe[2 * i - 2]) <= 0.1 + 1e-12 && results[i].verdict == IL_CLIP);
  EXPECT(il_step_chunk(guard, chunk, 50, 3, NULL, safe, results) == IL_E_ARGUMENT);
  EXPECT(il_step_chunk(guard, chunk, SIZE_MAX, 2, NULL, safe, results) == IL_E_ARGUMENT);
}

static void check_stop_and_text(il_guard guard) {
  const double raw[2] = {0, 10};
  double safe[2];
  il_result result;
  char text[8192];
  size_t needed = 0;
  EXPECT(il_request_stop(guard) == IL_OK);
  EXPECT(il_step(guard, raw, 2, NULL, safe, 2, &result) == IL_OK && result.verdict == IL_STOP && result.is_latched);
  EXPECT(il_explain(guard, 0, text, sizeof text, &needed) == IL_OK && strstr(text, "GD1") != NULL && strlen(text) + 1 == needed);
  EXPECT(il_reset_latch(guard) == IL_OK);
  EXPECT(il_step(guard, raw, 2, NULL, safe, 2, &result) == IL_OK && !result.is_latched);
  EXPECT(il_report(guard, IL_SESSION, NULL, 0, &needed) == IL_OK && needed > 100);
  EXPECT(il_report(guard, IL_SESSION, text, needed - 1, &needed) == IL_E_BUFFER && text[0] == 0);
  EXPECT(il_report(guard, 7, text, sizeof text, NULL) == IL_E_ARGUMENT);
  EXPECT(il_report(guard, IL_EPISODE, text, sizeof text, NULL) == IL_OK && text[0] == '{');
  EXPECT(il_describe(guard, text, sizeof text, NULL) == IL_OK && strstr(text, "\"lift\"") != NULL);
}

/* A calibration with a few bytes changed makes a guard or a finding. */
static void check_broken_calibrations(const char *text, size_t text_size, char *learnt, size_t learnt_size, int rounds) {
  static char broken[65536];
  for (int i = 0; i < 300 * rounds; i++) {
    memcpy(broken, learnt, learnt_size);
    for (uint64_t edits = 1 + next_bits() % 4; edits > 0; edits--) broken[next_bits() % learnt_size] = (char)next_bits();
    size_t size = next_bits() % 4 == 0 ? next_bits() % learnt_size + 1 : learnt_size;
    il_guard guard = 0;
    char why[64];
    il_status status = il_create(text, text_size, broken, size, NULL, why, sizeof why, &guard);
    EXPECT((status == IL_OK && guard != 0) || (status == IL_E_DATA && guard == 0 && why[0] != 0));
    double action[2] = {NAN, 1e300}, safe[2];
    if (guard != 0) EXPECT(il_step(guard, action, next_bits() % 3, NULL, safe, 2, NULL) == IL_OK && il_destroy(guard) == IL_OK);
  }
}

static void check_calibration(int rounds) {
  enum { EPISODES = 12, ROWS = 60 };
  static double actions[EPISODES * ROWS * 2];
  int64_t lengths[EPISODES];
  for (int i = 0; i < EPISODES * ROWS; i++) {
    actions[2 * i] = 0.5 * sin(i * 0.05) + 0.01 * (double)(next_bits() >> 11) / 9007199254740992.0;
    actions[2 * i + 1] = 40 + 10 * cos(i * 0.05);
  }

  for (int i = 0; i < EPISODES; i++) lengths[i] = ROWS;
  il_calibration calibration = 0;
  il_calibration_options options = IL_CALIBRATION_OPTIONS_INIT;
  options.rate_hz = 30;
  il_status status = il_calibrate(actions, EPISODES * ROWS * 2, lengths, EPISODES, 2, "a\nb", 3, &options, &calibration);
  char text[65536];
  char learnt[65536];
  if (status != IL_OK) il_last_error(text, sizeof text, NULL), printf("%s\n", text);
  EXPECT(status == IL_OK);
  size_t text_size = 0, learnt_size = 0;
  EXPECT(il_calibration_text(calibration, IL_CONTRACT, text, sizeof text, &text_size) == IL_OK);
  EXPECT(il_calibration_text(calibration, IL_CALIBRATION, learnt, sizeof learnt, &learnt_size) == IL_OK);
  il_guard guard = 0;
  EXPECT(il_create(text, text_size - 1, learnt, learnt_size - 1, NULL, NULL, 0, &guard) == IL_OK);
  check_broken_calibrations(text, text_size - 1, learnt, learnt_size - 1, rounds);
  EXPECT(il_step(calibration, actions, 2, NULL, actions, 2, NULL) == IL_E_HANDLE);
  EXPECT(il_destroy(guard) == IL_OK && il_destroy(calibration) == IL_OK && il_destroy(calibration) == IL_E_HANDLE);
  lengths[3] = -1;
  EXPECT(il_calibrate(actions, EPISODES * ROWS * 2, lengths, EPISODES, 2, NULL, 0, NULL, &calibration) == IL_E_ARGUMENT && calibration == 0);
  EXPECT(il_calibrate(actions, 4, NULL, 2, 2, NULL, 0, NULL, &calibration) == IL_E_ARGUMENT);
}

static void check_nonsense(il_guard good, int rounds) {
  char text[sizeof contract];
  double safe[2];
  const double hostile[6] = {NAN, INFINITY, -INFINITY, 1e308, -1e-320, 0};
  for (int i = 0; i < 20000 * rounds; i++) {
    il_guard guard = i % 2 ? next_bits() : good ^ ((uint64_t)1 << (next_bits() % 64));
    EXPECT(il_step(guard, hostile, next_bits() % 7, NULL, safe, 2, NULL) == IL_E_HANDLE);
    double raw[2] = {hostile[next_bits() % 6], hostile[next_bits() % 6]};
    EXPECT(il_step(good, raw, next_bits() % 3, NULL, safe, 2, NULL) == IL_OK && safe[0] >= -1 && safe[0] <= 1);
  }

  for (int i = 0; i < 1000 * rounds; i++) {
    memcpy(text, contract, sizeof contract);
    for (uint64_t edits = next_bits() % 6; edits > 0; edits--) text[next_bits() % (sizeof text - 1)] = (char)next_bits();
    il_guard guard = 0;
    char why[64];
    il_status status = il_create(text, next_bits() % sizeof text, NULL, 0, NULL, why, sizeof why, &guard);
    EXPECT((status == IL_OK && guard != 0) || (status == IL_E_DATA && guard == 0 && why[0] != 0));
    if (guard != 0) il_destroy(guard);
  }
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 1;
  state ^= argc > 2 ? strtoull(argv[2], NULL, 10) << 1 : 0;
  char version[32];
  EXPECT(il_abi_version() == IL_ABI_VERSION);
  EXPECT(il_version(version, sizeof version, NULL) == IL_OK && version[0] != 0);
  EXPECT(il_create(contract, sizeof contract - 1, NULL, 0, NULL, NULL, 0, NULL) == IL_E_ARGUMENT);
  il_guard guard = 0;
  char why[128];
  EXPECT(il_create(contract, (size_t)1 << 40, NULL, 0, NULL, why, sizeof why, &guard) == IL_E_DATA && strstr(why, "CT002") != NULL);
  EXPECT(il_create(NULL, 7, NULL, 0, NULL, why, sizeof why, &guard) == IL_E_ARGUMENT && guard == 0);
  EXPECT(il_create(contract, sizeof contract - 1, contract, (size_t)1 << 40, NULL, why, sizeof why, &guard) == IL_E_ARGUMENT);
  EXPECT(il_create(contract, sizeof contract - 1, contract, 10, NULL, why, sizeof why, &guard) == IL_E_DATA && strstr(why, "GD") != NULL);
  guard = create();
  check_steps(guard);
  check_chunks(guard);
  check_stop_and_text(guard);
  check_calibration(rounds);
  check_nonsense(guard, rounds);
  EXPECT(il_destroy(guard) == IL_OK && il_destroy(guard) == IL_E_HANDLE && il_destroy(0) == IL_E_HANDLE);
  printf("border: %d failures\n", failures);
  return failures == 0 ? 0 : 1;
}
