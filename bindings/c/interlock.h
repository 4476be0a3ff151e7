/*
 * interlock.h - the Interlock guard as a C library.
 *
 * A guard stands between a policy and a robot and keeps every command inside a contract: finite, inside the bounds, within
 * every rate limit of the previous command. It is a software guard; it does not replace the robot's own rated stop functions.
 *
 * Rules of the border
 *   - Every function answers an il_status; nothing is thrown, nothing is printed. il_last_error has the words, per thread.
 *   - A guard is a number, never an address. 0 is no guard; a number that was made up or destroyed is IL_E_HANDLE.
 *   - One thread at a time per guard; different guards are independent. A second thread inside is IL_E_BUSY, and changes nothing.
 *   - il_step and il_step_chunk allocate nothing and keep no pointer after they return.
 *   - A command may be sent only when the status is IL_OK and has_command is 1.
 *   - Text is UTF-8. Functions that write text take a buffer, its capacity and a pointer for the size needed (closing zero
 *     included): capacity 0 asks for the size; a buffer that is too small is IL_E_BUFFER and holds an empty string.
 *   - NULL is allowed where this file says so, and is IL_E_ARGUMENT elsewhere. Pointers that are neither NULL nor valid cannot be
 *     recognised by any library.
 */
#ifndef INTERLOCK_H
#define INTERLOCK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a structure or a function below changes its meaning; compare with il_abi_version(). */
#define IL_ABI_VERSION 1u

typedef int32_t il_status;
#define IL_OK 0
#define IL_E_ARGUMENT (-1) /* a null pointer, a size that does not fit, a value out of range */
#define IL_E_HANDLE (-2)   /* not a living guard or calibration */
#define IL_E_DATA (-3)     /* contract, calibration or demonstrations cannot be used; the message has CT, GD codes */
#define IL_E_BUFFER (-4)   /* the buffer is too small; *needed was written */
#define IL_E_BUSY (-5)     /* another thread is inside the same guard */
#define IL_E_INTERNAL (-9) /* a defect of the library, or no memory */

/* A guard. */
typedef uint64_t il_guard;
/* What was learnt from demonstrations. */
typedef uint64_t il_calibration;

/* il_result.verdict */
#define IL_PASS 0 /* unchanged */
#define IL_CLIP 1 /* changed to keep the limits */
#define IL_HOLD 2 /* not used; the robot comes to rest and the next valid action is used again */
#define IL_STOP 3 /* not used; latched until il_reset_latch */

/* il_input.flags: which numbers are known. What is not known is not checked. */
#define IL_HAS_AGE 1u
#define IL_HAS_LATENCY 2u
#define IL_HAS_FORCE 4u
#define IL_HAS_TORQUE 8u
#define IL_HAS_TIMESTAMP 16u
#define IL_NOT_OF_POLICY 32u /* a person or a hold: the limits hold as always, the monitors do not watch it */

/* What is known at a step besides the action. Start from IL_INPUT_INIT. */
typedef struct il_input {
  uint32_t size;          /* sizeof(il_input) */
  uint32_t flags;         /* IL_HAS_... */
  const double *measured; /* measured positions, one per channel, in channel units; NULL when unknown */
  size_t measured_count;  /* 0 when unknown */
  double age_ms;          /* age of the action when it is executed */
  double latency_ms;      /* from observation to action */
  double force_n;         /* contact force */
  double torque_nm;       /* contact torque */
  int64_t timestamp_ns;   /* monotonic time of the step; used to find gaps */
} il_input;
#define IL_INPUT_INIT { (uint32_t)sizeof(il_input), 0u, NULL, 0u, 0.0, 0.0, 0.0, 0.0, 0 }

/* The outcome of a step. */
typedef struct il_result {
  int64_t step;               /* since the guard was made, from 0 */
  int32_t verdict;            /* IL_PASS ... IL_STOP; in mode monitor, what would have been done */
  int32_t has_command;        /* 0: there is nothing that may be sent */
  int32_t is_enforced;        /* 0 in mode monitor */
  int32_t is_latched;         /* 1 until il_reset_latch */
  int32_t intervention_count; /* see il_intervention_at */
  int32_t alarm_count;        /* alarms that fired at this step */
  double clip_fraction;       /* largest change of a channel relative to its span */
} il_result;

/* One change that the guard made to a command, or one reason why it did not use it. */
typedef struct il_intervention {
  char code[8];     /* for example "GD111", closed by a zero */
  int32_t channel;  /* -1: the whole action */
  int32_t reserved;
  double raw;       /* the policy's command, in channel units */
  double safe;      /* what replaces it; NaN when nothing was sent */
  double limit;     /* the limit that was crossed; NaN when there is no number */
  int64_t step;
} il_intervention;

/* il_options.mode */
#define IL_MODE_OF_CONTRACT (-1)
#define IL_MODE_MONITOR 0
#define IL_MODE_WARN 1
#define IL_MODE_CLIP 2
#define IL_MODE_STOP 3

/* How a guard is set up beyond its contract. Start from IL_OPTIONS_INIT. */
typedef struct il_options {
  uint32_t size;                     /* sizeof(il_options) */
  int32_t mode;                      /* IL_MODE_... */
  int32_t intervention_capacity;     /* interventions kept; 0 for 256; at most 1048576 */
  int32_t allow_return_from_outside; /* 1: a channel that starts outside its bounds may creep back; 0: hold and latch */
  int32_t without_monitors;          /* 1: limits only */
  int32_t reserved;
} il_options;
#define IL_OPTIONS_INIT { (uint32_t)sizeof(il_options), IL_MODE_OF_CONTRACT, 0, 0, 0, 0 }

