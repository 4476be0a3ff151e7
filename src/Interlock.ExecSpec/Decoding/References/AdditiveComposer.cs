namespace Interlock.ExecSpec.Decoding.References;

/// <summary>Adds what a channel is measured from, channel by channel.</summary>
/// <param name="channels">Places of the channels in a row.</param>
/// <param name="isSequential">True when each row is measured from the one before it, false when all are measured from one state.</param>
internal sealed class AdditiveComposer(int[] channels, bool isSequential)
{
    public bool IsIdle => channels.Length == 0;

    /// <summary>Offsets to targets, in place.</summary>
    /// <param name="rows">Row-major H×D.</param>
    /// <param name="width">D.</param>
    /// <param name="start">D numbers that the first row is measured from.</param>
    public void Compose(Span<double> rows, int width, ReadOnlySpan<double> start)
    {
        ReadOnlySpan<double> from = start;
        for (int at = 0; at < rows.Length; at += width)
        {
            Span<double> row = rows.Slice(at, width);
            foreach (int channel in channels)
            {
                row[channel] += from[channel];
            }

            from = isSequential ? row : from;
        }
    }

    /// <summary>Targets to offsets, in place; the last row first, because each may be measured from the one before it.</summary>
    /// <inheritdoc cref="Compose" path="/param"/>
    public void Decompose(Span<double> rows, int width, ReadOnlySpan<double> start)
    {
        for (int at = rows.Length - width; at >= 0; at -= width)
        {
            Span<double> row = rows.Slice(at, width);
            ReadOnlySpan<double> from = isSequential && at > 0 ? rows.Slice(at - width, width) : start;
            foreach (int channel in channels)
            {
                row[channel] -= from[channel];
            }
        }
    }
}
