namespace Interlock.Policies.Wire.Protobuf;

/// <summary>One piece of a payload.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Data">Its bytes.</param>
public readonly record struct TransferPiece(TransferState State, ReadOnlyMemory<byte> Data)
{
    /// <summary>Longest piece that LeRobot sends. Source: transport/utils.py.</summary>
    public const int LongestBytes = 2 << 20;

    /// <summary>Cuts a payload as LeRobot does; no pieces for no bytes. Pieces are slices of it.</summary>
    public static IEnumerable<TransferPiece> Cut(ReadOnlyMemory<byte> payload)
    {
        for (int at = 0; at < payload.Length; at += LongestBytes)
        {
            bool isLast = payload.Length - at <= LongestBytes;
            TransferState state = isLast ? TransferState.End : at == 0 ? TransferState.Begin : TransferState.Middle;
            yield return new TransferPiece(state, payload.Slice(at, Math.Min(LongestBytes, payload.Length - at)));
        }
    }
}
