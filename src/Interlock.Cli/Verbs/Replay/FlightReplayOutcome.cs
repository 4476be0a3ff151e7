using Interlock.Runtime.Replay;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>Everything that <c>replay</c> prints about a flight recording.</summary>
/// <param name="Path">The recording.</param>
/// <param name="RunId">Name of the run.</param>
/// <param name="IsWhole">False when it was read through recovery.</param>
/// <param name="AskedContract">The other contract that was asked, as the user named it; null for the recorded one.</param>
/// <param name="Result">What the replay found.</param>
internal sealed record FlightReplayOutcome(string Path, string RunId, bool IsWhole, string? AskedContract, GuardReplayResult Result)
{
    public bool IsWhatIf => AskedContract is not null;

    public string ContractName => AskedContract ?? Result.Contract.Name;
}
