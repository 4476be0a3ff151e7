using Interlock.Core.Contract;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>
/// What changes when a certified policy's output is decoded by another unnormaliser, in closed form: no inference, no rollout.
/// Aggregates are over the channels whose role is not gripper (over all where every channel is a gripper), in half-range units of the
/// certified entry, and infinite where one of these channels cannot be compared.
/// </summary>
public sealed record SpecDrift
{
    /// <summary>Entry of the certified specification.</summary>
    public required string CertifiedKey { get; init; }

    /// <summary>Entry that is loaded instead.</summary>
    public required string LoadedKey { get; init; }

    /// <summary>Every channel, grippers included, in the order of the action.</summary>
    public required IReadOnlyList<ChannelDrift> Channels { get; init; }

    /// <summary>Mean over channels of <see cref="ChannelDrift.MeanAbsolute"/>.</summary>
    public required double MeanAbsolute { get; init; }

    /// <summary>Mean over channels of <see cref="ChannelDrift.Rms"/>.</summary>
    public required double Rms { get; init; }

    /// <summary>Mean over channels of <see cref="ChannelDrift.Worst"/>.</summary>
    public required double Worst { get; init; }

    /// <summary>Mean over channels of <see cref="ChannelDrift.DemoRms"/>; null when one of them has none.</summary>
    public required double? DemoRms { get; init; }

    /// <summary>The channel with the largest <see cref="ChannelDrift.MeanAbsolute"/>.</summary>
    public required ChannelDrift MaxChannel { get; init; }

    /// <summary>Smallest gain α over channels and positions; null when none has one.</summary>
    public required double? GainMin { get; init; }

    /// <summary>Largest gain α over channels and positions; null when none has one.</summary>
    public required double? GainMax { get; init; }

    /// <summary>What becomes of an idle command.</summary>
    public required NullMotion Null { get; init; }

    /// <summary>
    /// Share of mis-scaled commands of which at least one channel leaves the certified min/max, in [0, 1], for normalised output that is
    /// uniform on [−1, 1] and independent between channels; 0 holds for any output in [−1, 1]. Null without min/max. This is what a limit
    /// check could see.
    /// </summary>
    public required double? OutsideRange { get; init; }

    /// <summary>Which rounding could explain the largest worst case of any channel, grippers included.</summary>
    public StorageRounding Rounding => Channels.Max(channel => channel.Rounding);

    /// <summary>Compares what is loaded with what was certified.</summary>
    /// <param name="certified">The certified specification.</param>
    /// <param name="loaded">The unnormaliser that decodes instead.</param>
    public static SpecDrift Between(ExecutableSpec certified, Normaliser loaded)
    {
        int channels = certified.Action.Channels.Count;
        AffineMap reference = AffineMap.Inverse(certified.Unnormaliser, channels);
        AffineMap actual = AffineMap.Inverse(loaded, channels);
        MismatchTransform transform = MismatchTransform.Between(reference, actual);
        CertifiedStatistics statistics = new(certified.Unnormaliser, reference);
        ChannelDrift[] drifts =
            [.. certified.Action.Channels.Select((channel, index) => ChannelDrifts.Of(channel, index, transform, statistics, actual))];
        return Aggregate(certified, loaded, drifts, transform) with { Null = NullMotions.Of(certified.Action, transform, statistics) };
    }

    private static SpecDrift Aggregate(ExecutableSpec certified, Normaliser loaded, ChannelDrift[] drifts, MismatchTransform transform)
    {
        bool hasMotion = drifts.Any(drift => drift.Channel.Role != ChannelRole.Gripper);
        int[] counted = [.. Enumerable.Range(0, drifts.Length).Where(i => !hasMotion || drifts[i].Channel.Role != ChannelRole.Gripper)];
        ChannelDrift[] motion = [.. counted.Select(i => drifts[i])];
        double[] gains = [.. counted
            .SelectMany(channel => Enumerable.Range(0, transform.Timesteps).Select(timestep => transform[timestep, channel].Gain))
            .Where(double.IsFinite)];
        return new SpecDrift
        {
            CertifiedKey = certified.Unnormaliser.Key,
            LoadedKey = loaded.Key,
            Channels = drifts,
            MeanAbsolute = motion.Average(drift => drift.MeanAbsolute),
            Rms = motion.Average(drift => drift.Rms),
            Worst = motion.Average(drift => drift.Worst),
            DemoRms = motion.All(drift => drift.DemoRms is not null) ? motion.Average(drift => drift.DemoRms) : null,
            MaxChannel = motion.MaxBy(drift => drift.MeanAbsolute)!,
            GainMin = gains.Length > 0 ? gains.Min() : null,
            GainMax = gains.Length > 0 ? gains.Max() : null,
            OutsideRange = motion.All(drift => drift.OutsideRange is not null)
                ? 1 - motion.Aggregate(1.0, (inside, drift) => inside * (1 - drift.OutsideRange!.Value))
                : null,
            Null = NullMotion.Unknown,
        };
    }
}
