namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Where actions come from.</summary>
public enum PolicyKind
{
    /// <summary>A motion written in code.</summary>
    Scripted,

    /// <summary>Actions of a recording or dataset.</summary>
    Recorded,

    /// <summary>A small network in this process.</summary>
    Network,

    /// <summary>Graphs run by ONNX Runtime in this process.</summary>
    Onnx,

    /// <summary>An openpi server (web socket).</summary>
    Openpi,

    /// <summary>An OpenVLA server (REST).</summary>
    Openvla,

    /// <summary>A LeRobot policy server (gRPC).</summary>
    Lerobot,

    /// <summary>Several policies asked together.</summary>
    Ensemble,
}
