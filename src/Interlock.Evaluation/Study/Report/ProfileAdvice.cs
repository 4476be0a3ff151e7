using System.Globalization;
using Interlock.Core.Statistics;
using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Report;

/// <summary>Chooses the recommended profile: one primary monitor, the other informative ones, and a reason for every muted one.</summary>
internal static class ProfileAdvice
{
    private const double Chance = 0.5;

    /// <summary>Advice for one monitor by itself; the best informative one is made primary afterwards.</summary>
    public static MonitorAdvice For(MonitorColumn column, double? auroc, LengthControl controlled)
    {
        string? mute =
            auroc is null ? "too few episodes of one class" :
            column.IsConstant ? "the same in every episode" :
            column.Length == LengthBehaviour.Accumulates ? $"grows with episode length; read {column.Name}{MonitorColumn.PerStepSuffix}" :
            controlled is not { Auroc: { } value, Interval: { } interval } ? controlled.Note :
            interval.High < Chance ? $"points the wrong way ({Text(value, interval)} {Basis(controlled)})" :
            interval.Low <= Chance ? $"not told apart from chance ({Text(value, interval)} {Basis(controlled)})" :
            null;
        return mute is null
            ? new MonitorAdvice(MonitorRole.Secondary, $"{Text(controlled.Auroc!.Value, controlled.Interval!.Value)} {Basis(controlled)}")
            : new MonitorAdvice(MonitorRole.Muted, mute);
    }

    public static IReadOnlyList<MonitorReport> WithPrimary(IReadOnlyList<MonitorReport> monitors)
    {
        MonitorReport? best = monitors.Where(monitor => monitor.Advice.Role == MonitorRole.Secondary).MaxBy(monitor => monitor.Controlled.Auroc);
        return [.. monitors.Select(monitor => ReferenceEquals(monitor, best)
            ? monitor with { Advice = monitor.Advice with { Role = MonitorRole.Primary } }
            : monitor)];
    }

    private static string Basis(LengthControl control) => control.Method switch
    {
        LengthControlMethod.CommonHorizon => "at a common horizon",
        LengthControlMethod.LengthMatched => "at matched length",
        _ => "per step",
    };

    private static string Text(double value, Interval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.00} [{interval.Low:0.00}, {interval.High:0.00}]");
}
