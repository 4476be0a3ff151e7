namespace Interlock.Policies.Wire.Protobuf;

/// <summary>Where a piece stands in a payload sent in pieces. Numbers are LeRobot's, transport/services.proto.</summary>
public enum TransferState
{
    /// <summary>Not said; an error.</summary>
    Unknown = 0,

    /// <summary>The first of several pieces.</summary>
    Begin = 1,

    /// <summary>Neither first nor last.</summary>
    Middle = 2,

    /// <summary>The last piece, or the only one.</summary>
    End = 3,
}
