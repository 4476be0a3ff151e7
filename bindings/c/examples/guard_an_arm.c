/* Guards a few actions of an arm. Usage: guard_an_arm CONTRACT */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "interlock.h"

#define CHANNELS 7

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  char *text = malloc(1 << 20);
  *size = text == NULL ? 0 : fread(text, 1, 1 << 20, file);
  fclose(file);
  return text;
}

int main(int argc, char **argv) {
  size_t size = 0;
  char *contract = argc > 1 ? read_file(argv[1], &size) : NULL;
  if (contract == NULL) {
    fprintf(stderr, "usage: guard_an_arm CONTRACT\n");
    return 1;
  }

  char why[512];
  il_guard guard = 0;
  if (il_create(contract, size, NULL, 0, NULL, why, sizeof why, &guard) != IL_OK) {
    fprintf(stderr, "%s\n", why);
    free(contract);
    return 1;
  }

  free(contract);
  const double measured[CHANNELS] = {0, 0, 0, 0, 0, 0, 0.04};
  il_begin_episode(guard, measured, CHANNELS);

  const double actions[3][CHANNELS] = {
      {0.01, 0, 0, 0, 0, 0, 0.04},
      {2.00, 0, 0, 0, 0, 0, 0.04}, /* much too fast */
      {0.03, NAN, 0, 0, 0, 0, 0.04},
  };
  for (int step = 0; step < 3; step++) {
    double safe[CHANNELS];
    il_result result;
    if (il_step(guard, actions[step], CHANNELS, NULL, safe, CHANNELS, &result) != IL_OK || !result.has_command) {
      continue; /* nothing may be sent */
    }

    printf("step %d: %+.4f rad\n", step, safe[0]); /* here the robot would get it */
    for (int i = 0; i < result.intervention_count; i++) {
      if (il_explain(guard, (size_t)i, why, sizeof why, NULL) == IL_OK) printf("  %s\n", why);
    }
  }

  return il_destroy(guard) == IL_OK ? 0 : 1;
}
