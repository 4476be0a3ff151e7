namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>What the demo of a wrong key came to.</summary>
internal sealed record WrongKeyResult
{
    public required ulong Seed { get; init; }

    public required StartDecision Decision { get; init; }

    /// <summary>The runs, when the gate was off; null when it was on and refused.</summary>
    public WrongKeyRuns? Runs { get; init; }
}
