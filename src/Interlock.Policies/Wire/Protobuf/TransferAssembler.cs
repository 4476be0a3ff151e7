namespace Interlock.Policies.Wire.Protobuf;

/// <summary>Puts the pieces of one stream together. Not thread-safe.</summary>
public sealed class TransferAssembler
{
    private readonly WireBuffer _buffer = new();
    private readonly int _longestBytes;
    private bool _hasBegun;

    /// <summary>Starts with nothing.</summary>
    /// <param name="longestBytes">Longest payload taken; 256 MiB unless given.</param>
    public TransferAssembler(int longestBytes = WireLimits.LongestPayloadBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longestBytes);
        _longestBytes = longestBytes;
    }

    /// <summary>Takes the next piece. A new beginning drops what was incomplete, as LeRobot's receiver does.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="payload">The whole payload when this was the last piece; valid until the next call.</param>
    /// <returns>True when the payload is whole.</returns>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO053: an unknown state, or a middle without a beginning. PO052: too long.</exception>
    public bool TryComplete(TransferPiece piece, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        switch (piece.State)
        {
            case TransferState.Begin:
                _buffer.Clear();
                _hasBegun = true;
                Append(piece.Data);
                return false;
            case TransferState.Middle when _hasBegun:
                Append(piece.Data);
                return false;
            case TransferState.End when _hasBegun:
                Append(piece.Data);
                _hasBegun = false;
                payload = _buffer.Written;
                return true;
            case TransferState.End:
                RequireRoom(0, piece.Data.Length);
                payload = piece.Data;
                return true;
            default:
                throw WireError.In(
                    WireCodes.TransferState, "transfer", piece.State.ToString(), "a piece has no known state, or continues a payload that never began");
        }
    }

    private void Append(ReadOnlyMemory<byte> data)
    {
        RequireRoom(_buffer.Length, data.Length);
        _buffer.Add(data.Span);
    }

    private void RequireRoom(long held, int added)
    {
        if (held + added > _longestBytes)
        {
            _hasBegun = false;
            _buffer.Clear();
            throw WireError.In(
                WireCodes.MessageTooLong, "transfer", "data", $"a payload of at least {held + added} bytes; at most {_longestBytes} are taken");
        }
    }
}