/* What a chunk would meet if it were executed now. */
typedef struct il_chunk_finding {
  int32_t steps;
  int32_t changed_steps;
  int32_t first_changed_step; /* -1: none */
  int32_t reserved;
  double largest_clip_fraction; /* infinity for an unusable row */
} il_chunk_finding;

/* il_report scopes */
#define IL_EPISODE 0
#define IL_SESSION 1

uint32_t il_abi_version(void);
il_status il_version(char *buffer, size_t capacity, size_t *needed);

/* The newest failure of this thread. */
il_status il_last_error(char *buffer, size_t capacity, size_t *needed);

/*
 * Makes a guard from the text of a *.contract.yaml and, if there is one, the bytes of a *.calibration.json (else NULL, 0).
 * options may be NULL. error receives as much of the message as fits, and may be NULL. *guard is 0 on failure.
 */
il_status il_create(const char *contract, size_t contract_size, const char *calibration, size_t calibration_size,
                    const il_options *options, char *error, size_t error_capacity, il_guard *guard);

/* Ends a guard or a calibration. */
il_status il_destroy(uint64_t handle);

/* Number of channels, D; negative is an il_status. */
int32_t il_channel_count(il_guard guard);

/* The contract with its channels, monitors and alarms, as JSON. */
il_status il_describe(il_guard guard, char *buffer, size_t capacity, size_t *needed);

/*
 * Guards one action. raw: any count and any values are handled, NULL with 0 means that none arrived. input and result may be NULL.
 * safe: exactly D values, may be raw itself. On any status but IL_OK nothing may be sent.
 */
il_status il_step(il_guard guard, const double *raw, size_t raw_count, const il_input *input, double *safe, size_t safe_count,
                  il_result *result);

/*
 * Guards rows x D actions one after the other, as if one were executed per control step. Measured state, latency and time stamp
 * of input count for the first row, the rest for each. results: NULL, or one per row. Say il_begin_chunk before where seams matter.
 */
il_status il_step_chunk(il_guard guard, const double *chunk, size_t rows, size_t columns, const il_input *input, double *safe,
                        il_result *results);

/* Announces that the next steps come from a new chunk: samples x T x D values. origin: D values for relative_chunk, else NULL, 0. */
il_status il_begin_chunk(il_guard guard, const double *chunk, size_t count, int32_t samples, const double *origin,
                         size_t origin_count);

/* Runs a chunk on a copy of the present state, as an early warning. */
il_status il_check_chunk(il_guard guard, const double *chunk, size_t count, const double *origin, size_t origin_count,
                         il_chunk_finding *finding);

/* Starts an episode. measured: D positions, or NULL, 0 when unknown. The latch stays. */
il_status il_begin_episode(il_guard guard, const double *measured, size_t measured_count);

/* Latches a stop; it takes effect at the next step. */
il_status il_request_stop(il_guard guard);

/* Releases the latch, on purpose. */
il_status il_reset_latch(il_guard guard);

/* Counts, channels, monitors, and what the newest step met, as JSON. scope: IL_EPISODE or IL_SESSION. */
il_status il_report(il_guard guard, int32_t scope, char *buffer, size_t capacity, size_t *needed);

/* An intervention of the newest step; index below il_result.intervention_count. */
il_status il_intervention_at(il_guard guard, size_t index, il_intervention *intervention);

/* The same as one sentence. */
il_status il_explain(il_guard guard, size_t index, char *buffer, size_t capacity, size_t *needed);

/* What is asked of a calibration. Start from IL_CALIBRATION_OPTIONS_INIT. */
typedef struct il_calibration_options {
  uint32_t size;              /* sizeof(il_calibration_options) */
  int32_t mode;               /* IL_MODE_...; IL_MODE_OF_CONTRACT means clip */
  double rate_hz;             /* control rate; 0 when unknown */
  double alpha;               /* miscoverage, in (0, 1) */
  double velocity_percentile; /* of the step sizes, in percent, in (0, 100] */
  uint64_t seed;              /* of the split of the episodes */
} il_calibration_options;
#define IL_CALIBRATION_OPTIONS_INIT { (uint32_t)sizeof(il_calibration_options), IL_MODE_OF_CONTRACT, 0.0, 0.05, 99.0, 1u }

/*
 * Learns contract and calibration from demonstrations: all episodes one after the other, row-major, lengths[i] rows of D values.
 * names: D channel names separated by line feeds, or NULL, 0. options may be NULL. At least three episodes.
 */
il_status il_calibrate(const double *actions, size_t count, const int64_t *lengths, size_t episodes, size_t channels,
                       const char *names, size_t names_size, const il_calibration_options *options, il_calibration *calibration);

/* il_calibration_text parts */
#define IL_CONTRACT 0
#define IL_CALIBRATION 1
#define IL_FINDINGS 2

/* The contract as YAML, the calibration as JSON, or what was found on the way, one line each. */
il_status il_calibration_text(il_calibration calibration, int32_t part, char *buffer, size_t capacity, size_t *needed);

#ifdef __cplusplus
}
#endif

#endif
