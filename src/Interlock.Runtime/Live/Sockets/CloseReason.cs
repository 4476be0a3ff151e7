namespace Interlock.Runtime.Live.Sockets;

/// <summary>Why a connection ends. Source: RFC 6455, section 7.4.1.</summary>
internal enum CloseReason
{
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    PolicyViolation = 1008,
    TooBig = 1009,
}
