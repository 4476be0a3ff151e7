using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;
using Interlock.Guard.Reports;

namespace Interlock.Guard;

/// <summary>Runs a whole chunk through the limits on a copy of the present state.</summary>
internal sealed class ChunkCheck(SafetyContract contract, ChannelLayout layout)
{
    private readonly LimitFilter _filter = new(contract, layout);
    private readonly ReferenceState _scratch = new(layout.Count);
    private readonly int _width = layout.Count;

    public ChunkFinding Run(ReferenceState reference, ReadOnlySpan<double> chunk)
    {
        if (chunk.Length % _width != 0)
        {
            throw new ArgumentException($"{chunk.Length} values are not rows of {_width}.", nameof(chunk));
        }

        _scratch.CopyFrom(reference);
        ChunkFinding finding = new(chunk.Length / _width, 0, -1, 0);
        for (int row = 0; row < finding.Steps; row++)
        {
            double clip = ClipOf(chunk.Slice(row * _width, _width));
            if (clip > 0)
            {
                int first = finding.FirstChangedStep < 0 ? row : finding.FirstChangedStep;
                finding = new(finding.Steps, finding.ChangedSteps + 1, first, Math.Max(finding.LargestClipFraction, clip));
            }
        }

        return finding;
    }

    private double ClipOf(ReadOnlySpan<double> action)
    {
        bool finite = !action.ContainsAnyExceptInRange(double.MinValue, double.MaxValue);
        if (!finite || !_filter.Apply(_scratch, action))
        {
            return double.PositiveInfinity;
        }

        _filter.Commit(_scratch);
        double largest = 0;
        for (int i = 0; i < action.Length; i++)
        {
            ref readonly ChannelEnvelope envelope = ref _filter.Envelopes[i];
            double change = Math.Abs(Wrapping.Difference(action[i], _filter.Command[i], envelope.WrapPeriod));
            double share = change * envelope.InverseSpan;
            largest = Math.Max(largest, change > 0 ? Math.Max(share, double.Epsilon) : 0);
        }

        return largest;
    }
}
