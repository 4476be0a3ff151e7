using Interlock.Core.Randomness;
using Interlock.Policies;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>The ways in which a policy's answer can be wrong.</summary>
internal static class SpoiltAnswers
{
    private const double JumpRad = 0.6;
    private const double SwingRad = 0.1;
    private const double DriftRadPerRow2 = 0.0008;
    private const int GarbageBytes = 512;

    public static void Fill(PolicyChunk chunk, SeededRandom random, double value)
    {
        int channel = random.NextInt(chunk.Dimension);
        for (int row = 0; row < chunk.Rows; row++)
        {
            chunk.Row(row)[channel] = value;
        }
    }

    /// <summary>Rows of a reply, of which one is a value short, as a server sends them that lost a channel.</summary>
    public static void Shorten(PolicyChunk chunk, SeededRandom random)
    {
        List<WireValue> rows = [];
        for (int row = 0; row < chunk.Rows; row++)
        {
            int length = chunk.Dimension - (row == 1 ? 1 : 0);
            rows.Add(new WireValue.Array(NumpyArray.OfDoubles(chunk.Row(row)[..length], new NumpyShape(length))));
        }

        ActionRows.Copy(new WireValue.List(rows), chunk.Actions);
    }

    public static void Jump(PolicyChunk chunk, SeededRandom random)
    {
        for (int row = 0; row < chunk.Rows; row++)
        {
            chunk.Row(row)[0] += JumpRad;
        }
    }

    public static void Swing(PolicyChunk chunk, SeededRandom random)
    {
        for (int row = 0; row < chunk.Rows; row++)
        {
            foreach (ref double value in chunk.Row(row)[..^1])
            {
                value += row % 2 == 0 ? SwingRad : -SwingRad;
            }
        }
    }

    /// <summary>The action of the first call, again and again.</summary>
    public static Action<PolicyChunk, SeededRandom> Freeze()
    {
        double[]? frozen = null;
        return (chunk, _) =>
        {
            frozen ??= chunk.Row(1).ToArray();
            for (int row = 0; row < chunk.Rows; row++)
            {
                frozen.CopyTo(chunk.Row(row));
            }
        };
    }

    /// <summary>One joint is led away, ever faster, within what the contract allows.</summary>
    /// <param name="rowsPerAnswer">Rows that are executed of each answer.</param>
    public static Action<PolicyChunk, SeededRandom> Drift(int rowsPerAnswer)
    {
        int rows = 0;
        return (chunk, _) =>
        {
            for (int row = 0; row < chunk.Rows; row++)
            {
                chunk.Row(row)[1] += (double)(rows + row) * (rows + row) * DriftRadPerRow2;
            }

            rows += rowsPerAnswer;
        };
    }

    public static void Garbage(PolicyChunk chunk, SeededRandom random)
    {
        byte[] frame = new byte[1 + random.NextInt(GarbageBytes)];
        foreach (ref byte item in frame.AsSpan())
        {
            item = (byte)random.NextInt(256);
        }

        OpenPiActions.Read(frame, chunk.Actions);
    }
}
