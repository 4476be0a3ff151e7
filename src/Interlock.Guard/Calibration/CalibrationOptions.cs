using Interlock.Core.Contract;
using Interlock.Guard.Alarms;

namespace Interlock.Guard.Calibration;

/// <summary>What is asked of a calibration. Values out of range are reported as <c>GD430</c> before any data is read.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Miscoverage that most of the conformal literature uses.</summary>
    public const double DefaultAlpha = 0.05;

    /// <summary>Percentile of step sizes, in percent (SafeContract paper, section on velocity limits).</summary>
    public const double DefaultVelocityPercentile = 99;

    /// <summary>One episode for each part of the split.</summary>
    public const int SmallestMinimumEpisodes = 3;

    /// <summary>Name of the contract.</summary>
    /// <value>Default: <c>calibrated</c>.</value>
    public string Name { get; init; } = "calibrated";

    /// <summary>Miscoverage, in (0, 1).</summary>
    /// <value>Default: <see cref="DefaultAlpha"/>.</value>
    public double Alpha { get; init; } = DefaultAlpha;

    /// <summary>What the box promises.</summary>
    /// <value>Default: <see cref="CoverageGuarantee.Step"/>.</value>
    public CoverageGuarantee Guarantee { get; init; } = CoverageGuarantee.Step;

    /// <summary>Whether the promise holds for all channels at once.</summary>
    /// <value>Default: <see cref="BoxKind.Joint"/>.</value>
    public BoxKind Box { get; init; } = BoxKind.Joint;

    /// <summary>Percentile of the step sizes of each channel that becomes its rate limit, in percent, in (0, 100].</summary>
    /// <value>Default: <see cref="DefaultVelocityPercentile"/>.</value>
    public double VelocityPercentile { get; init; } = DefaultVelocityPercentile;

    /// <summary>
    /// Expected fraction of the steps of a new episode in which any channel is faster than its limit, in (0, 1): the
    /// percentile limits are scaled together until it holds. Null leaves the percentile as it is.
    /// </summary>
    public double? VelocityExceedance { get; init; }

    /// <summary>Which episodes the percentile is taken over.</summary>
    /// <value>Default: <see cref="VelocityEpisodes.All"/>.</value>
    public VelocityEpisodes VelocityEpisodes { get; init; } = VelocityEpisodes.All;

    /// <summary>How rate limits are written.</summary>
    /// <value>Default: <see cref="RateLimitOutput.MaxStep"/>.</value>
    public RateLimitOutput RateLimits { get; init; } = RateLimitOutput.MaxStep;

    /// <summary>Shares of the split.</summary>
    /// <value>Default: <see cref="EpisodeFractions.Default"/>.</value>
    public EpisodeFractions Fractions { get; init; } = EpisodeFractions.Default;

    /// <summary>Seed of the split and of every resampling.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Fewest usable episodes, at least <see cref="SmallestMinimumEpisodes"/>.</summary>
    public int MinimumEpisodes { get; init; } = SmallestMinimumEpisodes;

    /// <summary>True drops an episode with NaN or infinite actions, with a warning; false makes it an error.</summary>
    public bool DropNonFiniteEpisodes { get; init; }

    /// <summary>Control rate, in hertz; null takes the source's own.</summary>
    public double? RateHz { get; init; }

    /// <summary>What an action commands.</summary>
    public ActionSpace Space { get; init; } = ActionSpace.Other;

    /// <summary>What an action is measured from.</summary>
    public ActionReference Reference { get; init; } = ActionReference.Absolute;

    /// <summary>What the guard does about a command that breaks the contract.</summary>
    public GuardMode Mode { get; init; } = GuardMode.Clip;

    /// <summary>Policy family that will be guarded.</summary>
    public PolicyProfile Profile { get; init; } = PolicyProfile.Unknown;

    /// <summary>Roles by channel name where the user knows them; other channels are judged by name and data.</summary>
    public IReadOnlyDictionary<string, ChannelRole> Roles { get; init; } = new Dictionary<string, ChannelRole>();

    /// <summary>Names of joints that turn without end; they get no bounds and differences the short way round.</summary>
    public IReadOnlyList<string> ContinuousChannels { get; init; } = [];

    /// <summary>Where the calibration will lie, as the contract should name it; null leaves it out.</summary>
    public string? CalibrationFile { get; init; }

    /// <summary>What is asked of the alarms.</summary>
    public AlarmOptions Alarms { get; init; } = new();
}
