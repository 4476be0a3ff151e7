namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>What the user asked for.</summary>
/// <param name="Episodes">Demonstrations to replay.</param>
/// <param name="Seed">Seed of everything random.</param>
/// <param name="Key">The certified key.</param>
/// <param name="FullDeflectionRad">Largest displacement that the operator's device gives, in radians per step.</param>
internal sealed record TableReplayOptions(int Episodes, ulong Seed, string Key, double FullDeflectionRad);
