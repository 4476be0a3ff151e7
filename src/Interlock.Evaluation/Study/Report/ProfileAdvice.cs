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
        AdviceGround ground = GroundOf(column, auroc, controlled);
        string figure = controlled is { Auroc: { } value, Interval: { } interval } ? $"{Text(value, interval)} {Basis(controlled)}" : string.Empty;
        string reason = ground switch
        {
            AdviceGround.Informative => figure,
            AdviceGround.TooFewEpisodes => $"fewer than {PolicySample.SmallestClass} episodes of one class",
            AdviceGround.Constant => "the same in every episode",
            AdviceGround.GrowsWithLength => $"grows with episode length; read {column.Name}{MonitorColumn.PerStepSuffix}",
            AdviceGround.NoLengthControl => controlled.Note,
            AdviceGround.WrongWay => $"lower in failures, against its meaning: {figure}",
            _ => $"not told apart from chance: {figure}",
        };
        return new MonitorAdvice(ground == AdviceGround.Informative ? MonitorRole.Secondary : MonitorRole.Muted, ground, reason);
    }

    public static IReadOnlyList<MonitorReport> WithPrimary(IReadOnlyList<MonitorReport> monitors)
    {
        MonitorReport? best = monitors.Where(monitor => monitor.Advice.Role == MonitorRole.Secondary).MaxBy(monitor => monitor.Controlled.Auroc);
        return [.. monitors.Select(monitor => ReferenceEquals(monitor, best)
            ? monitor with { Advice = monitor.Advice with { Role = MonitorRole.Primary } }
            : monitor)];
    }

    private static AdviceGround GroundOf(MonitorColumn column, double? auroc, LengthControl controlled) =>
        auroc is null ? AdviceGround.TooFewEpisodes :
        column.IsConstant ? AdviceGround.Constant :
        column.Length == LengthBehaviour.Accumulates ? AdviceGround.GrowsWithLength :
        controlled.Interval is not { } interval ? AdviceGround.NoLengthControl :
        interval.High < Chance ? AdviceGround.WrongWay :
        interval.Low <= Chance ? AdviceGround.Chance :
        AdviceGround.Informative;

    private static string Basis(LengthControl control) => control.Method switch
    {
        LengthControlMethod.CommonHorizon => "at a common horizon",
        LengthControlMethod.LengthMatched => "at matched length",
        _ => "per step",
    };

    private static string Text(double value, Interval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.00} [{interval.Low:0.00}, {interval.High:0.00}]");
}
