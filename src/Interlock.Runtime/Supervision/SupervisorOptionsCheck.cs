using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Supervision;

/// <summary>Ranges of the supervisor's options.</summary>
internal static class SupervisorOptionsCheck
{
    private const int MostContactTicks = 1000;
    private const int MostCounts = 100_000;
    private const int MostRecoverTicks = 1_000_000;
    private const int MostForgetTicks = 10_000_000;
    private const int MostFailures = 1000;
    private const int FewestEvents = 16;
    private const int MostEvents = 1_000_000;

    /// <summary>A day; more is a slip of the unit.</summary>
    private const double LongestS = 86_400;
    private const double LongestMs = LongestS * 1000;
    private const double LargestForceN = 1e6;

    public static void Check(SupervisorOptions options, DiagnosticCollector findings, SourcePlace? place)
    {
        OptionRanges ranges = new(findings, place);
        Ages(options, ranges);
        Contact(options, ranges);
        Counts(options, ranges);
        ranges.AtLeast("confidence_threshold", options.ConfidenceThreshold, 0, Math.BitDecrement(1.0), "");
        ranges.AtLeast("answer_valid_ms", options.AnswerValidMs, 0, LongestMs, "ms");
        ranges.AtLeast("stop_settle_ms", options.StopSettleMs, 1, LongestMs, "ms");
        ranges.Above("hold_limit_s", options.HoldLimitS, LongestS, "s");
        ranges.Above("answer_limit_s", options.AnswerLimitS, LongestS, "s");
        ranges.Above("degraded_limit_scale", options.DegradedLimitScale, 1, "");
        Words(options, ranges);
    }

    private static void Ages(SupervisorOptions options, OptionRanges ranges)
    {
        ranges.Above("observation_age_limit_ms", options.ObservationAgeLimitMs, LongestMs, "ms");
        ranges.Above("state_age_limit_ms", options.StateAgeLimitMs, LongestMs, "ms");
        ranges.Above("state_frozen_limit_ms", options.StateFrozenLimitMs, LongestMs, "ms");
        ranges.Above("chunk_age_limit_ms", options.ChunkAgeLimitMs, LongestMs, "ms");
        ranges.Above("tick_gap_limit_ms", options.TickGapLimitMs, LongestMs, "ms");
        ranges.Above("human_age_limit_ms", options.HumanAgeLimitMs, LongestMs, "ms");
    }

    private static void Contact(SupervisorOptions options, OptionRanges ranges)
    {
        ranges.Above("force_limit_n", options.ForceLimitN, LargestForceN, "N");
        ranges.Above("torque_limit_nm", options.TorqueLimitNm, LargestForceN, "N·m");
        ranges.AtLeast("contact_ticks", options.ContactTicks, 1, MostContactTicks, "ticks");
    }

    private static void Counts(SupervisorOptions options, OptionRanges ranges)
    {
        ranges.AtLeast("guard_reject_limit", options.GuardRejectLimit, 1, MostCounts, "actions");
        ranges.AtLeast("missed_tick_limit", options.MissedTickLimit, 0, MostCounts, "ticks");
        ranges.AtLeast("missed_tick_window", options.MissedTickWindow, 1, MostCounts, "ticks");
        ranges.AtLeast("recover_after_ticks", options.RecoverAfterTicks, 1, MostRecoverTicks, "ticks");
        ranges.AtLeast("forget_after_ticks", options.ForgetAfterTicks, 1, MostForgetTicks, "ticks");
        ranges.AtLeast("failure_limit", options.FailureLimit, 0, MostFailures, "failures");
        ranges.AtLeast("escalation_limit", options.EscalationLimit, 0, MostFailures, "times");
        ranges.AtLeast("event_capacity", options.EventCapacity, FewestEvents, MostEvents, "events");
    }

    private static void Words(SupervisorOptions options, OptionRanges ranges)
    {
        ranges.Require(Enum.IsDefined(options.OnRecorderLoss), "on_recorder_loss is none of " + string.Join(", ", EnumWord.All<RecorderLoss>()));
        ranges.Require(Enum.IsDefined(options.OnAlarm), "on_alarm is none of " + string.Join(", ", EnumWord.All<AlarmReaction>()));
    }
}
