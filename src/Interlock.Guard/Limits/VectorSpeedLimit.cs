using Interlock.Core.Contract;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Limits;

/// <summary>
/// A limit on the Euclidean motion of several channels. The command is moved from the wish towards the secured stop, along a straight
/// line, until the norm fits: both ends lie in the channels' own ranges, so every point between does too.
/// </summary>
internal sealed class VectorSpeedLimit
{
    /// <summary>Keeps the norm of the rounded result at or below the limit.</summary>
    private const double RoundingMargin = 1e-14;

    /// <summary>No channel of any robot moves this many units in a step.</summary>
    private const double LargestWish = 1e100;

    private readonly int[] _channels;
    private readonly int[] _joined;
    private readonly bool _isRate;

    public VectorSpeedLimit(SpeedNorm norm, SafetyContract contract, ChannelLayout layout)
    {
        ActionSpace space = contract.Space;
        _channels = [.. norm.Channels.Select(name => Array.IndexOf(layout.Names, name))];
        _joined = [.. JoinedNames(norm, contract.SpeedNorms).Select(name => Array.IndexOf(layout.Names, name)).Order()];
        _isRate = Array.Exists(_channels, index => layout.IsRate[index]);
        bool commandIsPerSecond = _isRate && space == ActionSpace.JointVelocity;
        MaxMotion = commandIsPerSecond ? norm.Max : norm.Max * layout.DtS;
        MaxPerS = norm.Max;
    }

    /// <summary>Limit as the contract states it, in units per second.</summary>
    public double MaxPerS { get; }

    /// <summary>Limit on the norm of the motion in one step.</summary>
    public double MaxMotion { get; }

    public ReadOnlySpan<int> Channels => _channels;

    /// <summary>
    /// The channels that move together towards the secured stop: those of this norm, and of every norm that shares a channel with it, so that
    /// what one norm takes from a channel cannot break another.
    /// </summary>
    public ReadOnlySpan<int> Joined => _joined;

    /// <summary>Shortens the motion where its norm is too large; true when it did.</summary>
    /// <param name="position">Last commands; on rate channels the command itself is the motion.</param>
    /// <param name="motion">Chosen change of each command; overwritten.</param>
    /// <param name="brake">Change of each command in the secured stop.</param>
    public bool Apply(ReadOnlySpan<double> position, Span<double> motion, ReadOnlySpan<double> brake)
    {
        double most = MaxMotion;
        double excess = NormSquared(position, motion) - (most * most);
        if (excess <= 0)
        {
            return false;
        }

        CapComponents(motion);
        double share = ShareThatFits(position, motion, brake, most);
        foreach (int i in _joined)
        {
            motion[i] = brake[i] + (share * (motion[i] - brake[i]));
        }

        return true;
    }

    /// <summary>Keeps squares finite for any wish; the direction of a sane one is untouched.</summary>
    private void CapComponents(Span<double> motion)
    {
        foreach (int i in _joined)
        {
            motion[i] = Math.Clamp(motion[i], -LargestWish, LargestWish);
        }
    }

    /// <summary>Largest t in [0, 1] with ‖b + t(c − b)‖ ≤ most.</summary>
    private double ShareThatFits(ReadOnlySpan<double> position, ReadOnlySpan<double> motion, ReadOnlySpan<double> brake, double most)
    {
        double a = 0;
        double b = 0;
        double c = -most * most;
        foreach (int i in _channels)
        {
            double origin = (_isRate ? position[i] : 0) + brake[i];
            double way = motion[i] - brake[i];
            a += way * way;
            b += way * origin;
            c += origin * origin;
        }

        if (c >= 0 || a == 0)
        {
            return 0;
        }

        double root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));
        double share = b > 0 ? -c / (b + root) : (root - b) / a;
        return Math.Min(1, share * (1 - RoundingMargin));
    }

    private static HashSet<string> JoinedNames(SpeedNorm norm, IReadOnlyList<SpeedNorm> all)
    {
        HashSet<string> names = [.. norm.Channels];
        int before;
        do
        {
            before = names.Count;
            foreach (SpeedNorm other in all.Where(other => names.Overlaps(other.Channels)))
            {
                names.UnionWith(other.Channels);
            }
        }
        while (names.Count > before);

        return names;
    }

    /// <summary>Norm of the motion (of the command itself on rate channels).</summary>
    public double NormAt(ReadOnlySpan<double> position, ReadOnlySpan<double> motion)
    {
        double sum = 0;
        foreach (int i in _channels)
        {
            double value = _isRate ? position[i] : motion[i];
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }

    private double NormSquared(ReadOnlySpan<double> position, ReadOnlySpan<double> motion)
    {
        double sum = 0;
        foreach (int i in _channels)
        {
            double value = _isRate ? position[i] + motion[i] : motion[i];
            sum += value * value;
        }

        return sum;
    }
}
