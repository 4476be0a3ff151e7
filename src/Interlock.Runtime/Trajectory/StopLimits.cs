using Interlock.Core.Contract;

namespace Interlock.Runtime.Trajectory;

/// <summary>How hard each channel may brake. Infinite where there is no limit.</summary>
public sealed class StopLimits
{
    private readonly double[] _maxAcceleration;
    private readonly double[] _maxJerk;

    /// <summary>Takes over the limits.</summary>
    /// <param name="maxAcceleration">Channel units/s², above zero, +∞ for none; one per channel.</param>
    /// <param name="maxJerk">Channel units/s³, above zero, +∞ for none; one per channel.</param>
    public StopLimits(IEnumerable<double> maxAcceleration, IEnumerable<double> maxJerk)
    {
        _maxAcceleration = [.. maxAcceleration];
        _maxJerk = [.. maxJerk];
        ArgumentOutOfRangeException.ThrowIfNotEqual(_maxJerk.Length, _maxAcceleration.Length, nameof(maxJerk));
        if (Array.Exists(_maxAcceleration, limit => !(limit > 0)) || Array.Exists(_maxJerk, limit => !(limit > 0)))
        {
            throw new ArgumentException("Limits of a stop must be above zero.");
        }
    }

    /// <summary>The acceleration and jerk limits of a contract.</summary>
    public static StopLimits Of(SafetyContract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return new(
            contract.Channels.Select(channel => channel.MaxAcceleration ?? double.PositiveInfinity),
            contract.Channels.Select(channel => channel.MaxJerk ?? double.PositiveInfinity));
    }

    /// <summary>Number of channels.</summary>
    public int Count => _maxAcceleration.Length;

    internal ReadOnlySpan<double> MaxAcceleration => _maxAcceleration;

    internal ReadOnlySpan<double> MaxJerk => _maxJerk;
}
