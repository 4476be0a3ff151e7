using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>One policy.</summary>
public sealed record PolicySettings
{
    /// <summary>Where actions come from. Required.</summary>
    [ConfigKey("Where actions come from.", IsRequired = true)]
    public PolicyKind Kind { get; init; }

    /// <summary>Script, recording, dataset, network or graph. Default: none.</summary>
    [ConfigKey("Script, recording, dataset, network or graph.", IsPath = true, DefaultText = "none")]
    public string? Path { get; init; }

    /// <summary>Address of a server: ws or wss for openpi, http or https for openvla, http or grpc for lerobot. 1 to 2048 characters. Default: none.</summary>
    [ConfigKey(
        "Address of a server: ws or wss for openpi, http or https for openvla, http or grpc for lerobot.",
        Min = 1, Max = 2048, DefaultText = "none")]
    public string? Url { get; init; }

    /// <summary>Steps of the policy per second. 0.01 to 1000 Hz. Default: loop.rate_hz.</summary>
    [ConfigKey("Steps of the policy per second.", Unit = "Hz", Min = 0.01, Max = 1000, DefaultText = "loop.rate_hz")]
    public double? RateHz { get; init; }

    /// <summary>Longest wait for one answer; the connection is dropped after it. 1 to 600000 ms. Default: 2000.</summary>
    [ConfigKey("Longest wait for one answer; the connection is dropped after it.", Unit = "ms", Min = 1, Max = 600000)]
    public double TimeoutMs { get; init; } = 2000;

    /// <summary>How often and how soon a server that failed is asked again.</summary>
    [ConfigKey("How often and how soon a server that failed is asked again.")]
    public RetrySettings Retry { get; init; } = new();

    /// <summary>How an observation is put into the policy's words.</summary>
    [ConfigKey("How an observation is put into the policy's words.")]
    public ObservationSettings Observation { get; init; } = new();

    /// <summary>Entry of the server's statistics with which it unnormalises. 1 to 256 characters. Default: none.</summary>
    [ConfigKey("Entry of the server's statistics with which it unnormalises.", Min = 1, Max = 256, DefaultText = "none")]
    public string? UnnormKey { get; init; }

    /// <summary>Most rows of an answer; a longer one is an error. 1 to 4096 steps. Default: 64.</summary>
    [ConfigKey("Most rows of an answer; a longer one is an error.", Unit = "steps", Min = 1, Max = 4096)]
    public int MaxRows { get; init; } = 64;

    /// <summary>What a server has to be told beside the observation.</summary>
    [ConfigKey("What a server has to be told beside the observation.")]
    public ServerSettings Server { get; init; } = new();

    /// <summary>Which episode of a recording or dataset. 0 to 10000000. Default: 0.</summary>
    [ConfigKey("Which episode of a recording or dataset.", Min = 0, Max = 10000000, DefaultText = "0")]
    public int? EpisodeIndex { get; init; }

    /// <summary>Graphs run one after the other. Default: none.</summary>
    [ConfigKey("Graphs run one after the other.", DefaultText = "none")]
    public IReadOnlyList<StageSettings> Stages { get; init; } = [];

    /// <summary>Which outputs of the graphs are the answer.</summary>
    [ConfigKey("Which outputs of the graphs are the answer.")]
    public GraphOutputSettings Outputs { get; init; } = new();

    /// <summary>Threads of one inference; leave a core to the control loop. 1 to 1024. Default: 1.</summary>
    [ConfigKey("Threads of one inference; leave a core to the control loop.", Min = 1, Max = 1024)]
    public int Threads { get; init; } = 1;

    /// <summary>Let waiting inference threads spin: sooner awake, a core each. Default: false.</summary>
    [ConfigKey("Let waiting inference threads spin: sooner awake, a core each.")]
    public bool Spinning { get; init; }

    /// <summary>Inferences made before the start. 0 to 1000. Default: 3.</summary>
    [ConfigKey("Inferences made before the start.", Min = 0, Max = 1000)]
    public int WarmUp { get; init; } = 3;

    /// <summary>Alternative chunks asked for each observation; their disagreement is a sign of doubt. 1 to 256. Default: 1.</summary>
    [ConfigKey("Alternative chunks asked for each observation; their disagreement is a sign of doubt.", Min = 1, Max = 256)]
    public int Samples { get; init; } = 1;

    /// <summary>Policies of an ensemble. Default: none.</summary>
    [ConfigKey("Policies of an ensemble.", DefaultText = "none")]
    public IReadOnlyList<PolicySettings> Members { get; init; } = [];

    /// <summary>Seed of everything random in the policy. Default: run.seed.</summary>
    [ConfigKey("Seed of everything random in the policy.", DefaultText = "run.seed")]
    public ulong? Seed { get; init; }
}
