namespace Interlock.Runtime.Proxies.WebSockets;

/// <summary>What reading from a websocket brought.</summary>
internal enum FrameStep
{
    /// <summary>Nothing to act on yet.</summary>
    NeedsMore,

    /// <summary>A part of a message that goes on.</summary>
    Piece,

    /// <summary>The last part of a message.</summary>
    Message,

    /// <summary>A message begins that was not to be taken yet.</summary>
    MessageWaits,

    /// <summary>The peer asks whether this side is alive.</summary>
    Ping,

    /// <summary>The peer closes.</summary>
    Close,

    /// <summary>The connection is at its end without a word.</summary>
    Ended,
}
