using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Msgpack;

/// <summary>The actions of an openpi result map, straight into a span: nothing is allocated, other entries are stepped over.</summary>
public static class OpenPiActions
{
    /// <summary>Reads <c>actions</c> [H, D] or [D] of any numeric dtype out of a binary result frame.</summary>
    /// <param name="frame">One whole binary websocket message.</param>
    /// <param name="destination">Room for H × D numbers, written row after row.</param>
    /// <returns>Shape, and how many numbers are not finite.</returns>
    /// <exception cref="DiagnosticException">PO001–PO014: the frame is damaged, has no actions, or more than there is room for.</exception>
    public static ActionBlock Read(ReadOnlyMemory<byte> frame, Span<double> destination)
    {
        MsgpackReader reader = new(frame);
        MsgpackToken root = reader.Next();
        NumpyArray? actions = null;
        for (int i = 0; i < EntriesOf(root); i++)
        {
            MsgpackToken key = reader.Next();
            if (key.IsKey("actions"u8))
            {
                actions = actions is null ? Actions(ref reader) : throw Twice(key.Offset);
            }
            else
            {
                reader.Skip();
            }
        }

        reader.RequireEnd();
        return ActionRows.Copy(actions ?? throw Missing(root.Offset, "the result has no entry 'actions'"), destination);
    }

    private static int EntriesOf(MsgpackToken root) =>
        root.Kind == MsgpackKind.Map ? root.Count : throw Missing(root.Offset, "the result is not a map");

    private static NumpyArray Actions(ref MsgpackReader reader)
    {
        MsgpackToken value = reader.Next();
        bool isArray = value.Kind == MsgpackKind.Map & NumpyMarker.TryRead(ref reader, value, out NumpyMarker marker) && marker.IsArray;
        return isArray ? marker.Array : throw Missing(value.Offset, "'actions' is not a numpy array");
    }

    private static DiagnosticException Missing(int offset, string message) =>
        WireError.At(WireCodes.NoActions, MsgpackReader.Format, offset, message);

    private static DiagnosticException Twice(int offset) =>
        WireError.At(WireCodes.DuplicateKey, MsgpackReader.Format, offset, "the key 'actions' comes twice in one map");
}
