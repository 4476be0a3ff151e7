using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Scheduling;

/// <summary>Says what is wrong with options before a schedule is made of them.</summary>
public static class ScheduleOptionsCheck
{
    /// <summary>Most policy steps per tick: a policy that is faster than that is not followed by any control loop.</summary>
    private const double MostStepsPerTick = 1000;

    /// <summary>Reports every problem as an error PO067.</summary>
    /// <param name="options">As read from a run file.</param>
    /// <param name="diagnostics">Receives the findings.</param>
    /// <param name="file">The run file as the user named it; null when there is none.</param>
    public static void Report(ChunkScheduleOptions options, DiagnosticCollector diagnostics, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach ((string key, string problem) in Problems(options))
        {
            diagnostics.Error(ScheduleCodes.UnusableOptions, $"{key} {problem}", new SourcePlace(file, Key: key));
        }
    }

    internal static void ThrowIfUnusable(ChunkScheduleOptions options)
    {
        foreach ((string key, string problem) in Problems(options))
        {
            throw new ArgumentException($"{key} {problem}", nameof(options));
        }
    }

    private static IEnumerable<(string Key, string Problem)> Problems(ChunkScheduleOptions options)
    {
        if (!IsRate(options.PolicyRateHz))
        {
            yield return ("policy_rate_hz", $"is {options.PolicyRateHz}; it must be finite and above 0 Hz");
        }

        if (!IsRate(options.ControlRateHz))
        {
            yield return ("control_rate_hz", $"is {options.ControlRateHz}; it must be finite and above 0 Hz");
        }

        if (!(options.NominalStepsPerTick <= MostStepsPerTick))
        {
            yield return ("policy_rate_hz", $"is {options.NominalStepsPerTick} times the control rate; at most {MostStepsPerTick} are meant");
        }

        if (options.RecomputeEverySteps is < 1)
        {
            yield return ("recompute_every_steps", $"is {options.RecomputeEverySteps}; it must be 1 or more, or absent");
        }

        if (!(options.QueueThreshold is >= 0 and <= 1))
        {
            yield return ("queue_threshold", $"is {options.QueueThreshold}; it must be between 0 and 1");
        }

        if (options.CrossFadeSteps < 0)
        {
            yield return ("cross_fade_steps", $"is {options.CrossFadeSteps}; it must be 0 or more");
        }

        if (!(Math.Abs(options.EnsembleDecayPerStep) <= 1))
        {
            yield return ("ensemble_decay_per_step", $"is {options.EnsembleDecayPerStep}; it must be between -1 and 1");
        }

        if (options.MaxStaleSteps is < 0)
        {
            yield return ("max_stale_steps", $"is {options.MaxStaleSteps}; it must be 0 or more, or absent");
        }
    }

    private static bool IsRate(double hz) => hz > 0 && double.IsFinite(hz);
}
