using Interlock.ExecSpec.Import.LeRobot;

namespace Interlock.ExecSpec.Import.LegacyLeRobot;

/// <summary>
/// A statistic among the weights (reference: ecosystem note, B5): <c>unnormalize_outputs.buffer_action.mean</c>, or
/// <c>unnormalize_outputs.so100_buffer_action.mean</c> where several datasets have their own.
/// </summary>
/// <param name="Module">The module that holds it, <c>unnormalize_outputs</c>; empty for none.</param>
/// <param name="Dataset"><c>so100</c>; empty where there is only one.</param>
/// <param name="Feature">Name of the feature with <c>_</c> for every dot.</param>
/// <param name="Row"><c>mean</c>, <c>std</c>, <c>min</c>, <c>max</c>.</param>
internal sealed record BufferName(string Module, string Dataset, string Feature, string Row)
{
    private const string Buffer = "buffer_";

    /// <summary>Null for a tensor that is no such buffer.</summary>
    public static BufferName? Parse(string tensor)
    {
        int rowDot = tensor.LastIndexOf('.');
        if (rowDot < 0 || !StatisticRow.IsKnown(tensor[(rowDot + 1)..]))
        {
            return null;
        }

        string[] path = tensor[..rowDot].Split('.');
        string leaf = path[^1];
        int buffer = leaf.IndexOf(Buffer, StringComparison.Ordinal);
        bool isBuffer = buffer == 0 || (buffer > 0 && leaf[buffer - 1] is '_' or '-');
        return isBuffer && leaf.Length > buffer + Buffer.Length
            ? new BufferName(path.Length > 1 ? path[^2] : "", buffer == 0 ? "" : leaf[..(buffer - 1)], leaf[(buffer + Buffer.Length)..], tensor[(rowDot + 1)..])
            : null;
    }
}
