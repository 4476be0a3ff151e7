using Interlock.Core.Contract;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>
/// Checks executed commands against the contract's own words, sharing no code with the filter: differences of what was sent, and a
/// brute-force stop for the distance to the bounds.
/// </summary>
internal sealed class LimitOracle(SafetyContract contract)
{
    /// <summary>Rounding of sums of a few doubles, relative to the numbers involved.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Beyond it (unbounded channels sent to 1e308) third differences overflow and rounding exceeds every limit.</summary>
    private const double LargestScaleOfDifferences = 1e12;

    private readonly double _dt = 1 / contract.RateHz!.Value;
    private readonly List<double[]> _sent = [];

    public void Begin(ReadOnlySpan<double> measured)
    {
        _sent.Clear();
        if (!measured.IsEmpty)
        {
            // At rest: the robot has been where it is.
            _sent.AddRange([measured.ToArray(), measured.ToArray(), measured.ToArray()]);
        }
    }

    /// <summary>The first broken promise, or null.</summary>
    public string? Check(ReadOnlySpan<double> command)
    {
        double[] next = command.ToArray();
        _sent.Add(next);
        for (int i = 0; i < next.Length; i++)
        {
            string? broken = CheckChannel(i);
            if (broken is not null)
            {
                return $"{contract.Channels[i]}: {broken}; sent {string.Join(' ', _sent.TakeLast(4).Select(row => row[i].ToString("R")))}";
            }
        }

        return CheckNorms();
    }

    private string? CheckChannel(int i)
    {
        ChannelContract channel = contract.Channels[i];
        bool isRate = IsRate(channel);
        double value = _sent[^1][i];
        if (!double.IsFinite(value))
        {
            return $"sent {value}";
        }

        if (value < channel.Min || value > channel.Max)
        {
            return $"{value} outside [{channel.Min}, {channel.Max}]";
        }

        double scale = 1e-6 + _sent.TakeLast(4).Max(row => Math.Abs(row[i]));
        if (scale > LargestScaleOfDifferences)
        {
            return null;
        }

        double perStep = contract.Space == ActionSpace.JointVelocity && isRate ? _dt : 1;
        double motion = isRate ? value * perStep : Difference(i, 1);
        double tolerance = Rounding * scale;
        double limit = channel.MaxStep ?? (channel.MaxVelocity * _dt) ?? double.PositiveInfinity;
        if (_sent.Count > 1 && Math.Abs(motion) > (limit * (1 + Rounding)) + tolerance)
        {
            return $"motion {motion} > {limit}";
        }

        int order = isRate ? 1 : 2;
        double change = Difference(i, order) * (isRate ? perStep : 1);
        double acceleration = channel.MaxAcceleration * _dt * _dt ?? double.PositiveInfinity;
        if (_sent.Count > order && Math.Abs(change) > (acceleration * (1 + Rounding)) + (4 * tolerance))
        {
            return $"acceleration {change} > {acceleration}";
        }

        double jerkStep = Difference(i, order + 1) * (isRate ? perStep : 1);
        double jerk = channel.MaxJerk * _dt * _dt * _dt ?? double.PositiveInfinity;
        if (_sent.Count > order + 1 && Math.Abs(jerkStep) > (jerk * (1 + Rounding)) + (8 * tolerance))
        {
            return $"jerk {jerkStep} > {jerk}";
        }

        return isRate || channel.MaxJerk is not null ? null : CheckStop(channel, value, _sent.Count > 1 ? motion : 0, acceleration, tolerance);
    }

    private static string? CheckStop(ChannelContract channel, double position, double motion, double most, double tolerance)
    {
        double left = Math.Abs(motion);
        double end = position;
        for (int step = 0; step < 100_000 && left > 0; step++)
        {
            left = double.IsPositiveInfinity(most) ? 0 : Math.Max(0, left - most);
            end += Math.CopySign(left, motion);
        }

        return end > channel.Max + (100 * tolerance) || end < channel.Min - (100 * tolerance) ? $"cannot stop: {end}" : null;
    }

    private string? CheckNorms()
    {
        foreach (SpeedNorm norm in contract.SpeedNorms)
        {
            double sum = 0;
            double scale = 0;
            foreach (string name in norm.Channels)
            {
                int i = contract.Channels.Select(channel => channel.Name).ToList().IndexOf(name);
                double perSecond = !IsRate(contract.Channels[i]) ? Difference(i, 1) / _dt
                    : contract.Space == ActionSpace.JointVelocity ? _sent[^1][i] : _sent[^1][i] / _dt;
                sum += perSecond * perSecond;
                scale = Math.Max(scale, Math.Abs(_sent[^1][i]) / _dt);
            }

            bool mixed = norm.Channels.Select(name => contract.Channels.First(channel => channel.Name == name)).Select(IsRate).Distinct().Count() > 1;
            mixed |= scale * _dt > LargestScaleOfDifferences;
            if (!mixed && _sent.Count > 1 && Math.Sqrt(sum) > (norm.Max * (1 + Rounding)) + (Rounding * scale))
            {
                return $"norm {Math.Sqrt(sum)} > {norm.Max}";
            }
        }

        return null;
    }

    private bool IsRate(ChannelContract channel) => IsRate(contract, channel);

    public static bool IsRate(SafetyContract contract, ChannelContract channel) =>
        channel.Role != ChannelRole.Gripper
        && (contract.Space is ActionSpace.JointVelocity or ActionSpace.EeDelta || contract.Reference == ActionReference.DeltaStep);

    /// <summary>Backward difference of the given order at the newest command.</summary>
    private double Difference(int i, int order)
    {
        if (_sent.Count <= order)
        {
            return 0;
        }

        return order == 0
            ? _sent[^1][i]
            : Enumerable.Range(0, order + 1).Sum(k => Sign(k) * Binomial(order, k) * _sent[^(k + 1)][i]);
    }

    private static int Sign(int k) => k % 2 == 0 ? 1 : -1;

    private static int Binomial(int n, int k) => k == 0 || k == n ? 1 : Binomial(n - 1, k - 1) + Binomial(n - 1, k);
}
