using Interlock.Policies;

namespace Interlock.Runtime.Inference;

/// <summary>The rows of the newest answer, for policies that want to know which actions are under way (real-time chunking).</summary>
internal sealed class PrefixMemory(PolicyDescription policy)
{
    private readonly double[] _rows = new double[policy.TakesPrefix ? policy.MaxRows * policy.ActionDimension : 0];
    private long _firstStep;
    private int _count;

    public void Clear() => _count = 0;

    public void Remember(PolicyChunk chunk)
    {
        if (policy.TakesPrefix)
        {
            chunk.Actions.CopyTo(_rows);
            _firstStep = chunk.ObservedAtStep;
            _count = chunk.Rows;
        }
    }

    /// <summary>The rows from a policy step on; empty when none are left.</summary>
    public ReadOnlyMemory<double> From(long step)
    {
        long skipped = step - _firstStep;
        return skipped < 0 || skipped >= _count
            ? ReadOnlyMemory<double>.Empty
            : _rows.AsMemory((int)skipped * policy.ActionDimension, (_count - (int)skipped) * policy.ActionDimension);
    }
}
