using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;
using Interlock.Guard.Reports;

namespace Interlock.Guard;

/// <summary>Runs a whole chunk through the limits on a copy of the present state.</summary>
internal sealed class ChunkCheck(SafetyContract contract, ChannelLayout layout, bool mayReturn)
{
    private readonly LimitFilter _filter = new(contract, layout, mayReturn);
    private readonly ReferenceState _scratch = new(layout.Count);
    private readonly ChunkOrigin _origin = new(contract);
    private readonly int _width = layout.Count;

    public ChunkFinding Run(ReferenceState reference, ReadOnlySpan<double> chunk, ReadOnlySpan<double> origin)
    {
        if (chunk.Length % _width != 0)
        {
            throw new ArgumentException($"{chunk.Length} values are not rows of {_width}.", nameof(chunk));
        }

        _origin.Begin(origin);
        _scratch.CopyFrom(reference);
        ChunkFinding finding = new(chunk.Length / _width, 0, -1, 0);
        for (int row = 0; row < finding.Steps; row++)
        {
            double clip = ClipOf(_origin.ToAbsolute(chunk.Slice(row * _width, _width)));
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
            Hold();
            return double.PositiveInfinity;
        }

        _filter.Commit(_scratch);
        double largest = 0;
        for (int i = 0; i < action.Length; i++)
        {
            largest = Math.Max(largest, ClipOf(action[i], _filter.Command[i], _filter.Envelopes[i]));
        }

        return largest;
    }

    private static double ClipOf(double wanted, double given, in ChannelEnvelope envelope)
    {
        double change = Math.Abs(Wrapping.Difference(wanted, given, envelope.WrapPeriod));
        double share = change * envelope.InverseSpan;
        return change == 0 ? 0 : double.IsNaN(share) ? double.PositiveInfinity : Math.Max(share, double.Epsilon);
    }

    /// <summary>What an unusable row does to the rows after it: the robot comes to rest.</summary>
    private void Hold()
    {
        if (_filter.ApplyStop(_scratch))
        {
            _filter.Commit(_scratch);
        }
    }
}
