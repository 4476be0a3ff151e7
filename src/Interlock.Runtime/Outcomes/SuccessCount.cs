using Interlock.Core.Statistics;

namespace Interlock.Runtime.Outcomes;

/// <summary>Successes among judged episodes. Unknown ones are shown and not counted either way.</summary>
/// <param name="Successes">Episodes that succeeded.</param>
/// <param name="Judged">Episodes that succeeded or failed.</param>
/// <param name="Unknown">Episodes that nobody judged.</param>
public readonly record struct SuccessCount(int Successes, int Judged, int Unknown)
{
    /// <summary>Share of successes, 0 to 1; null without a judged episode.</summary>
    public double? Rate => Judged == 0 ? null : (double)Successes / Judged;

    /// <summary>Wilson interval at 95 %.</summary>
    public Interval Interval => WilsonInterval.Of(Successes, Judged);

    /// <inheritdoc />
    public override string ToString() =>
        $"{Successes} of {Judged}{(Rate is { } rate ? $" = {rate:P0}" : "")}, 95 % interval {Interval.Low:P0} to {Interval.High:P0}, {Unknown} not judged";

    internal SuccessCount Plus(EpisodeOutcome outcome, int sign) => outcome switch
    {
        EpisodeOutcome.Success => this with { Successes = Successes + sign, Judged = Judged + sign },
        EpisodeOutcome.Failure => this with { Judged = Judged + sign },
        _ => this with { Unknown = Unknown + sign },
    };
}
