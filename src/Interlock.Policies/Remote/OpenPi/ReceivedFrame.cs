using System.Net.WebSockets;

namespace Interlock.Policies.Remote.OpenPi;

/// <summary>One whole websocket message.</summary>
internal readonly record struct ReceivedFrame(WebSocketMessageType Type, ReadOnlyMemory<byte> Data);
