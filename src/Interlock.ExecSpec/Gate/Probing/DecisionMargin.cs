using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>
/// Where a gripper is decided, a last bit of rounding next to the threshold opens or closes it. Such a probe says nothing, unless every
/// number format computes the tie exactly.
/// </summary>
internal sealed class DecisionMargin
{
    /// <summary>Significant bits of the narrowest format whose rounding is tolerated (bfloat16).</summary>
    private const int CommonBits = 8;

    private readonly GripperMapping? _mapping;
    private readonly double _scale;
    private readonly double _offset;

    public DecisionMargin(ExecutableSpec certified)
    {
        Channel = certified.Action.Channels.TakeWhile(channel => channel.Name != certified.Gripper?.Channel).Count();
        if (certified.Gripper is { Threshold: not null } mapping && Channel < certified.Action.Channels.Count)
        {
            AffineMap map = AffineMap.Inverse(certified.Unnormaliser, certified.Action.Channels.Count);
            (_mapping, _scale, _offset) = (mapping, map.ScaleAt(0)[Channel], map.OffsetAt(0)[Channel]);
        }
    }

    /// <summary>Place of the gripper in the action.</summary>
    public int Channel { get; }

    /// <summary>True when rounding alone could decide the other way.</summary>
    public bool IsTooNarrow(double z)
    {
        if (_mapping is not { Threshold: { } threshold } mapping)
        {
            return false;
        }

        double decoded = (_scale * z) + _offset;
        double margin = Math.Abs(decoded - threshold) / (Math.Abs(mapping.PolicyOpen - mapping.PolicyClosed) / 2);
        bool isExact = decoded == threshold && new[] { z, _scale, _offset, _scale * z, threshold }.All(IsShort);
        return !isExact && !(margin > 2 * RoundingScale.BFloat16UpTo);
    }

    private static bool IsShort(double value) => (BitConverter.DoubleToUInt64Bits(value) << (12 + CommonBits - 1)) == 0;
}
