using Interlock.Core.Units;

namespace Interlock.ExecSpec.Drift;

/// <summary>Idle motion of channels that belong together, in m or rad; null where one of them is not known.</summary>
internal readonly record struct IdleGroup(double? PerCommand, double? PerSecond, string? LargestChannel)
{
    /// <summary>Euclidean norm of channels that are components of one vector.</summary>
    public static IdleGroup Norm(IEnumerable<IdleChannel> channels, UnitQuantity quantity)
    {
        IdleChannel[] all = [.. channels];
        return all.Length > 0 && all.All(idle => idle.Quantity == quantity)
            ? new(Norm(all.Select(idle => idle.PerCommand)), Norm(all.Select(idle => idle.PerSecond)), null)
            : default;
    }

    /// <summary>The largest magnitude.</summary>
    public static IdleGroup Largest(IEnumerable<IdleChannel> channels)
    {
        IdleChannel[] all = [.. channels];
        IdleChannel? largest = all.MaxBy(idle => Math.Abs(idle.PerSecond ?? idle.PerCommand ?? 0));
        return largest is null ? default : new(Largest(all.Select(idle => idle.PerCommand)), Largest(all.Select(idle => idle.PerSecond)), largest.Channel.Name);
    }

    private static double? Norm(IEnumerable<double?> components)
    {
        double? sum = 0;
        foreach (double? component in components)
        {
            sum += component * component;
        }

        return sum is { } square ? Math.Sqrt(square) : null;
    }

    private static double? Largest(IEnumerable<double?> values)
    {
        double? largest = 0;
        foreach (double? value in values)
        {
            largest = value is { } number && largest is { } before ? Math.Max(before, Math.Abs(number)) : null;
        }

        return largest;
    }
}
