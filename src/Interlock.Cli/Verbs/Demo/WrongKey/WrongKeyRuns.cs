namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>The same episode three times.</summary>
internal sealed record WrongKeyRuns
{
    /// <summary>Decoded with the certified statistics, no guard.</summary>
    public required ArmRun Right { get; init; }

    /// <summary>Decoded with the wrong ones, no guard.</summary>
    public required ArmRun Without { get; init; }

    /// <summary>Decoded with the wrong ones, guarded.</summary>
    public required ArmRun With { get; init; }

    /// <summary>Largest distance of the tool from where it was at the same step with the right key, in metres.</summary>
    public required double DriftWithoutM { get; init; }

    /// <summary>The same with the guard, in metres.</summary>
    public required double DriftWithM { get; init; }

    public required DemoReaction Reaction { get; init; }

    public required double RateHz { get; init; }
}
