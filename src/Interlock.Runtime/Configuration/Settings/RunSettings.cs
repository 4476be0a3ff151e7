using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Everything that a <c>*.run.yaml</c> states; paths as written, see <see cref="RunFile.Resolve"/>.</summary>
public sealed record RunSettings
{
    /// <summary>Name of the set-up. 1 to 128 characters. Default: stem of the file name.</summary>
    [ConfigKey("Name of the set-up.", Min = 1, Max = 128, DefaultText = "stem of the file name")]
    public string Name { get; init; } = "";

    /// <summary>The instruction in words. 1 to 2048 characters. Default: none.</summary>
    [ConfigKey("The instruction in words.", Min = 1, Max = 2048, DefaultText = "none")]
    public string? Task { get; init; }

    /// <summary>Where actions come from. Required.</summary>
    [ConfigKey("Where actions come from.", IsRequired = true)]
    public PolicySettings Policy { get; init; } = new();

    /// <summary>Policy that takes over while the run is degraded. Default: none.</summary>
    [ConfigKey("Policy that takes over while the run is degraded.", DefaultText = "none")]
    public PolicySettings? FallbackPolicy { get; init; }

    /// <summary>Executable specification (*.execspec.json) that says what the policy's numbers mean. Default: none.</summary>
    [ConfigKey("Executable specification (*.execspec.json) that says what the policy's numbers mean.", IsPath = true, DefaultText = "none")]
    public string? Spec { get; init; }

    /// <summary>What the run has to prove before it starts. Default: none.</summary>
    [ConfigKey("What the run has to prove before it starts.", DefaultText = "none")]
    public GateSettings? Gate { get; init; }

    /// <summary>Contract (*.contract.yaml): what the robot may do. Required.</summary>
    [ConfigKey("Contract (*.contract.yaml): what the robot may do.", IsRequired = true, IsPath = true)]
    public string Contract { get; init; } = "";

    /// <summary>The robot. Required.</summary>
    [ConfigKey("The robot.", IsRequired = true)]
    public RobotSettings Robot { get; init; } = new();

    /// <summary>The cameras. Default: none.</summary>
    [ConfigKey("The cameras.", DefaultText = "none")]
    public IReadOnlyList<CameraSettings> Cameras { get; init; } = [];

    /// <summary>The control loop.</summary>
    [ConfigKey("The control loop.")]
    public LoopSettings Loop { get; init; } = new();

    /// <summary>How chunks become commands.</summary>
    [ConfigKey("How chunks become commands.")]
    public ScheduleSettings Schedule { get; init; } = new();

    /// <summary>When doubt of the policy matters.</summary>
    [ConfigKey("When doubt of the policy matters.")]
    public ConfidenceSettings Confidence { get; init; } = new();

    /// <summary>When the supervisor acts.</summary>
    [ConfigKey("When the supervisor acts.")]
    public SupervisorSettings Supervisor { get; init; } = new();

    /// <summary>The flight recorder.</summary>
    [ConfigKey("The flight recorder.")]
    public RecordingSettings Recording { get; init; } = new();

    /// <summary>Who may watch the run while it happens. Default: none.</summary>
    [ConfigKey("Who may watch the run while it happens.", DefaultText = "none")]
    public LiveSettings? Live { get; init; }

    /// <summary>How much is run.</summary>
    [ConfigKey("How much is run.")]
    public EpisodeSettings Run { get; init; } = new();
}
