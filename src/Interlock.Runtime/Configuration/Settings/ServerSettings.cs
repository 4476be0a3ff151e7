using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What a server has to be told beside the observation.</summary>
public sealed record ServerSettings
{
    /// <summary>Longest time until the server is ready. 1 to 600000 ms. Default: 5000.</summary>
    [ConfigKey("Longest time until the server is ready.", Unit = "ms", Min = 1, Max = 600000)]
    public double ConnectTimeoutMs { get; init; } = 5000;

    /// <summary>Longest wait for the first answer ever, for which a server may compile its model. 1 to 3600000 ms. Default: 60000.</summary>
    [ConfigKey("Longest wait for the first answer ever, for which a server may compile its model.", Unit = "ms", Min = 1, Max = 3600000)]
    public double FirstReplyTimeoutMs { get; init; } = 60000;

    /// <summary>Longest time for a LeRobot server to load the policy. 1 to 86400 s. Default: 600.</summary>
    [ConfigKey("Longest time for a LeRobot server to load the policy.", Unit = "s", Min = 1, Max = 86400)]
    public double SetupTimeoutS { get; init; } = 600;

    /// <summary>File whose first line is the key that an openpi server asks for. Default: none.</summary>
    [ConfigKey("File whose first line is the key that an openpi server asks for.", IsPath = true, DefaultText = "none")]
    public string? ApiKeyFile { get; init; }

    /// <summary>The OpenVLA server takes JSON inside JSON. Default: false.</summary>
    [ConfigKey("The OpenVLA server takes JSON inside JSON.")]
    public bool DoubleEncoded { get; init; }

    /// <summary>Type of policy that a LeRobot server loads, for instance act. 1 to 128 characters. Default: none.</summary>
    [ConfigKey("Type of policy that a LeRobot server loads, for instance act.", Min = 1, Max = 128, DefaultText = "none")]
    public string? PolicyType { get; init; }

    /// <summary>Name or path of the model that a LeRobot server loads. 1 to 1024 characters. Default: none.</summary>
    [ConfigKey("Name or path of the model that a LeRobot server loads.", Min = 1, Max = 1024, DefaultText = "none")]
    public string? Model { get; init; }

    /// <summary>Device on which it runs there, for instance cuda. 1 to 64 characters. Default: cpu.</summary>
    [ConfigKey("Device on which it runs there, for instance cuda.", Min = 1, Max = 64)]
    public string? Device { get; init; } = "cpu";

    /// <summary>How payloads for a LeRobot server are written. Default: pickle.</summary>
    [ConfigKey("How payloads for a LeRobot server are written.")]
    public ServerPayload Payload { get; init; }
}
