using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Opening;

/// <summary>What a user knows about a source better than the source itself.</summary>
public sealed record EpisodeSourceOptions
{
    /// <summary>Step rate, in hertz, above 0; null (default) takes the source's own rate.</summary>
    public double? RateHz { get; init; }

    /// <summary>
    /// Where the actions are: JSON key, array name, TFRecord feature, or prefix of csv columns (<c>raw</c> for <c>raw.x</c>, <c>raw_0</c>).
    /// Null (default) looks for the usual names.
    /// </summary>
    public string? ActionKey { get; init; }

    /// <summary>Where the measured states are, written like <see cref="ActionKey"/>. Null (default) looks for the usual names.</summary>
    public string? StateKey { get; init; }

    /// <summary>Exact names of the csv columns that are actions, in action order; null (default) goes by <see cref="ActionKey"/>.</summary>
    public IReadOnlyList<string>? ActionColumns { get; init; }

    internal void Validate()
    {
        if (RateHz is { } rate && !(rate > 0 && double.IsFinite(rate)))
        {
            throw new DiagnosticException(
                FileCode.OptionOutOfRange,
                $"The rate {rate} Hz is not a finite number above 0",
                hint: "give the control rate of the recording");
        }
    }
}
