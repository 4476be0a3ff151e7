namespace Interlock.Core.Contract;

/// <summary>
/// What a robot may do: the one document that the guard enforces, training takes its cost from, evaluation counts with
/// and a certificate pins. Written as <c>*.contract.yaml</c>, schema <c>docs/schema/contract-v1.json</c>.
/// </summary>
public sealed record SafetyContract
{
    /// <summary>Format tag of this version.</summary>
    public const string FormatTag = "contract/1";

    /// <summary>Name of the cell or set-up.</summary>
    public required string Name { get; init; }

    /// <summary>Control rate, in hertz; needed as soon as any limit is stated per second.</summary>
    public double? RateHz { get; init; }

    /// <summary>What an action commands.</summary>
    /// <value>Default: <see cref="ActionSpace.Other"/>.</value>
    public ActionSpace Space { get; init; } = ActionSpace.Other;

    /// <summary>What an action is measured from.</summary>
    /// <value>Default: <see cref="ActionReference.Absolute"/>.</value>
    public ActionReference Reference { get; init; } = ActionReference.Absolute;

    /// <summary>The channels in action order; at least one.</summary>
    public required IReadOnlyList<ChannelContract> Channels { get; init; }

    /// <summary>Limits on vector speeds.</summary>
    public IReadOnlyList<SpeedNorm> SpeedNorms { get; init; } = [];

    /// <summary>Cartesian box; null when there is none.</summary>
    public Workspace? Workspace { get; init; }

    /// <summary>Force and torque limits; null when there are none.</summary>
    public ForceLimit? Force { get; init; }

    /// <summary>What happens to a command that breaks the contract.</summary>
    /// <value>Default: <see cref="GuardMode.Clip"/>.</value>
    public GuardMode Mode { get; init; } = GuardMode.Clip;

    /// <summary>How rate limits act on several channels at once.</summary>
    /// <value>Default: <see cref="RateLimiting.PerChannel"/>.</value>
    public RateLimiting RateLimiting { get; init; } = RateLimiting.PerChannel;

    /// <summary>Age limit for actions; null when ages are not checked.</summary>
    public Watchdog? Watchdog { get; init; }

    /// <summary>Escalation rule; null when there is none.</summary>
    public Escalation? Escalation { get; init; }

    /// <summary>Monitor settings; null when the contract names none.</summary>
    public MonitorSettings? Monitors { get; init; }

    /// <summary>
    /// True where a channel's command is itself a rate (joint velocities, displacements for one step), so that rest is zero and not the
    /// same command again. Grippers are commanded by position whatever the arm does.
    /// </summary>
    /// <param name="channel">A channel of this contract.</param>
    public bool CommandsRate(ChannelContract channel) =>
        channel.Role != ChannelRole.Gripper
        && (Space is ActionSpace.JointVelocity or ActionSpace.EeDelta || Reference == ActionReference.DeltaStep);

    /// <inheritdoc />
    public bool Equals(SafetyContract? other) =>
        other is not null
        && Scalars == other.Scalars
        && Channels.SequenceEqual(other.Channels)
        && SpeedNorms.SequenceEqual(other.SpeedNorms);

    /// <inheritdoc />
    public override int GetHashCode() => Scalars.GetHashCode();

    private (string, double?, ActionSpace, ActionReference, GuardMode, RateLimiting,
        (Workspace?, ForceLimit?, Watchdog?, Escalation?, MonitorSettings?)) Scalars =>
        (Name, RateHz, Space, Reference, Mode, RateLimiting, (Workspace, Force, Watchdog, Escalation, Monitors));
}
